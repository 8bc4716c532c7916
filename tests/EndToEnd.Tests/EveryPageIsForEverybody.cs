using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tests.Shared.Hosting;

namespace EndToEnd.Tests;

/// <summary>Every page against WCAG 2.2 AA, on a phone and on a desk: no violation and no contrast that could not be decided.</summary>
public sealed class EveryPageIsForEverybody(Browser browser) : IClassFixture<Browser>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_page_has_an_accessibility_violation(bool phone)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var officer = new Officer(browser.Platform);
        var consultation = await officer.OpenConsultationAsync(today, $"For everybody {phone}");
        var page = await browser.VisitAsync(phone: phone);
        var wrong = new List<string>();

        foreach (var address in new[]
        {
            "/", "/consultations", $"/consultations/{consultation.Slug}", $"/consultations/{consultation.Slug}/have-your-say", "/track",
            "/you-said-we-did", "/accessibility", "/privacy", "/sign-in", "/no-such-page", "/staff",
        })
        {
            await page.GotoAsync(address);
            wrong.AddRange(await CheckAsync(page, address));
        }

        await page.GotoAsync($"/consultations/{consultation.Slug}/have-your-say");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        wrong.AddRange(await CheckAsync(page, "first question"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        wrong.AddRange(await CheckAsync(page, "first question with an error"));

        wrong.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> CheckAsync(IPage page, string where)
    {
        var result = await page.RunAxe(Rules);
        var undecided = result.Incomplete.Where(finding => finding.Id == "color-contrast");
        return result.Violations.Concat(undecided).Select(finding =>
            $"{where}: {finding.Id}: {finding.Help} at {string.Join(" | ", finding.Nodes.Select(node => node.Html))}");
    }
}
