using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>
/// The page in the few colours somebody's own system draws everything in: backgrounds and shadows are gone, and what was told by them alone is lost.
/// Where the focus is, what is a control, which of a menu is open, what an image shows and every word must still be seen, on black and on white.
/// </summary>
internal static class Colours
{
    // What is set apart by a background, without a word or a border, is found while the page has its own colours.
    private const string FindMarks = """
        () => {
          const parts = element => ["", "::before", "::after"].map(pseudo => ({ element, pseudo, style: getComputedStyle(element, pseudo || null) }));
          const coloured = ({ pseudo, style }) => style.backgroundColor !== "rgba(0, 0, 0, 0)" && (!pseudo || style.content === '""');
          const empty = ({ element, pseudo }) => pseudo || (!element.textContent.trim() && element.localName !== "svg" && !element.matches("input, select, textarea, svg *") && !element.children.length);
          window.marks = [...document.body.querySelectorAll("*")].filter(element => element.checkVisibility({ visibilityProperty: true })).flatMap(parts)
            .filter(part => coloured(part) && empty(part) && part.style.display !== "none" && parseFloat(part.style.width) > 1 && parseFloat(part.style.height) > 1)
            .map(({ element, pseudo }) => ({ element, pseudo }));
        }
        """;

    private const string FindLost = """
        where => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const channels = new Map();
          const read = colour => {
            if (!channels.has(colour)) {
              canvas.clearRect(0, 0, 1, 1);
              canvas.fillStyle = colour;
              canvas.fillRect(0, 0, 1, 1);
              channels.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
            }
            return channels.get(colour);
          };
          const clear = colour => colour === "none" || read(colour)[3] === 0;
          const light = colour => {
            const [r, g, b] = read(colour).map(part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const contrast = (one, other) => {
            const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
          };
          const probe = document.body.appendChild(document.createElement("i"));
          probe.style.backgroundColor = "Canvas";
          const paper = getComputedStyle(probe).backgroundColor;
          probe.remove();
          const under = element => {
            for (let at = element; at; at = at.parentElement) {
              const colour = getComputedStyle(at).backgroundColor;
              if (!clear(colour)) return colour;
            }
            return paper;
          };

          const shown = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
          // A frame never has the style of what has the focus: what is around it has.
          const styles = element => [element, ...(element.labels ?? []), ...(element.localName === "iframe" ? [element.parentElement] : [])]
            .flatMap(part => ["", "::before", "::after"].map(pseudo => getComputedStyle(part, pseudo || null)));
          const edged = (style, edge) => style[`${edge}Style`] !== "none" && parseFloat(style[`${edge}Width`]) > 0 && !clear(style[`${edge}Color`]);
          const outlined = element => styles(element).some(style => edged(style, "outline"));
          const bordered = style => ["Top", "Bottom", "Left", "Right"].some(side => edged(style, `border${side}`));
          const underlined = element => getComputedStyle(element).textDecorationLine.includes("underline");
          const lost = [];
          const lose = (what, element) => lost.push(`${where}: ${what}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 150)}`);

          const focused = document.activeElement;
          for (const element of document.querySelectorAll("a[href], button:enabled, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
            if (!shown(element)) continue;
            element.blur();
            const before = outlined(element);
            element.focus({ preventScroll: true });
            if (before || !outlined(element)) lose("the focus is not seen", element);
            element.blur();
          }
          focused.focus({ preventScroll: true });

          for (const element of document.querySelectorAll("button:enabled, a.govuk-button, input:not([type=hidden]), select, textarea"))
            if (shown(element) && !styles(element).some(bordered) && !underlined(element)) lose("not seen to be a control", element);
          for (const element of document.querySelectorAll("input:checked"))
            if (shown(element) && ![...element.labels].map(label => getComputedStyle(label, "::after")).some(sign => sign.opacity === "1" && bordered(sign)))
              lose("not seen to be chosen", element);
          for (const element of document.querySelectorAll("[aria-current]"))
            if (shown(element) && !bordered(getComputedStyle(element)) && !bordered(getComputedStyle(element.parentElement)) && parseInt(getComputedStyle(element).fontWeight) < 600)
              lose("not seen to be the one that is open", element);

          for (const image of document.querySelectorAll("svg")) {
            const colours = [...image.querySelectorAll("*")].map(part => getComputedStyle(part)).flatMap(style => [style.fill, style.stroke]).filter(colour => !clear(colour));
            if (shown(image) && !colours.some(colour => contrast(colour, under(image)) >= 3)) lose(`an image that is not seen, ${colours} on ${under(image)}`, image);
          }
          for (const { element, pseudo } of window.marks) {
            const style = getComputedStyle(element, pseudo || null);
            if (!bordered(style) && contrast(style.backgroundColor, under(pseudo ? element : element.parentElement)) < 3) lose(`a mark ${pseudo} that is not seen`, element);
          }

          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, node => node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
          while (words.nextNode()) {
            const element = words.currentNode.parentElement;
            if (shown(element) && contrast(getComputedStyle(element)[element.closest("svg") ? "fill" : "color"], under(element)) < 4.5) lose("words that are not read", element);
          }
          return lost;
        }
        """;

    public static async Task<IReadOnlyList<string>> LostAsync(IPage page, string where)
    {
        await page.EvaluateAsync(FindMarks);
        var lost = new List<string>();
        foreach (var paper in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active, ColorScheme = paper });
            lost.AddRange(await page.EvaluateAsync<string[]>(FindLost, $"{where} ({paper})"));
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None, ColorScheme = ColorScheme.Light });
        return lost;
    }
}
