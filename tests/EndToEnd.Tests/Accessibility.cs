using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>WCAG 2.2 AA as axe checks it: no violation, and no contrast that could not be decided.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>What is wrong with the page as it stands, in words that lead to it.</summary>
    public static async Task<IEnumerable<string>> ProblemsAsync(IPage page, string where)
    {
        var result = await page.RunAxe(Rules);
        var undecided = result.Incomplete.Where(finding => finding.Id == "color-contrast");
        return result.Violations.Concat(undecided).Select(finding =>
            $"{where}: {finding.Id}: {finding.Help} at {string.Join(" | ", finding.Nodes.Select(node => node.Html))}");
    }
}
