using Tests.Shared.Hosting;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The page of what became of somebody's answers, while it is open.</summary>
public sealed class AJourneyThatIsOpen(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task What_is_published_is_shown_and_said_and_nobody_loses_their_place()
    {
        var today = Officer.Today;
        var officer = new Officer(browser.Platform);
        var consultation = await officer.OpenConsultationAsync(today, "Live journey");
        var page = await browser.VisitAsync();
        await ParentsAnswers.WriteAsync(page, consultation.Slug, "One person to talk to.");
        var (reference, secret) = await ParentsAnswers.SendAsync(page);
        await ParentsPages.TrackAsync(page, reference, secret);
        await Expect(page.Locator("[data-live-status]")).ToBeVisibleAsync();
        await page.EvaluateAsync("window.sameDocument = true");
        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);
        var loop = await officer.PublishWeWillAsync(theme, today);

        var entry = page.Locator($"a[href='/you-said-we-did/{loop.Slug}']");
        await entry.FocusAsync();
        await officer.PublishWeDidAsync(loop, today);

        await Expect(page.GetByText("Every school now has one named person.")).ToBeVisibleAsync();
        await Expect(entry).ToBeFocusedAsync();
        await Expect(page.Locator("[aria-live=polite][data-live-news]")).ToHaveTextAsync("Something new has happened to your answers.");
        (await page.EvaluateAsync<bool>("window.sameDocument === true")).ShouldBeTrue();
    }
}
