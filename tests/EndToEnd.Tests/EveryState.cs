using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A walk through every page of the platform and the states a page can be in, for tests that look at all of them.</summary>
internal sealed class EveryState(RunningPlatform platform, IPage page, Func<string, Task> look)
{
    /// <summary>Pages of staff that ask for nothing first, by who has them.</summary>
    private static readonly (string Role, string[] Addresses)[] Console =
    [
        ("Participation officer",
        [
            "/staff", "/staff/more", "/staff/consultations?search=nothing-like-this", "/staff/surveys", "/staff/surveys/symbols", "/staff/themes?words=nothing-like-this", "/staff/activities/new",
            "/staff/groups/new", "/staff/people", "/staff/people/answers?reference=ABCD", "/staff/forums", "/staff/forums/new", "/staff/feedback", "/staff/feedback/new", "/staff/feedback/volumes", "/staff/local-offer?year=2019", "/staff/waves/new",
            "/staff/actions", "/staff/actions/new", "/staff/measures", "/staff/notifications", "/staff/notifications/entry-published", "/staff/reminders",
        ]),
        ("Commissioner", ["/staff/charter", "/staff/charter/editions", "/staff/charter/editions/new", "/staff/charter/new", "/staff/statements", "/staff/evidence"]),
        ("PACT forum coordinator", ["/staff/moderation", "/staff/moderation/appeals", "/staff/moderation/ledger"]),
        ("Analyst", ["/staff/results/doing", "/staff/results/populations", "/staff/results/populations/new", "/staff/releases", "/staff/releases/new"]),
        ("Safeguarding lead", ["/staff/safeguarding", "/staff/safeguarding/holds"]),
        ("Privacy officer", ["/staff/privacy/erasure", "/staff/privacy/access-log", "/staff/privacy/retention", "/staff/privacy/sessions"]),
        ("Administrator", ["/staff/privacy/keys", "/staff/privacy/keys/new", "/staff/webhooks", "/staff/webhooks/new", "/staff/messages"]),
        ("PACT representative", ["/staff/reading"]),
    ];

    private const string Title = "Averyverylongwordforaconsultation";

    public async Task WalkAsFamiliesAsync()
    {
        var today = Officer.Today;
        var officer = new Officer(platform);
        var consultation = await officer.OpenConsultationAsync(today, Title);

        foreach (var address in PagesToRead.Of(consultation.Slug))
            await OpenAsync(address);
        var (reference, secret) = await AnswerAsync(consultation.Slug);
        await TrackAsync(consultation.Slug, reference, secret);
        await officer.OfferEasyReadAsync(consultation.InstrumentId, platform.GraphQL("participation-officer/2"));
        await ReadEasilyAsync(consultation.Slug);

        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);
        var loop = await officer.PublishWeWillAsync(theme, today);
        await officer.PublishWeDidAsync(loop, today);
        await platform.CatchUpAsync();
        await OpenAsync("/");
        await OpenAsync("/you-said-we-did");
        await OpenAsync($"/you-said-we-did/{loop.Slug}");

        await TalkAsync(today, Title);
    }

    public async Task WalkAsStaffAsync()
    {
        var today = Officer.Today;
        var officer = new Officer(platform);
        var consultation = await officer.OpenConsultationAsync(today, Title);
        await platform.SubmitAsync(consultation.WaveId, "One person who knows us.\nSomeone who calls back.");
        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);
        await officer.PublishWeDidAsync(await officer.PublishWeWillAsync(theme, today), today);
        await platform.SubmitAsync(consultation.WaveId, "Someone who calls back.");
        var coordinator = new PactsCoordinator(platform);
        await coordinator.AskAsync(today, Title);
        await coordinator.PlanAsync(today, Title);
        await coordinator.HaveSeatAsync(Title);

        await platform.CatchUpAsync();
        await WorkAsync(consultation.Slug);
    }

    private async Task TalkAsync(DateOnly today, string title)
    {
        var coordinator = new PactsCoordinator(platform);
        await OpenAsync("/pact/posts", "a receipt asked for");
        await OpenAsync("/pact/activities", "no activities");
        var topic = await coordinator.AskAsync(today, title);
        await OpenAsync("/pact");
        await OpenAsync("/pact/forums");
        await OpenAsync($"/pact/forums/{topic.Forum}");
        await OpenAsync(topic.Address, "a topic without posts");
        await OpenAsync($"{topic.Address}/write", "a post to write");
        await PressAsync("Send");
        await look("a post with an error");
        await page.GetByLabel("What do you want to say?").FillAsync("Meetings start too early.\nRing me: 07700 900123");
        await PressAsync("Send");
        await look("the receipt of a post");
        await OpenAsync("/pact/posts", "one's own posts");
        await page.Locator("main h2 a").First.ClickAsync();
        await look("a post that is held");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change your words" }).ClickAsync();
        await look("a post to change");
        await page.GetByLabel("Your words").FillAsync("Meetings start too early.");
        await PressAsync("Send the new words");
        await look("a post that was changed");
        var own = page.Url.Split('?')[0];
        await OpenAsync($"{own}/withdraw", "a post to take back");
        await coordinator.ReleaseAllAsync(topic);
        await OpenAsync(topic.Address, "a topic");
        var post = $"{topic.Address}/posts/{await page.Locator("[data-post]").GetAttributeAsync("data-post")}";
        await OpenAsync(post, "a post");
        await OpenAsync($"{post}/agree", "agreeing");
        await OpenAsync($"{post}/report", "a report");
        await PressAsync("Report it");
        await look("a report with an error");
        await ChooseAsync("Somebody may be in danger");
        await PressAsync("Report it");
        await look("what to do now");

        var activity = await coordinator.PlanAsync(today, title);
        await OpenAsync("/pact/representatives", "parents on the boards");
        await OpenAsync("/pact/forums?words=nothing+like+it", "topics looked for and not found");
        await OpenAsync("/pact/activities", "activities");
        await OpenAsync($"/pact/activities/{activity}", "an activity");
        await OpenAsync($"/pact/activities/{activity}/join", "an activity to join");
        await OpenAsync("/sign-in");
        await OpenAsync("/sign-in?return=/pact/run", "the sign-in");
        await ChooseAsync("PACT forum coordinator");
        await PressAsync("Sign in");
        await look("the forums one runs");
        await coordinator.HaveSeatAsync(title);
        await OpenAsync("/pact/run/new", "a forum to open");
        await PressAsync("Open the forum");
        await look("a forum to open with errors");
        await OpenAsync("/pact/representatives", "parents on the boards with a free seat");
        await OpenAsync("/pact/run/representatives", "the seats one chooses for");
        await page.Locator("main .rows__title a").First.ClickAsync();
        await look("a seat to choose somebody for");
        await OpenAsync($"/pact/run/{topic.Forum}", "a forum one runs");
        await OpenAsync($"/pact/run/{topic.Forum}/words", "a forum's words");
        await OpenAsync($"/pact/run/{topic.Forum}/topic", "a question to ask");
        await PressAsync("Publish the question");
        await look("a question with errors");
        await OpenAsync($"/pact/run/{topic.Forum}/people", "who moderates");
    }

    private async Task<(string Reference, string Secret)> AnswerAsync(string slug)
    {
        await OpenAsync($"/consultations/{slug}/have-your-say");
        await PressAsync("Start");
        await look("who is answering");
        await ChooseAsync("I am a parent or carer");
        await PressAsync("Continue");
        await look("a question");
        await PressAsync("Continue");
        await look("a question with an error");
        await ChooseAsync("Agree");
        await PressAsync("Continue");
        await ChooseAsync("Primary");
        await PressAsync("Continue");
        await look("a question for words");
        await page.GetByRole(AriaRole.Textbox).FillAsync("One person who knows us.\nSomeone who calls back.");
        await PressAsync("Continue");
        await look("the check of the answers");
        await OpenAsync($"/consultations/{slug}/have-your-say", "a start that can be gone on with");
        await OpenAsync($"/consultations/{slug}/have-your-say/save");
        await PressAsync("Save my answers");
        await look("answers that are saved");
        await OpenAsync("/come-back");
        await PressAsync("Go on with my answers");
        await look("coming back with an error");
        await page.GotoAsync($"/consultations/{slug}/have-your-say/check");
        await PressAsync("Send my answers");
        await look("the receipt");
        return await ParentsPages.ReadReceiptAsync(page);
    }

    /// <summary>The same questions in few words, with faces and pictures.</summary>
    private async Task ReadEasilyAsync(string slug)
    {
        await page.GotoAsync($"/your-voice/say/{slug}/answer");
        await ChooseAsync("Easy Read");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start") }).ClickAsync();
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await PressAsync("Continue");
        await look("a question with faces");
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await PressAsync("Continue");
        await look("answers with pictures");
    }

    private async Task TrackAsync(string slug, string reference, string secret)
    {
        await OpenAsync($"/consultations/{slug}/paper");
        await OpenAsync("/track");
        await PressAsync("Show what happened");
        await look("tracking with an error");
        await ParentsPages.TrackAsync(page, reference, secret);
        await look("a journey");
        await OpenAsync($"/track/{reference}/e-mail");
        await OpenAsync($"/track/{reference}/answers");
        await OpenAsync($"/track/{reference}/take-back");
        await OpenAsync($"/track/{reference}/erase");
        await OpenAsync("/offline");
    }

    private async Task WorkAsync(string slug)
    {
        await OpenAsync("/sign-in");
        await PressAsync("Sign in");
        await look("the sign-in with an error");
        await ChooseAsync("Participation officer");
        await PressAsync("Sign in");
        await look("the staff's consultations");
        await OpenAsync($"/staff/consultations/{slug}");
        await OpenAsync($"/staff/consultations/{slug}/setup");
        await OpenAsync($"/staff/consultations/{slug}/change/extend");
        await OpenAsync("/staff/consultations/new");
        await OpenAsync("/staff/waves");
        await OpenAsync("/staff/paper");
        await page.GotoAsync($"/staff/consultations/{slug}/views/next");
        await look("a view");
        await page.Locator("summary", new() { HasText = "A new theme" }).ClickAsync();
        await look("a view of a new theme");
        await PressAsync("Open the theme and code the view to it");
        await look("a view with an error");
        await OfficersPages.CodeToNewThemeAsync(page, "Calling back", "Families want someone who calls back.");
        await Expect(page.Locator("[data-status]")).ToHaveTextAsync("All changes are saved.");
        await look("what comes after a view is coded");

        await page.GotoAsync($"/staff/consultations/{slug}");
        await PressAsync("Start a loop for Calling back");
        await look("a loop without a decision");
        await PressAsync("Record the decision");
        await look("a decision with errors");
        await OfficersPages.DecideAsync(page);
        await look("a loop with a decision");
        await OfficersPages.PromiseAsync(page);
        await look("a loop with a promise");
        await page.Locator("summary", new() { HasText = "Record what changed" }).ClickAsync();
        await look("a loop with a later step open");
        await OpenAsync("/staff/loops", "the board of loops");
        await OpenAsync("/staff/loops?view=list", "a list of loops");
        await OpenAsync("/staff/loops/promises", "promises");
        await OpenAsync("/staff/loops/no-such-loop");
        await LookAroundAsync(slug);
    }

    /// <summary>What the officer before has not come to, and what others who work here have of their own.</summary>
    private async Task LookAroundAsync(string slug)
    {
        foreach (var (role, addresses) in Console)
        {
            await page.GotoAsync("/sign-in");
            await ChooseAsync(role);
            await PressAsync("Sign in");
            foreach (var address in addresses)
                await OpenAsync(address);
            if (role == "Participation officer")
                await LookInsideAsync(slug);
        }
    }

    private async Task LookInsideAsync(string slug)
    {
        await OpenFirstAsync("/staff/themes", "a theme");
        await OpenFirstAsync("/staff/activities", "an activity for staff");
        await OpenAsync("/staff/groups");
        await page.Locator("main section:has(.govuk-summary-list) h2 a").First.ClickAsync();
        await look("a group with seats");
        await OpenFirstAsync("/staff/waves", "a run of a survey");
        await OpenFirstAsync("/staff/results", "the results of a survey");
        await OpenAsync($"/staff/consultations/{slug}/results", "who answered");
        await OpenAsync($"/staff/consultations/{slug}/coding/progress", "progress of the coding");
        await OpenAsync($"/staff/consultations/{slug}/coding/several", "several views at once");
        await OpenAsync("/staff/surveys/new", "a survey to begin");
        await page.GetByLabel("What staff call it").FillAsync("Getting to school");
        await PressAsync("Begin the survey");
        await look("a survey without questions");
        var survey = new Uri(page.Url).AbsolutePath;
        await OpenAsync($"{survey}/add-question", "kinds of questions");
        await OpenAsync($"{survey}/add-question?kind=Agreement", "a question to write");
        await PressAsync("Save the question");
        await look("a question to write with an error");
        await page.GetByLabel("The statement", new() { Exact = true }).FillAsync("The bus comes on time.");
        await PressAsync("Save the question");
        await look("a survey with a question");
        foreach (var part in new[] { "try", "renditions", "publish", "discard" })
            await OpenAsync($"{survey}/{part}", $"a survey: {part}");
    }

    private async Task OpenFirstAsync(string list, string called)
    {
        await OpenAsync(list);
        await page.Locator($"main a[href^='{list}/']:not([href$='/new'])").First.ClickAsync();
        await look(called);
    }

    private async Task OpenAsync(string address, string? called = null)
    {
        await page.GotoAsync(address);
        await look(called ?? address);
    }

    private Task PressAsync(string button) => OfficersPages.PressAsync(page, button);

    private Task ChooseAsync(string choice) => page.GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true }).CheckAsync();
}
