using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Two officers who have the same thing before them. Whoever comes second is told, and nothing that either wrote is lost.</summary>
public sealed class TwoOfficersAtOnce(Browser browser) : IClassFixture<Browser>
{
    private const string Definition = "Somebody rings back within two days.";
    private const string Include = "Letters that do not say who will ring.";

    private readonly Officer _officer = new(browser.Platform);

    [Fact]
    public async Task Both_define_a_theme_and_both_of_their_words_are_kept()
    {
        var consultation = await OpenConsultationAsync("One theme");
        var theme = await OpenThemeAsync(consultation, "Calling back");
        await browser.Platform.CatchUpAsync();
        var (first, second) = await BothAtAsync($"/staff/themes/{theme}");

        await DefineAsync(first, Definition);
        await Expect(first.GetByRole(AriaRole.Status)).ToContainTextAsync("The definition is saved.");
        await second.Locator("summary", new() { HasText = "Define it" }).ClickAsync();
        await second.GetByLabel("What belongs here although it may not seem so (optional)").FillAsync(Include);
        await DefineAsync(second, "Calls.");

        await Expect(second.Locator("#now")).ToContainTextAsync("Somebody else changed this theme while you were writing.");
        await Expect(second.Locator("#now")).ToContainTextAsync(Definition);
        await Expect(second.GetByLabel("What belongs here although it may not seem so (optional)")).ToHaveValueAsync(Include);
        await Expect(second.GetByLabel("The point", new() { Exact = true })).ToHaveValueAsync("Calls.");
        await DefineAsync(second, Definition);
        await Expect(second.GetByRole(AriaRole.Status)).ToContainTextAsync("The definition is saved.");

        var now = await _officer.GraphQL.DataAsync("query($id: ID!) { theme(id: $id) { description { definition include } } }", new { id = theme });
        var description = now["theme"]!["description"]!;
        description["definition"]!.GetValue<string>().ShouldBe(Definition);
        description["include"]!.GetValue<string>().ShouldBe(Include);
    }

    [Fact]
    public async Task Both_code_a_view_and_the_first_code_stands()
    {
        var consultation = await OpenConsultationAsync("One view");
        await OpenThemeAsync(consultation, "Calling back");
        await OpenThemeAsync(consultation, "Plain letters");
        await browser.Platform.SubmitAsync(consultation.WaveId, "Nobody calls back.");
        await browser.Platform.CatchUpAsync();
        var (first, second) = await BothAtAsync($"/staff/consultations/{consultation.Slug}/coding");

        await first.Keyboard.PressAsync("1");
        await Expect(first.Locator("[data-status]")).ToHaveTextAsync("All changes are saved.");
        await second.Keyboard.PressAsync("2");

        await Expect(second.Locator("[data-status]")).ToContainTextAsync("Somebody else worked on a view at the same time. It is shown as it is now, and your change was not made");
        await Expect(second.Locator("[data-decided]")).ToHaveTextAsync("Calling back");
        await Expect(second.GetByLabel("1 Calling back")).ToBeCheckedAsync();
        await Expect(second.GetByLabel("2 Plain letters")).Not.ToBeCheckedAsync();
        await browser.Platform.CatchUpAsync();
        var now = await _officer.GraphQL.DataAsync("query($id: ID!) { views(consultationId: $id) { nodes { themes { title } } } }", new { id = consultation.Id });
        now["views"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["themes"]!.AsArray().ShouldHaveSingleItem()!["title"]!.GetValue<string>().ShouldBe("Calling back");
    }

    [Fact]
    public async Task Each_sees_which_view_the_other_has_open_and_no_more_once_they_have_left()
    {
        var consultation = await OpenConsultationAsync("Two views");
        await browser.Platform.SubmitAsync(consultation.WaveId, "Nobody calls back.");
        await browser.Platform.SubmitAsync(consultation.WaveId, "The letters are long.");
        await browser.Platform.CatchUpAsync();
        var (first, second) = await BothAtAsync($"/staff/consultations/{consultation.Slug}/coding");

        await Expect(second.Locator("[data-same]")).ToContainTextAsync("has this view open too.");
        await second.Keyboard.PressAsync("j");
        await Expect(first.Locator("[data-row-others]").Nth(1)).ToContainTextAsync("open with Analyst", new() { Timeout = 60_000 });
        await second.GotoAsync("/staff");
        await Expect(first.Locator("[data-others]")).ToContainTextAsync("Nobody else is at this board just now.", new() { Timeout = 60_000 });
    }

    private Task<OpenedConsultation> OpenConsultationAsync(string title) => _officer.OpenConsultationAsync(Officer.Today, title);

    private async Task<string> OpenThemeAsync(OpenedConsultation consultation, string title)
    {
        var theme = await _officer.GraphQL.MutateAsync("openTheme", new { consultationId = consultation.Id, title, summary = $"Families say: {title}." }, "theme");
        return theme["id"]!.GetValue<string>();
    }

    /// <summary>A participation officer and an analyst, each in a browser of their own.</summary>
    private async Task<(IPage First, IPage Second)> BothAtAsync(string address)
    {
        var first = new Keyboard(await browser.VisitAsync(phone: false), CatchUpAsync);
        var second = new Keyboard(await browser.VisitAsync(phone: false), CatchUpAsync);
        await first.SignInAsync(address, "Participation officer");
        await second.SignInAsync(address, "Analyst");
        return (first.Page, second.Page);
    }

    private Task CatchUpAsync() => browser.Platform.CatchUpAsync();

    private static async Task DefineAsync(IPage page, string point)
    {
        var field = page.GetByLabel("The point", new() { Exact = true });
        if (!await field.IsVisibleAsync())
            await page.Locator("summary", new() { HasText = "Define it" }).ClickAsync();
        await field.FillAsync(point);
        await OfficersPages.PressAsync(page, "Save the definition");
    }
}
