namespace Engagement.EvidencePacks;

/// <summary>How the page of a pack looks, on a screen and on paper.</summary>
internal static class PackStyle
{
    // No script and nothing from elsewhere. On paper: rows stay whole, heads come again on each page, and a part begins on a page of its own.
    private const string Head =
        """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>
        body { font: 1rem/1.45 Arial, "Liberation Sans", sans-serif; color: #0b0c0c; background: #fff; margin: 0 auto; max-width: 76rem; padding: 1.5rem; }
        h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 .75rem; }
        h2 { font-size: 1.5rem; line-height: 1.2; margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        p, li, dd { max-width: 52rem; overflow-wrap: anywhere; }
        a { color: #123c43; }
        dl { display: grid; grid-template-columns: fit-content(18rem) 1fr; gap: .35rem 1.5rem; }
        dt { font-weight: bold; }
        dd { margin: 0; }
        .whose { font-weight: bold; margin: 0 0 .25rem; }
        .summary dl { gap: .75rem 1.5rem; }
        .demonstration { background: #f4b63f; color: #16262a; margin-bottom: 1.5rem; padding: .5rem 1rem; print-color-adjust: exact; }
        .demonstration p { margin: 0; }
        summary { border-top: 1px solid #80868b; cursor: pointer; padding: .75rem 0; }
        summary h2 { display: inline; font-size: 1.25rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        th, td { border-bottom: 1px solid #80868b; padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid #0b0c0c; vertical-align: bottom; }
        .fixed { table-layout: fixed; }
        .fixed th, .fixed td { overflow-wrap: anywhere; }
        .first { border-left: .5rem solid #0b0c0c; padding: .5rem 1rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .hash { font-family: "Liberation Mono", monospace; font-size: .75rem; overflow-wrap: anywhere; }
        .quiet { color: #45494d; font-size: .875rem; }
        @page { size: A4 landscape; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Arial, sans-serif; } }
        @media print {
          body { font-size: 10pt; line-height: 1.35; max-width: none; padding: 0; }
          .demonstration { margin-bottom: .75rem; }
          h1 { font-size: 1.75rem; }
          section, #reading { break-before: page; }
          details::details-content { content-visibility: visible; display: block; }
          .summary { break-inside: avoid; }
          .summary h2 { margin-top: .75rem; }
          .summary dl { gap: .35rem 1.5rem; grid-template-columns: 15rem 1fr; }
          .summary dd { max-width: none; }
          h2, h3, .note { break-after: avoid; }
          table { font-size: 8.5pt; }
          thead { display: table-header-group; }
          tr { break-inside: avoid; }
          .scroll { overflow: visible; }
          .hash { font-size: 7pt; }
          a { color: inherit; text-decoration: none; }
        }

        """;

    // The page says it at its top; on paper every further sheet does.
    private const string Demonstration =
        """
        @page { @top-left { content: "Demonstration. The people, views and decisions in this pack are made up."; background: #f4b63f; color: #16262a; font: bold 9pt Arial, sans-serif; margin: 4mm 0; box-sizing: border-box; padding-left: 3mm; print-color-adjust: exact; width: 100%; } }
        @page :first { @top-left { content: none; } }

        """;

    // A row that is too wide is a block: what it is about, and beneath it each value under its name. On a narrow screen all rows are.
    private const string Blocks =
        """
        TABLE, TABLE tbody { display: block; }
        TABLE thead { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px; }
        TABLE tr { border-bottom: 1px solid #80868b; display: grid; gap: .35rem 1.5rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); padding: .6rem 0; }
        TABLE th, TABLE td { border: 0; display: block; padding: 0; text-align: left; }
        TABLE tbody th { font-size: 1.1em; grid-column: 1 / -1; }
        TABLE td { overflow-wrap: anywhere; }
        TABLE td::before { color: #45494d; content: attr(data-of); display: block; font-size: .8125em; }
        TABLE .number { text-align: left; }

        """;

    // One value beneath the other, so that an empty one moves nothing when it is left out.
    private const string Narrow = "table colgroup, table .none { display: none; }\ndl { grid-template-columns: 1fr; }\ndl dd { margin-bottom: .75rem; }\n";

    private static readonly string Rest =
        Blocks.Replace("TABLE", ".blocks", StringComparison.Ordinal)
        + "@media screen and (min-width: 40rem) { .blocks .long { grid-column: span 2; } .fixed { min-width: 64rem; } }\n"
        + "@media print { .blocks tr { grid-template-columns: repeat(4, 1fr); } .blocks .long { grid-column: span 2; } }\n"
        + $"@media screen and (max-width: 40rem) {{\n{Blocks.Replace("TABLE", "table", StringComparison.Ordinal)}{Narrow}}}\n</style>\n";

    public static string Of(PackFacts known) => $"{Head}{(known.IsDemonstration ? Demonstration : "")}{Rest}".ReplaceLineEndings("\n");
}
