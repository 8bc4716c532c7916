using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>What moves on a page for somebody who asked that nothing does.</summary>
internal static class Motion
{
    // Much that moves does so only when something happens: so each rule that moves anything is tried on an element of its own.
    private const string Moving = """
        where => {
          const moving = [];
          const moves = style => [
            style.animationName !== "none" && `animation ${style.animationName}`,
            style.transitionProperty !== "none" && style.transitionDuration.split(", ").some(time => parseFloat(time) > 0) && `transition of ${style.transitionProperty}`,
            style.scrollBehavior === "smooth" && "smooth scrolling",
          ].filter(Boolean);
          const look = (element, called) => {
            for (const pseudo of ["", "::before", "::after"])
              for (const move of moves(getComputedStyle(element, pseudo || null))) moving.push(`${where}: ${move} of ${called}${pseudo}`);
          };

          for (const animation of document.getAnimations()) moving.push(`${where}: runs: ${animation.animationName ?? animation.transitionProperty}`);
          for (const element of document.querySelectorAll("*")) look(element, element.outerHTML.slice(0, 100));

          const rules = list => [...list].flatMap(rule => rule instanceof CSSStyleRule ? [rule] : rule.cssRules ? rules(rule.cssRules) : []);
          const ruleMoves = ({ style }) => style.animationName || style.animation || parseFloat(style.transitionDuration) > 0 || style.transition || style.scrollBehavior === "smooth";
          const found = [...document.styleSheets].flatMap(sheet => rules(sheet.cssRules)).filter(rule => !rule.selectorText.includes("reading-motion-none") && ruleMoves(rule));
          for (const { selectorText } of found) {
            const probe = document.body.appendChild(document.createElement("div"));
            probe.className = [...selectorText.matchAll(/\.([\w-]+)/g)].map(name => name[1]).join(" ");
            look(probe, selectorText);
            probe.remove();
          }
          return found.length ? moving : [`${where}: no rule that moves anything was found, so nothing was tried`];
        }
        """;

    /// <summary>With the wish in the settings of their system.</summary>
    public static async Task<string[]> LeftAsync(IPage page, string where)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        var left = await page.EvaluateAsync<string[]>(Moving, where);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        return left;
    }

    /// <summary>With the page as it is, for somebody who asked the platform itself.</summary>
    public static Task<string[]> OfAsync(IPage page, string where) => page.EvaluateAsync<string[]>(Moving, where);
}
