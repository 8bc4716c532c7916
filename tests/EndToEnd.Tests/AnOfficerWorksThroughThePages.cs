using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static EndToEnd.Tests.OfficersPages;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>From unread views to a published answer, by the staff pages alone and without a script.</summary>
public sealed class AnOfficerWorksThroughThePages(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Views_are_coded_one_after_the_other_and_their_theme_gets_its_answer()
    {
        var consultation = await new Officer(browser.Platform).OpenConsultationAsync(Officer.Today, "Calling us back");
        foreach (var words in new[] { "Nobody calls back.", "I rang four times.", "The bus is late." })
            await browser.Platform.SubmitAsync(consultation.WaveId, words);
        await browser.Platform.CatchUpAsync();
        var page = await browser.VisitAsync(javaScript: false, phone: false);

        await SignInAsync(page);
        await page.GotoAsync("/staff/consultations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Code the next view of Calling us back" }).ClickAsync();
        await CodeToNewThemeAsync(page, "Calling back", "Families want someone who calls back.");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The view is coded. Here is the next one.");
        await browser.Platform.CatchUpAsync();
        await CodeToThemeAsync(page, "Calling back");
        await browser.Platform.CatchUpAsync();
        await MarkNotCodableAsync(page, "The words are about the bus.");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("There are no more to code just now.");
        await browser.Platform.CatchUpAsync();

        await PressAsync(page, "Start a loop for Calling back");
        await DecideAsync(page);
        await PromiseAsync(page);
        await page.GetByLabel("A parent or carer of Kent PACT").CheckAsync();
        await PressAsync(page, "Publish");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Published. Everyone can see it now.");

        await ActAsync(page, "Every call is answered on the same day.", "our website");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("https://");
        await ActAsync(page, "Every call is answered on the same day.", "https://council.example.test/calls");
        await page.GetByLabel("A parent or carer of Kent PACT").CheckAsync();
        await PressAsync(page, "Publish");
        await page.GetByRole(AriaRole.Link, new() { Name = "See it as families do" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "We did" })).ToBeVisibleAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("Every call is answered on the same day.");
        var family = await browser.VisitAsync(javaScript: false);
        await family.GotoAsync("/you-said-we-did");
        await Expect(family.GetByRole(AriaRole.Link, new() { Name = "Families want someone who calls back." })).ToBeVisibleAsync();
    }
}
