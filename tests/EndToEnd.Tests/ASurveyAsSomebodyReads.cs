using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The whole survey, to its receipt, for people who chose to read in another way.</summary>
public sealed class ASurveyAsSomebodyReads(Browser browser) : IClassFixture<Browser>
{
    private const string Overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData("/", "language", "ar", "rtl")]
    [InlineData("/pact", "language", "pl", "ltr")]
    [InlineData("/your-voice", "size", "larger", "ltr")]
    public async Task What_was_chosen_on_one_page_holds_on_every_one_up_to_the_receipt(string face, string preference, string value, string direction)
    {
        var consultation = await new Officer(browser.Platform).OpenConsultationAsync(Officer.Today, $"Read in {value}");
        var page = await browser.VisitAsync(javaScript: true);
        await page.GotoAsync(face);
        await page.Locator("a[href^='/preferences?']").ClickAsync();
        await page.Locator($"input[name='{preference}'][value='{value}']").CheckAsync();
        await NextAsync(page);
        new Uri(page.Url).AbsolutePath.ShouldBe(face);
        foreach (var address in new[] { "/", "/pact", "/your-voice", "/track", "/you-said-we-did" })
        {
            await page.GotoAsync(address);
            await LookAsync();
        }

        await page.GotoAsync($"/consultations/{consultation.Slug}/have-your-say");
        await NextAsync(page);
        await ChooseAsync(0);
        await ChooseAsync(1);
        await ChooseAsync(1);
        await page.GetByRole(AriaRole.Textbox).FillAsync("شخص واحد يعرفنا. One person who knows us.");
        await NextAsync(page);
        await Expect(page.GetByText("One person who knows us.")).ToBeVisibleAsync();
        await LookAsync();
        await NextAsync(page);
        await page.WaitForURLAsync("**/receipt");
        await LookAsync();

        // To what happens to the answers.
        await NextAsync(page);
        await page.WaitForURLAsync("**/track/*");
        await Expect(page.Locator(".steps__item--done")).ToHaveCountAsync(1);
        await LookAsync();

        async Task ChooseAsync(int which)
        {
            await LookAsync();
            await page.GetByRole(AriaRole.Radio).Nth(which).CheckAsync();
            await NextAsync(page);
        }

        async Task LookAsync()
        {
            var root = page.Locator("html");
            await Expect(root).ToHaveAttributeAsync("dir", direction);
            if (preference == "language")
                await Expect(root).ToHaveAttributeAsync("lang", value);
            else
                (await root.GetAttributeAsync("class"))!.ShouldContain($"reading-{preference}-{value}");
            (await page.EvaluateAsync<int>(Overflow)).ShouldBeLessThanOrEqualTo(0, page.Url);
        }
    }

    /// <summary>The first button of the page's form, whatever language it is in.</summary>
    private static Task NextAsync(IPage page) => page.Locator("main button[type=submit].govuk-button").First.ClickAsync();
}
