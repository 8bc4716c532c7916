using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Common;

namespace Engagement.Privacy;

/// <summary>An export as a page that needs nothing but itself: it can be kept, printed and read aloud.</summary>
internal static class SubjectExportPage
{
    private const string Title = "What we hold about you";

    public static string Of(JsonObject export)
    {
        var page = new StringBuilder();
        var madeOn = LondonCalendar.DayOf(export["madeAt"]!.GetValue<DateTimeOffset>());
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"><title>{Title}</title></head>\n<body>\n<main>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Title}</h1>\n<p>Put together on {LondonCalendar.Text(madeOn)}.</p>\n");
        if (export["emailAddress"] is { } address)
            page.Append(CultureInfo.InvariantCulture, $"<h2>The address you sign in with</h2>\n<p>{Text(address)}</p>\n");
        if (export["writtenTo"] is JsonArray { Count: > 0 } writtenTo)
            page.Append(CultureInfo.InvariantCulture, $"<h2>Where we write to you</h2>\n<p>{string.Join("<br>", writtenTo.Select(Text))}</p>\n");
        foreach (var record in export["records"]!.AsArray().OfType<JsonObject>())
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(record["what"])}</h2>\n");
            foreach (var e in record["events"]!.AsArray().OfType<JsonObject>())
            {
                var day = LondonCalendar.DayOf(e["happened"]!.GetValue<DateTimeOffset>());
                page.Append(CultureInfo.InvariantCulture, $"<h3>{LondonCalendar.Text(day)}: {Name(e["type"]!.GetValue<string>())}</h3>\n");
                Append(page, e["data"]);
            }
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } thing:
                page.Append("<dl>\n");
                foreach (var (name, value) in thing.Where(member => member.Value is not null and not JsonArray { Count: 0 }))
                {
                    page.Append(CultureInfo.InvariantCulture, $"<dt>{Name(name)}</dt>\n<dd>");
                    Append(page, value);
                    page.Append("</dd>\n");
                }

                page.Append("</dl>\n");
                break;
            case JsonArray list:
                page.Append("<ul>\n");
                foreach (var one in list)
                {
                    page.Append("<li>");
                    Append(page, one);
                    page.Append("</li>\n");
                }

                page.Append("</ul>\n");
                break;
            default:
                page.Append(Text(node));
                break;
        }
    }

    private static string Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.String => WebUtility.HtmlEncode(node.GetValue<string>()).Replace("\n", "<br>\n", StringComparison.Ordinal),
        _ => WebUtility.HtmlEncode(node.ToJsonString()),
    };

    /// <summary><c>SaidAt</c> and <c>said_at_v2</c> become "Said at".</summary>
    private static string Name(string name)
    {
        var words = new StringBuilder();
        var plain = name.Split("_v", 2)[0].Replace('_', ' ');
        for (var i = 0; i < plain.Length; i++)
        {
            if (i > 0 && char.IsUpper(plain[i]) && char.IsLower(plain[i - 1]))
                words.Append(' ').Append(char.ToLowerInvariant(plain[i]));
            else
                words.Append(i == 0 ? char.ToUpperInvariant(plain[i]) : plain[i]);
        }

        return WebUtility.HtmlEncode(words.ToString());
    }
}
