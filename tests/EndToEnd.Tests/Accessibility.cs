using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>WCAG 2.2 AA as axe checks it: no violation, and no contrast that could not be decided.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // In the page itself: these pages hold no others, for whose sake the axe package opens a second page each time, to put its results together in.
    private const string Problems = """
        async where => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const result = await axe.run(document, {
            runOnly: { type: "tag", values: tags },
            resultTypes: ["violations", "incomplete"],
            elementRef: true,
            // Style sheets it would fetch anew each time for a rule of none of these tags.
            preload: { assets: ["media"] },
          });
          // What is half scrolled out of a table's own box cannot be decided on a phone. At a desk it is not scrolled, and is decided.
          const scrolled = ({ element }) => { const box = element.closest(":has(> table)"); return box && box.scrollWidth > box.clientWidth; };
          const undecided = result.incomplete.filter(finding => finding.id === "color-contrast")
            .map(finding => ({ ...finding, nodes: finding.nodes.filter(node => !scrolled(node)) })).filter(finding => finding.nodes.length);
          return [...result.violations, ...undecided].map(finding =>
            `${where}: ${finding.id}: ${finding.help} at ${finding.nodes.map(node => node.html).join(" | ")}`);
        }
        """;

    /// <summary>Gives axe to all that the page is going to show. To send it to each separately takes as long as a look at it.</summary>
    public static Task PrepareAsync(IPage page) => page.AddInitScriptAsync(Axe);

    /// <summary>What is wrong with the page as it stands, in words that lead to it.</summary>
    public static Task<string[]> ProblemsAsync(IPage page, string where) => page.EvaluateAsync<string[]>(Problems, where);
}
