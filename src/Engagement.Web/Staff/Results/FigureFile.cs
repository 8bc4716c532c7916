using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Web.Staff.Results;

/// <summary>Tables as files: one as CSV for a spreadsheet, one or all of a page as JSON for programs.</summary>
internal static class FigureFile
{
    public const string As = "as";
    public const string Table = "table";
    public const string Csv = "csv";
    public const string Json = "json";

    // What a spreadsheet would take for a formula is given to it as text.
    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    // Written to be read as a file, not into a page: letters stay letters.
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Address(string page, string format, string? table = null)
    {
        var asked = Links.With("", (As, format), (Table, table));
        return page.Contains('?', StringComparison.Ordinal) ? $"{page}&{asked[1..]}" : $"{page}{asked}";
    }

    /// <summary>The file that the address asks for; null: it asks for the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">What the file is called, without its ending.</param>
    /// <param name="tables">All that the page has, and what only files have.</param>
    public static IResult? AskedFor(HttpContext context, string name, IReadOnlyList<FigureTable> tables)
    {
        var (format, key) = (context.Request.Query[As].ToString(), context.Request.Query[Table].ToString());
        IReadOnlyList<FigureTable> chosen = key.Length == 0 ? tables : [.. tables.Where(table => table.Key == key)];
        var called = chosen is [var only] && key.Length > 0 ? $"{name}-{only.Key}" : name;
        return (format, chosen) switch
        {
            (Csv, [var one]) => File(context, CsvOf(one), "text/csv; charset=utf-8; header=present", $"{called}.csv"),
            (Json, [_, ..]) => File(context, JsonOf(chosen), "application/json; charset=utf-8", $"{called}.json"),
            _ => null,
        };
    }

    public static byte[] CsvOf(FigureTable table)
    {
        using var content = new MemoryStream();
        using (var writer = CsvWriter.Create(content, Writing, leaveOpen: true))
        {
            var columns = Columns(table);
            foreach (var (_, column) in columns)
                writer.WriteField(column.Key);
            writer.EndRecord();
            foreach (var row in table.Rows)
            {
                foreach (var (place, _) in columns)
                    Write(writer, row[place].Value);
                writer.EndRecord();
            }
        }

        return content.ToArray();
    }

    public static byte[] JsonOf(IReadOnlyList<FigureTable> tables) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new
        {
            tables = tables.Select(table => new
            {
                table.Key,
                table.Caption,
                table.Note,
                rows = table.Rows.Select(row => Columns(table).ToDictionary(column => column.Column.Key, column => row[column.Place].Value)),
            }),
        },
        Plain));

    private static List<(int Place, FigureColumn Column)> Columns(FigureTable table) =>
        [.. table.Columns.Index().Where(column => column.Item.InFiles).Select(column => (column.Index, column.Item))];

    private static void Write(CsvWriter writer, object? value)
    {
        switch (value)
        {
            case int count:
                writer.WriteField(count);
                break;
            case decimal number:
                writer.WriteField(number);
                break;
            default:
                writer.WriteField(value as string ?? "");
                break;
        }
    }

    private static FileContentHttpResult File(HttpContext context, byte[] content, string type, string name)
    {
        // Figures that are not yet safe to publish stay out of every cache.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(content, type, name);
    }
}
