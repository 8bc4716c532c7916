using System.Globalization;
using System.Net;
using System.Text;

namespace Engagement.EvidencePacks;

/// <summary>A pack as a page that needs nothing but itself: to read, to print on A4, and to be read aloud.</summary>
internal static class PackHtml
{
    // Of more, a row is a block.
    private const int MostColumns = 10;

    // Has two columns of a block.
    private const int LongText = 60;

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
        p, li, dd { max-width: 52rem; }
        a { color: #123c43; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.5rem; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        th, td { border-bottom: 1px solid #80868b; padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid #0b0c0c; vertical-align: bottom; }
        .first { border-left: .5rem solid #0b0c0c; padding: .5rem 1rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .hash { font-family: "Liberation Mono", monospace; font-size: .75rem; overflow-wrap: anywhere; }
        .quiet { color: #45494d; font-size: .875rem; }
        @page { size: A4 landscape; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Arial, sans-serif; } }
        @media print {
          body { font-size: 10pt; max-width: none; padding: 0; }
          section { break-before: page; }
          h2, h3, .note { break-after: avoid; }
          table { font-size: 8.5pt; }
          thead { display: table-header-group; }
          tr { break-inside: avoid; }
          .scroll { overflow: visible; }
          .hash { font-size: 7pt; }
          a { color: inherit; text-decoration: none; }
        }

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
        TABLE .none { display: none; }

        """;

    private static readonly string Style =
        Head + Blocks.Replace("TABLE", ".blocks", StringComparison.Ordinal)
        + "@media screen and (min-width: 40rem) { .blocks .long { grid-column: span 2; } }\n"
        + "@media print { .blocks tr { grid-template-columns: repeat(4, 1fr); } .blocks .long { grid-column: span 2; } }\n"
        + $"@media screen and (max-width: 40rem) {{\n{Blocks.Replace("TABLE", "table", StringComparison.Ordinal)}}}\n</style>\n";

    public static string Of(PackFacts known, IReadOnlyList<PackSection> sections, PackEvents events, IReadOnlyList<(string Name, string Hash)> files)
    {
        var page = new StringBuilder();
        var title = $"Evidence pack: {known.Scope}, {PackValue.ForPeople(known.Moment.At)}";
        Add(page, $"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<title>{Text(title)}</title>\n");
        page.Append(Style.ReplaceLineEndings("\n"));
        Add(page, $"</head>\n<body>\n<main>\n<h1>Evidence pack: {Text(known.Scope)}</h1>\n");
        Begin(page, known, sections, events);
        foreach (var section in sections)
            Add(page, section);

        Files(page, files);
        Check(page, events);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Begin(StringBuilder page, PackFacts known, IReadOnlyList<PackSection> sections, PackEvents events)
    {
        if (known.LogBeginsLater is { } beginning)
        {
            Add(page, $"<p class=\"first\"><strong>Nothing was on record at that moment: the log begins on {Text(PackValue.ForPeople(beginning))} (London).</strong> ");
            page.Append("So the tables of this pack are empty, or say 0. What happened before and was recorded since is in packs of a later moment.</p>\n");
        }

        Add(page, $"<dl>\n<dt>About</dt><dd>{Text(known.Activity is null ? "The whole partnership, for an inspection" : "One commissioning activity, for a review of its contract")}</dd>\n");
        Add(page, $"<dt>As on record at</dt><dd>{Text(PackValue.ForPeople(known.Moment.At))} (London); {Text(PackValue.Moment(known.Moment.At))}</dd>\n");
        Add(page, $"<dt>Newest seal of that time</dt><dd>{(events.Latest is { } seal ? $"Number {seal.Number}: <span class=\"hash\">{seal.Hash}</span>" : "None had been made")}</dd>\n");
        Add(page, $"<dt>Written as</dt><dd>{PackArchive.Format}</dd>\n</dl>\n");
        page.Append("<h2 id=\"reading\">How to read this pack</h2>\n");
        foreach (var words in (string[])
        [
            "Everything here is computed from what had been recorded by that moment, and from nothing later. Nothing about the making of the pack is in it, so a pack of the same moment is the same, byte for byte, whenever it is made.",
            "What families said in their own words is not here, nor is anybody’s name: only identities without meaning, counts, roles, and what officers wrote for the record. Figures about people are only those that had been released, and small numbers are hidden.",
            "Every table says which file holds its figures: as CSV for a spreadsheet, and all of them together in pack.json. States are in words; no colour means anything.",
        ])
        {
            Add(page, $"<p>{Text(words)}</p>\n");
        }

        page.Append("<nav aria-label=\"Contents\">\n<ul>\n");
        foreach (var section in sections)
            Add(page, $"<li><a href=\"#{section.Id}\">{Text(section.Title)}</a></li>\n");

        page.Append("<li><a href=\"#files\">The files of this pack</a></li>\n<li><a href=\"#check\">How anyone can check it</a></li>\n</ul>\n</nav>\n");
    }

    private static void Add(StringBuilder page, PackSection section)
    {
        Add(page, $"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-title\">\n<h2 id=\"{section.Id}-title\">{Text(section.Title)}</h2>\n");
        foreach (var words in section.Words)
            Add(page, $"<p>{Text(words)}</p>\n");

        foreach (var table in section.Tables)
            Add(page, table);

        page.Append("</section>\n");
    }

    private static void Add(StringBuilder page, PackTable table)
    {
        var id = $"table-{table.Name}";
        Add(page, $"<h3 id=\"{id}\">{Text(table.Title)}</h3>\n");
        IReadOnlyList<object?>[] rows = table.IsPrinted ? [.. table.Rows.Where(row => table.Shown?.Invoke(row) ?? true)] : [];
        if (rows.Length == 0)
            Add(page, $"<p>{Text(table.IsPrinted || table.Rows.Count == 0 ? table.Empty : "This is too long for paper: it is in the file.")}</p>\n");
        else
            Add(page, table, rows, id);

        Add(page, $"<p class=\"quiet note\">{(table.Note is { } note ? $"{Text(note)} " : "")}Figures: csv/{table.From ?? table.Name}.csv</p>\n");
    }

    private static void Add(StringBuilder page, PackTable table, IReadOnlyList<object?>[] rows, string id)
    {
        (int Place, PackColumn Column)[] columns = [.. table.Columns.Index().Where(column => column.Item.Title is not null)];
        var numbers = columns.Select(column => rows.Any(row => PackValue.IsNumber(row[column.Place]))).ToArray();
        // What is shown as blocks is still a table to whoever hears it, so each part says what it is.
        Add(page, $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{id}\">\n<table role=\"table\" aria-labelledby=\"{id}\"{(columns.Length > MostColumns ? " class=\"blocks\"" : "")}>\n<thead role=\"rowgroup\">\n<tr role=\"row\">");
        foreach (var (i, (_, column)) in columns.Index())
            Add(page, $"<th role=\"columnheader\" scope=\"col\"{Class(numbers[i])}>{Text(column.Title!)}</th>");

        page.Append("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var row in rows)
        {
            page.Append("<tr role=\"row\">");
            foreach (var (i, (place, column)) in columns.Index())
            {
                var value = Value(column, row[place]);
                if (i == 0)
                    Add(page, $"<th role=\"rowheader\" scope=\"row\"{Anchor(table, row[place])}>{value}</th>");
                else
                    Add(page, $"<td role=\"cell\" data-of=\"{Text(column.Title!)}\"{Class(numbers[i], row[place])}>{value}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Value(PackColumn column, object? value) => (column.Name, value) switch
    {
        ("events", string { Length: > 0 } references) => string.Join(", ", references.Split(' ').Select(one => $"<a href=\"#{one}\">{one}</a>")),
        ("type", string name) => Text(Words(name)),
        ("sha256", string hash) => $"<span class=\"hash\">{hash}</span>",
        _ => Text(PackValue.ForPeople(value)),
    };

    // The name of a kind of event without its version, as people read it: claim_made_v2 becomes "Claim made".
    private static string Words(string name)
    {
        var words = string.Join(' ', name.Split('_').Where(word => word is not ['v', .. var number] || !int.TryParse(number, CultureInfo.InvariantCulture, out _)));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static string Anchor(PackTable table, object? reference) => table.Name is "events" or "claims" ? $" id=\"{reference}\"" : "";

    private static string Class(bool isNumber) => isNumber ? " class=\"number\"" : "";

    private static string Class(bool isNumber, object? value) => value switch
    {
        null or "" => " class=\"none\"",
        string { Length: > LongText } => " class=\"long\"",
        _ => Class(isNumber),
    };

    private static void Files(StringBuilder page, IReadOnlyList<(string Name, string Hash)> files)
    {
        page.Append("<section id=\"files\" aria-labelledby=\"files-title\">\n<h2 id=\"files-title\">The files of this pack</h2>\n");
        page.Append("<p>Beside this page, with the SHA-256 of each. The manifest names them all with this page: its own SHA-256 stands for the whole pack, and the platform’s log holds it.</p>\n");
        page.Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"files-title\">\n<table role=\"table\" aria-labelledby=\"files-title\">\n<thead role=\"rowgroup\">\n<tr role=\"row\"><th role=\"columnheader\" scope=\"col\">File</th><th role=\"columnheader\" scope=\"col\">SHA-256</th></tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var (name, hash) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            Add(page, $"<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">{Text(name)}</th><td role=\"cell\" data-of=\"SHA-256\" class=\"hash\">{hash}</td></tr>\n");

        page.Append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static void Check(StringBuilder page, PackEvents events)
    {
        page.Append("<section id=\"check\" aria-labelledby=\"check-title\">\n<h2 id=\"check-title\">How anyone can check it</h2>\n<ol>\n");
        foreach (var step in (string[])
        [
            "Unpack the archive and say “sha256sum -c SHA256SUMS” in its folder: every line ends with OK, so no file was changed since the pack was made.",
            "Compare the SHA-256 of manifest.json with the one that the platform shows for this pack. Have the same pack made again: it must be the same.",
            $"proofs.json holds a proof for each event that was under a seal: {events.All.Count(one => one.Proof is not null)} of {events.All.Count}. Say “engagement packs verify FILE.zip”, which needs no database and checks the files and every proof.",
            "Or check a proof by hand. The leaf is SHA-256 over the byte 00, the position (8 bytes, the largest first) and the digest. Go through the path from the bottom up: where the index is even and it is not the last of its level, the hash is SHA-256 over the byte 01, the hash so far and the next of the path; where it is odd, over the byte 01, the next of the path and the hash so far; where it is even and the last of its level, it rises as it is. Halve the index and the size of the level (rounded up) each time. The result is the root that the seal names (RFC 6962).",
            "A seal’s hash is SHA-256 over the byte 02, the hash of the seal before it (32 bytes), its number, first position, last position and count (8 bytes each, the largest first), its root (32 bytes), and its moment in microseconds since 1970 (8 bytes). Compare it with a hash of that seal, or of a later one, that was published or kept elsewhere: then nothing before it was changed.",
        ])
        {
            Add(page, $"<li>{Text(step)}</li>\n");
        }

        page.Append("</ol>\n</section>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static void Add(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture));
}
