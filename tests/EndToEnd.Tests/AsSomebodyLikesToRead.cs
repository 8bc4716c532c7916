using Microsoft.Playwright;
using Tests.Shared.Hosting;

namespace EndToEnd.Tests;

/// <summary>Other papers, other sizes, another direction, nothing that moves: what somebody chose to read by leaves nothing unreadable and nothing out of reach.</summary>
public sealed class AsSomebodyLikesToRead(Browser browser) : IClassFixture<Browser>
{
    private const string Overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData("paper=dark&motion=none&language=ar")]
    [InlineData("paper=cream&spacing=wide&language=pl")]
    [InlineData("paper=blue&size=larger")]
    public async Task Every_page_can_be_read(string chosen)
    {
        var consultation = await new Officer(browser.Platform).OpenConsultationAsync(Officer.Today, $"Read with {chosen}");
        var page = await browser.VisitAsync(phone: true);
        await Accessibility.PrepareAsync(page);
        await page.Context.AddCookiesAsync([new Cookie { Name = "reading", Value = chosen, Url = browser.Platform.Address.ToString() }]);

        var wrong = new List<string>();
        foreach (var address in PagesToRead.Of(consultation.Slug))
        {
            await page.GotoAsync(address);
            wrong.AddRange(await Accessibility.ProblemsAsync(page, address));
            var pixels = await page.EvaluateAsync<int>(Overflow);
            if (pixels > 0)
                wrong.Add($"{address}: {pixels} pixels too wide");
        }

        if (chosen.Contains("motion=none", StringComparison.Ordinal))
            wrong.AddRange(await Motion.OfAsync(page, chosen));
        wrong.ShouldBeEmpty();
    }
}
