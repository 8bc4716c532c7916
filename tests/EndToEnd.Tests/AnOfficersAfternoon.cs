using System.Diagnostics;
using System.Globalization;
using Engagement.Seeder;
using Microsoft.Playwright;
using Tests.Shared.Hosting;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>
/// From an idea to an answer and published figures, by keys alone, on a platform that has two years behind it. The small demonstration in every run of the
/// suite; DEMONSTRATION_DATA=medium for the sixty thousand events of the whole story, which take a minute to load.
/// </summary>
public sealed class AnOfficersAfternoon(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    private const string Title = "Calling families back";
    private const string Point = "Families want a call back.";
    private const string Done = "Every call is answered on the same day.";
    private const int Responses = 205;
    private const int Coded = 200;

    private static readonly (string Title, string Point)[] Themes = [("Calling back", Point), ("Plain letters", "Letters have hard words.")];
    private static readonly string[] Words = ["Nobody called us back.", "The letter had words we did not know."];

    [Fact]
    public async Task An_idea_is_asked_read_answered_and_counted()
    {
        var watch = Stopwatch.StartNew();
        var profile = Enum.Parse<DemonstrationProfile>(Environment.GetEnvironmentVariable("DEMONSTRATION_DATA") ?? nameof(DemonstrationProfile.Small), ignoreCase: true);
        await DemonstrationData.LoadAsync(browser.Platform.Services, profile);
        await CatchUpAsync();
        Note("the demonstration data is loaded");
        var officer = await SitDownAsync("/staff", "Participation officer");

        var slug = await SetUpAsync(officer);
        await WriteSurveyAsync(officer);
        await OpenAsync(officer);
        Note("the consultation is open");

        var consultation = await FamiliesAnswerAsync(slug);
        Note($"{Responses} families have answered");

        await officer.OpenSectionAsync("Consultations");
        await officer.FollowAsync(Title);
        await CodeAsync(officer, consultation);
        Note($"{Coded} views are coded");

        await AnswerAsync(officer);
        var representative = await SitDownAsync("/staff/reading", "PACT representative");
        await representative.FollowAsync(Point);
        await representative.PressAsync("These words are plain");
        await officer.Page.ReloadAsync();
        await officer.PressAsync("Publish");
        await CatchUpAsync();
        var family = new Keyboard(await browser.VisitAsync(phone: false), CatchUpAsync);
        await family.Page.GotoAsync("/you-said-we-did");
        await family.FollowAsync(Point);
        await Expect(family.Page.Locator(".answer")).ToContainTextAsync(Done);
        Note("families have their answer");

        await ReleaseAsync();
        await family.Page.GotoAsync("/figures");
        await family.FollowAsync(Title);
        await Expect(family.Page.GetByRole(AriaRole.Heading, new() { Name = Title })).ToBeVisibleAsync();
        Note("the figures are public");

        void Note(string what) => output.WriteLine($"{watch.Elapsed.TotalSeconds,6:F1} s: {what}");
    }

    /// <summary>Drafts the consultation, and does all tasks before its opening but the survey.</summary>
    private static async Task<string> SetUpAsync(Keyboard officer)
    {
        await officer.OpenSectionAsync("Consultations");
        await officer.FollowAsync("Draft a consultation");
        await officer.FillAsync("Title", Title);
        await officer.FillAsync("Who runs it", "SEND Family Engagement Officer");
        await officer.FillAsync("Who decides", "SEND Improvement Board");
        await officer.FillAsync("When the decision is expected", Day(120));
        await officer.ChooseAsync("No");
        await officer.PressAsync("Draft the consultation");
        var slug = officer.Page.Url.Split('/')[^2];

        await officer.FollowAsync("Proposal and reasons");
        await officer.FillAsync("What is proposed", "Every call is answered on the same day.");
        await officer.FillAsync("Why (optional)", "Families told us that nobody calls back.");
        await officer.PressAsync("Save the proposal");

        await officer.FollowAsync("Equality analysis");
        await officer.FillAsync("Address of the analysis", "https://council.example.test/equality");
        await officer.PressAsync("Link the analysis");

        await officer.FollowAsync("Other versions");
        await officer.ChooseAsync("Paper");
        await officer.FillAsync("Who checked that it says the same", "Kent PACT representative");
        await officer.PressAsync("Add this version");
        return slug;
    }

    private static async Task WriteSurveyAsync(Keyboard officer)
    {
        await officer.OpenSectionAsync("Surveys");
        await officer.FollowAsync("New survey");
        await officer.FillAsync("What staff call it", Title);
        await officer.PressAsync("Begin the survey");

        await officer.FollowAsync("Add a question");
        await officer.FollowAsync("A statement");
        await officer.FillAsync("The statement", "Somebody calls me back.");
        await officer.PressAsync("Save the question");
        await officer.FollowAsync("Add a question");
        await officer.FollowAsync("In their own words");
        await officer.FillAsync("The question", "What would help most?");
        await officer.PressAsync("Save the question");

        await officer.FollowAsync("Publish version 1");
        await officer.PressAsync("Publish version 1");
    }

    private static async Task OpenAsync(Keyboard officer)
    {
        await officer.OpenSectionAsync("Consultations");
        await officer.FollowAsync(Title);
        await officer.FollowAsync("Go on with the set-up");
        await officer.FollowAsync("Survey");
        await officer.SelectAsync("Which questions", Title);
        await officer.FillAsync("What staff call it", Title);
        await officer.ChooseAsync("Parents and carers");
        await officer.PressAsync("Schedule the survey");

        await officer.FillAsync("First day", Day(0));
        await officer.FillAsync("Last day", Day(21));
        await officer.FillAsync("Why it is shorter than 6 weeks (optional)", "Families asked for an answer before the summer.");
        await officer.PressAsync("Open the consultation");
    }

    /// <summary>What comes in while the officer has tea.</summary>
    private async Task<string> FamiliesAnswerAsync(string slug)
    {
        var parent = await browser.VisitAsync();
        await parent.GotoAsync($"/consultations/{slug}");
        await parent.GetByRole(AriaRole.Button, new() { Name = "Have your say" }).ClickAsync();
        await OfficersPages.PressAsync(parent, "Start");
        await Expect(parent.GetByRole(AriaRole.Main).GetByRole(AriaRole.Radio).First).ToBeVisibleAsync();

        var api = browser.Platform.GraphQL("participation-officer");
        var data = await api.DataAsync("query($slug: String!) { consultation: consultationBySlug(slug: $slug) { id } }", new { slug });
        var consultation = data["consultation"]!["id"]!.GetValue<string>();
        data = await api.DataAsync(
            "query($id: ID!) { scheduledWaves(consultationId: $id, first: 1) { nodes { wave { id instrument { questions { key kind } } } } } }", new { id = consultation });
        var wave = data["scheduledWaves"]!["nodes"]![0]!["wave"]!;
        var keys = wave["instrument"]!["questions"]!.AsArray().Select(question => question!["key"]!.GetValue<string>()).ToList();
        var family = browser.Platform.GraphQL();
        await Parallel.ForAsync(0, Responses, async (number, _) => await family.MutateAsync(
            "submitResponse",
            new
            {
                waveId = wave["id"]!.GetValue<string>(),
                idempotencyKey = Guid.NewGuid(),
                answers = new object[] { new { questionKey = keys[0], optionKey = "disagree" }, new { questionKey = keys[1], text = Words[number % 2] } },
            },
            "receipt",
            "reference"));
        await CatchUpAsync();
        return consultation;
    }

    /// <summary>Opens a theme for each of the two points, and then codes one view after the other with two keys each.</summary>
    private async Task CodeAsync(Keyboard officer, string consultation)
    {
        await KeyTimes.MeasureAsync(officer.Page);
        await officer.FollowAsync("Coding board");
        var watch = Stopwatch.StartNew();
        for (var view = 0; view < Coded;)
        {
            var rows = await officer.Page.Locator("[data-row]").CountAsync();
            for (var row = 1; row <= rows && view < Coded; row++, view++)
            {
                if (view < Themes.Length)
                    await OpenThemeAsync(officer, Themes[view].Title, Themes[view].Point);
                else
                    await officer.Page.Keyboard.PressAsync($"{view % Themes.Length + 1}");
                if (row < rows)
                    await officer.Page.Keyboard.PressAsync("j");
                else
                    await officer.LeaveByKeyAsync("j");
            }
        }

        // The board goes on to its next page when all of the last one is sent.
        output.WriteLine($"{Coded} views coded in {watch.Elapsed.TotalSeconds:F1} s. {await KeyTimes.SummaryAsync(officer.Page)}");
        await CatchUpAsync();
        var coded = await browser.Platform.GraphQL("participation-officer").DataAsync(
            "query($id: ID!) { views(consultationId: $id, state: CODED) { totalCount } themes(consultationId: $id) { nodes { viewCount } } }", new { id = consultation });
        coded["views"]!["totalCount"]!.GetValue<int>().ShouldBe(Coded);
        coded["themes"]!["nodes"]!.AsArray().Select(theme => theme!["viewCount"]!.GetValue<int>()).ShouldBe([Coded / 2, Coded / 2]);
    }

    private static async Task OpenThemeAsync(Keyboard officer, string title, string point)
    {
        await officer.Page.Keyboard.PressAsync("n");
        await officer.FillAsync("Title", title);
        await officer.FillAsync("The point these views make", point);
        await officer.GoToAsync(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Open the theme and code the view to it" }));
        await officer.Page.Keyboard.PressAsync("Enter");
        await Expect(officer.Page.Locator("[data-decided]")).ToHaveTextAsync(title);
    }

    /// <summary>Takes the theme from what was said to what changed, and drafts the words for families.</summary>
    private static async Task AnswerAsync(Keyboard officer)
    {
        await officer.FollowAsync("Themes");
        await officer.FollowAsync(Themes[0].Title);
        await officer.PressAsync("Start a loop");

        await officer.ChooseAsync("We will");
        await officer.FillAsync("Day of the decision", Day(0));
        await officer.FillAsync("Who decided", "SEND Improvement Board");
        await officer.FillAsync("Reasons", "It is what most families asked for.");
        await officer.FillAsync("Other options considered", "A form on the website: families want to speak to someone.");
        await officer.PressAsync("Record the decision");

        await officer.FillAsync("What we will do", "Each call is answered on the same day.");
        await officer.FillAsync("Who looks after it", "Head of Inclusion");
        await officer.FillAsync("Done by", Day(60));
        await officer.PressAsync("Save the promise");

        await officer.UnfoldAsync("Record what changed");
        await officer.FillAsync("What changed", Done);
        await officer.FillAsync("Address of the proof", "https://council.example.test/calls");
        await officer.FillAsync("The day it changed", Day(0));
        await officer.PressAsync("Save what changed");

        await officer.FillAsync("You said", Point);
        await officer.FillAsync("We did", Done);
        await officer.PressAsync("Save a draft for a family reader");
    }

    /// <summary>One person drafts the figures, and another approves and publishes them.</summary>
    private async Task ReleaseAsync()
    {
        var analyst = await SitDownAsync("/staff/releases", "Analyst");
        await analyst.FollowAsync("Draft a release");
        await analyst.SelectAsync("Survey", Title);
        await analyst.PressAsync("Go on with the survey");
        await analyst.FillAsync("Title", Title);
        await analyst.PressAsync("Draft and check");

        var decisionMaker = await SitDownAsync("/staff/releases", "Decision maker");
        await decisionMaker.FollowAsync(Title);
        await decisionMaker.FollowAsync("Approve these figures");
        await decisionMaker.PressAsync("Approve");
        await decisionMaker.FollowAsync("Publish");
        await decisionMaker.PressAsync("Publish for good");
    }

    private async Task<Keyboard> SitDownAsync(string address, string role)
    {
        var keyboard = new Keyboard(await browser.VisitAsync(phone: false), CatchUpAsync);
        await keyboard.SignInAsync(address, role);
        return keyboard;
    }

    private Task CatchUpAsync() => browser.Platform.CatchUpAsync();

    private static string Day(int fromToday) => Officer.Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
