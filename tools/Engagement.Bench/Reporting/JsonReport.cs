using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Bench.Reporting;

/// <summary>The report for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The report is read in files and terminals, not inside a page, so a plus sign may stay one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Format(Report report) => JsonSerializer.Serialize(report, Readable) + "\n";
}
