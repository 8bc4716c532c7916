using System.Globalization;
using System.Net;
using System.Text;
using Engagement.Common;

namespace Engagement.EvidencePacks;

/// <summary>A pack as a page that needs nothing but itself: to read, to print on A4, and to be read aloud.</summary>
internal static class PackHtml
{
    // Of more, a row is a block, unless the table says how wide each column is.
    private const int MostColumns = 10;

    // Has two columns of a block.
    private const int LongText = 60;

    /// <param name="known">What is known.</param>
    /// <param name="sections">The parts.</param>
    /// <param name="events">The events behind them.</param>
    /// <param name="files">The files beside the page, with their hashes.</param>
    /// <param name="isFolded">Whether each part and annex opens when it is asked for, so that the beginning can be read on a telephone; on paper all are open.</param>
    public static string Of(
        PackFacts known, IReadOnlyList<PackSection> sections, PackEvents events, IReadOnlyList<(string Name, string Hash)> files, bool isFolded)
    {
        var page = new StringBuilder();
        var title = $"Evidence pack of {PackFacts.Partnership}: {known.Scope}, {PackValue.ForPeople(known.Moment.At)}";
        Add(page, $"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<title>{Text(title)}</title>\n");
        page.Append(PackStyle.Of(known));
        page.Append("</head>\n<body>\n");
        if (known.IsDemonstration)
            page.Append("<aside class=\"demonstration\" aria-label=\"Demonstration\"><p><strong>Demonstration.</strong> The people, views and decisions in this pack are made up.</p></aside>\n");

        Add(page, $"<main>\n<p class=\"whose\">{Text(PackFacts.Partnership)}: special educational needs and disabilities</p>\n<h1>Evidence pack: {Text(known.Scope)}</h1>\n");
        Begin(page, known);
        Summary(page, sections);
        Reading(page, sections);
        foreach (var section in sections)
            Part(page, section.Id, section.Title, isFolded, () => Add(page, section));

        Part(page, "files", "Annex: the files of this pack", isFolded, () => Files(page, known, files));
        Part(page, "check", "Annex: how anyone can check it", isFolded, () => Check(page, events));
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Begin(StringBuilder page, PackFacts known)
    {
        if (known.LogBeginsLater is { } beginning)
        {
            Add(page, $"<p class=\"first\"><strong>Nothing was on record at that moment: the log begins on {Text(PackValue.ForPeople(beginning))} (London).</strong> ");
            page.Append("So the tables of this pack are empty, or say 0. What happened before and was recorded since is in packs of a later moment.</p>\n");
        }

        var families = string.Join(", ", Organisation.All.Where(one => one.SpeaksForFamilies).Select(one => one.Name));
        Add(page, $"<dl>\n<dt>Whose</dt><dd>{Text(PackFacts.Partnership)}. For families and young people speak: {Text(families)}</dd>\n");
        page.Append("<dt>What</dt><dd>How children and young people, and their parents and carers, take part in what is decided, and what came of it</dd>\n");
        Add(page, $"<dt>For</dt><dd>{(known.Activity is null ? "An inspection of the whole partnership" : "A review of one contract")}</dd>\n");
        Add(page, $"<dt>As on record at</dt><dd>{Text(PackValue.ForPeople(known.Moment.At))} (London)</dd>\n");
        page.Append("<dt>Made</dt><dd>When it was asked for: the platform shows that moment beside the pack. It is not in the pack, so that one made again is the same</dd>\n</dl>\n");
    }

    private static void Summary(StringBuilder page, IReadOnlyList<PackSection> sections)
    {
        page.Append("<div class=\"summary\">\n<h2 id=\"summary\">In short</h2>\n<dl>\n");
        foreach (var section in sections.Where(section => section.InShort is not null))
            Add(page, $"<dt><a href=\"#{section.Id}\">{Text(section.Title)}</a></dt><dd>{Text(section.InShort!)}</dd>\n");

        page.Append("</dl>\n</div>\n");
    }

    private static void Reading(StringBuilder page, IReadOnlyList<PackSection> sections)
    {
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

        page.Append("<li><a href=\"#files\">Annex: the files of this pack</a></li>\n<li><a href=\"#check\">Annex: how anyone can check it</a></li>\n</ul>\n</nav>\n");
    }

    // The name that links lead to stands outside what is folded: a browser that does not open it for them still shows its head.
    private static void Part(StringBuilder page, string id, string title, bool isFolded, Action content)
    {
        var head = $"<h2 id=\"{id}-title\">{Text(title)}</h2>";
        Add(page, $"<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n{(isFolded ? $"<details>\n<summary>{head}</summary>" : head)}\n");
        content();
        page.Append(isFolded ? "</details>\n</section>\n" : "</section>\n");
    }

    private static void Add(StringBuilder page, PackSection section)
    {
        foreach (var words in section.Words)
            Add(page, $"<p>{Text(words)}</p>\n");

        foreach (var table in section.Tables)
            Add(page, table);
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
        // By column, so that every row puts a value at the same place.
        var longs = columns.Select(column => rows.Any(row => row[column.Place] is string { Length: > LongText })).ToArray();
        var numbers = columns.Select((column, i) => !longs[i] && rows.Any(row => PackValue.IsNumber(row[column.Place]))).ToArray();
        var isFixed = columns.All(column => column.Column.Width is not null);
        var looks = isFixed ? " class=\"fixed\"" : columns.Length > MostColumns ? " class=\"blocks\"" : "";
        // What is shown as blocks is still a table to whoever hears it, so each part says what it is.
        Add(page, $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{id}\">\n<table role=\"table\" aria-labelledby=\"{id}\"{looks}>\n");
        if (isFixed)
            Add(page, $"<colgroup>{string.Concat(columns.Select(column => string.Create(CultureInfo.InvariantCulture, $"<col style=\"width: {column.Column.Width}%\">")))}</colgroup>\n");

        page.Append("<thead role=\"rowgroup\">\n<tr role=\"row\">");
        foreach (var (i, (_, column)) in columns.Index())
            Add(page, $"<th role=\"columnheader\" scope=\"col\"{(numbers[i] ? " class=\"number\"" : "")}>{Text(column.Title!)}</th>");

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
                    Add(page, $"<td role=\"cell\" data-of=\"{Text(column.Title!)}\"{Class(numbers[i], longs[i], row[place])}>{value}</td>");
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

    private static string Class(bool isNumber, bool isLong, object? value)
    {
        string?[] names = [value is null or "" ? "none" : null, isLong ? "long" : isNumber ? "number" : null];
        var all = string.Join(' ', names.Where(name => name is not null));
        return all.Length == 0 ? "" : $" class=\"{all}\"";
    }

    private static void Files(StringBuilder page, PackFacts known, IReadOnlyList<(string Name, string Hash)> files)
    {
        Add(page, $"<p>Written as {PackArchive.Format}, of {PackValue.Moment(known.Moment.At)}.</p>\n");
        page.Append("<p>Beside this page, with the SHA-256 of each. The manifest names them all with this page: its own SHA-256 stands for the whole pack, and the platform’s log holds it.</p>\n");
        page.Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"files-title\">\n<table role=\"table\" aria-labelledby=\"files-title\">\n<thead role=\"rowgroup\">\n<tr role=\"row\"><th role=\"columnheader\" scope=\"col\">File</th><th role=\"columnheader\" scope=\"col\">SHA-256</th></tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var (name, hash) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            Add(page, $"<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">{Text(name)}</th><td role=\"cell\" data-of=\"SHA-256\" class=\"hash\">{hash}</td></tr>\n");

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Check(StringBuilder page, PackEvents events)
    {
        page.Append("<ol>\n");
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

        page.Append("</ol>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static void Add(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture));
}
