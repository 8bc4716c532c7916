using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The survey for someone who has keys and no pointer.</summary>
public sealed class ByKeyboardAlone(Browser browser) : IClassFixture<Browser>
{
    /// <summary>More stops than any page has: to need more is to be lost.</summary>
    private const int MostStops = 40;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_parent_answers_and_sends(bool javaScript)
    {
        var consultation = await new Officer(browser.Platform).OpenConsultationAsync(Officer.Today, $"Keys {javaScript}");
        var page = await browser.VisitAsync(javaScript);
        await page.GotoAsync($"/consultations/{consultation.Slug}");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await GoToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Have your say" }), "Enter");
        await GoToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }), "Enter");
        await GoToAsync(page, page.GetByRole(AriaRole.Radio, new() { Name = "I am a parent or carer" }), "Space");
        await page.Keyboard.PressAsync("Enter");

        // An answer left out puts the reader on the summary, whose link leads to the question.
        await GoToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Continue" }), "Enter");
        await Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Strongly agree" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Agree", Exact = true })).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Enter");

        await GoToAsync(page, page.GetByRole(AriaRole.Radio, new() { Name = "Primary" }), "Space");
        await page.Keyboard.PressAsync("Enter");
        await GoToAsync(page, page.GetByRole(AriaRole.Textbox));
        await page.Keyboard.TypeAsync("Someone who calls back.");
        await GoToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Continue" }), "Enter");
        await GoToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Send my answers" }), "Enter");

        await ParentsPages.ReadReceiptAsync(page);
    }

    /// <summary>Goes on with the Tab key until the element has the focus, and then presses a key on it.</summary>
    private static async Task GoToAsync(IPage page, ILocator element, string? key = null)
    {
        await Expect(element).ToBeVisibleAsync();
        for (var stops = 0; !await element.EvaluateAsync<bool>("element => element === document.activeElement"); stops++)
        {
            stops.ShouldBeLessThan(MostStops, $"The Tab key does not lead to {element}.");
            await page.Keyboard.PressAsync("Tab");
        }

        if (key is not null)
            await page.Keyboard.PressAsync(key);
    }
}
