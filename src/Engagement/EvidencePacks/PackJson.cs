using System.Text.Encodings.Web;
using System.Text.Json;
using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>A pack for programs. The same values are the same bytes on every machine.</summary>
internal static class PackJson
{
    // Written to be read as a file, not into a page: letters stay letters.
    private static readonly JsonWriterOptions Writing = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // As the command line writes a proof, and reads it.
    private static readonly JsonSerializerOptions OfProof = new(JsonSerializerOptions.Web);

    public static byte[] Of(PackFacts known, IReadOnlyList<PackSection> sections, PackEvents events) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", PackArchive.Format);
        WriteScope(json, known);
        if (events.Latest is { } seal)
        {
            json.WritePropertyName("latestSeal");
            JsonSerializer.Serialize(json, seal, OfProof);
        }

        json.WriteStartArray("sections");
        foreach (var section in sections)
            Write(json, section);

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The proofs, by what the pack calls their events.</summary>
    public static byte[] OfProofs(PackEvents events) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var one in events.All.Where(one => one.Proof is not null))
        {
            json.WriteStartObject();
            json.WriteString("event", one.Reference);
            json.WritePropertyName("proof");
            JsonSerializer.Serialize<InclusionProof>(json, one.Proof!, OfProof);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static void WriteScope(Utf8JsonWriter json, PackFacts known)
    {
        json.WriteString("partnership", PackFacts.Partnership);
        if (known.IsDemonstration)
            json.WriteBoolean("isDemonstration", true);

        json.WriteString("scope", known.Scope);
        if (known.Activity is { } activity)
            json.WriteString("commissioningActivityId", activity.Id);

        json.WriteString("asAt", PackValue.Moment(known.Moment.At));
        if (known.LogBeginsLater is { } beginning)
            json.WriteString("logBegins", PackValue.Moment(beginning));
    }

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
            write(json);

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PackSection section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        if (section.InShort is { } words)
            json.WriteString("inShort", words);

        json.WriteStartArray("howToRead");
        foreach (var paragraph in section.Words)
            json.WriteStringValue(paragraph);

        json.WriteEndArray();
        json.WriteStartArray("tables");
        foreach (var table in section.Tables.Where(table => table.From is null))
            Write(json, table);

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("title", table.Title);
        if (table.Note is { } note)
            json.WriteString("note", note);

        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            foreach (var (i, column) in table.Columns.Index())
                Write(json, column.Name, row[i]);

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case bool yes:
                json.WriteBoolean(name, yes);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, PackValue.ForFiles(value));
                break;
        }
    }
}
