using Microsoft.Playwright;
using Tests.Shared.Hosting;
using static EndToEnd.Tests.ParentsPages;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What somebody writes stays in their tab until it has been taken, and nowhere else on the device.</summary>
public sealed class WordsThatAreKept(Browser browser) : IClassFixture<Browser>
{
    private const string Words = "Nobody calls back.";

    [Fact]
    public async Task Words_half_written_are_there_after_a_reload_and_not_in_another_tab_nor_after_they_were_sent()
    {
        var page = await WriteAsync("Kept in the tab");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(Words);

        // Whoever opens the device next has another tab.
        var next = await page.Context.NewPageAsync();
        await next.GotoAsync(page.Url);
        await Expect(next.GetByRole(AriaRole.Textbox)).ToBeEmptyAsync();
        (await next.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        await next.CloseAsync();

        await ContinueAsync(page);
        await Expect(page.GetByText(Words)).ToBeVisibleAsync();
        (await page.EvaluateAsync<string>("JSON.stringify(sessionStorage)")).ShouldNotContain(Words);
    }

    [Fact]
    public async Task Without_a_connection_one_page_is_kept_and_nothing_that_anybody_read()
    {
        var page = await WriteAsync("Kept by the worker");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        var (reference, secret) = await ParentsAnswers.SendAsync(page);
        await TrackAsync(page, reference, secret);

        var kept = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const caches = await Promise.all((await window.caches.keys()).map(name => window.caches.open(name)));
              const requests = await Promise.all(caches.map(cache => cache.keys()));
              return requests.flat().map(request => new URL(request.url).pathname);
            }
            """);
        kept.ShouldContain("/offline");
        kept.Where(address => address != "/offline").ShouldAllBe(address => address.StartsWith("/build/"));
    }

    private async Task<IPage> WriteAsync(string title)
    {
        var consultation = await new Officer(browser.Platform).OpenConsultationAsync(Officer.Today, title);
        var page = await browser.VisitAsync();
        await ParentsAnswers.WriteAsync(page, consultation.Slug, Words);
        return page;
    }
}
