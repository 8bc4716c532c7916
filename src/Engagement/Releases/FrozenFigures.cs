using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.LocalOffer;

namespace Engagement.Releases;

/// <summary>The figures of a release under a policy, and the one way in which they are written down: the same figures are the same bytes.</summary>
public sealed class FrozenFigures
{
    // Written to be read as a file, not into a page: letters stay letters.
    private static readonly JsonWriterOptions Canonical = new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal const string LocalOfferName = "localOffer";

    /// <summary>How what is released in words is written down and read.</summary>
    internal static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private FrozenFigures(IReadOnlyList<FrozenTable> tables, LocalOfferReturn? localOffer, string json) => (Tables, LocalOffer, Json) = (tables, localOffer, json);

    public IReadOnlyList<FrozenTable> Tables { get; }

    /// <summary>What is published in words; null where it is figures only.</summary>
    public LocalOfferReturn? LocalOffer { get; }

    /// <summary>What is published: no white space, members and tables always in the same order, what is hidden is null.</summary>
    public string Json { get; }

    public string Hash => HashOf(Json);

    public bool ShowsNothing => LocalOffer is null && Tables.All(table => table.Shown is null);

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    public static FrozenFigures Of(ReleaseSubject subject, DateTimeOffset asAt, IReadOnlyList<CountTable> tables, DisclosurePolicy policy, LocalOfferReturn? localOffer = null)
    {
        FrozenTable[] frozen = [.. tables.Zip(Disclosure.Show(tables, policy), (table, shown) => new FrozenTable(table, shown))];
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Canonical))
            Write(json, subject, asAt, frozen, policy, localOffer);

        return new FrozenFigures(frozen, localOffer, Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, ReleaseSubject subject, DateTimeOffset asAt, FrozenTable[] tables, DisclosurePolicy policy, LocalOfferReturn? localOffer)
    {
        json.WriteStartObject();
        json.WriteString("kind", subject.Kind.ToString());
        if (subject.Id is { } id)
            json.WriteString("id", id);

        if (subject.Month is { } month)
            json.WriteString("month", $"{month:yyyy-MM}");

        json.WriteString("asAt", asAt.UtcDateTime);
        json.WriteString("policy", policy.Name);
        json.WriteNumber("policyVersion", policy.Version);
        json.WriteStartArray("tables");
        foreach (var table in tables)
            Write(json, table.Table, table.Shown, policy);

        json.WriteEndArray();
        if (localOffer is not null)
        {
            json.WritePropertyName(LocalOfferName);
            JsonSerializer.Serialize(json, localOffer, Words);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CountTable table, ShownTable? shown, DisclosurePolicy policy)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("of", table.Of);
        json.WriteString("rowsBy", table.RowsBy);
        if (table.ColumnsBy is { } columnsBy)
            json.WriteString("columnsBy", columnsBy);

        if (shown is null)
        {
            json.WriteString("refused", DisclosurePolicy.CannotBeShown.Message);
            json.WriteEndObject();
            return;
        }

        Write(json, "rows", table.Rows, json.WriteStringValue);
        if (table.ColumnsBy is not null)
        {
            Write(json, "columns", table.Columns, json.WriteStringValue);
            Write(json, "counts", shown.Cells, row => Write(json, null, row, Number));
            Write(json, "rowTotals", shown.RowTotals, Number);
            Write(json, "columnTotals", shown.ColumnTotals, Number);
            Write(json, "percentages", shown.Cells, row => Write(json, null, row.Zip(shown.ColumnTotals, policy.Percentage), Percentage));
            Write(json, "treatWithCaution", shown.ColumnTotals, total => json.WriteBooleanValue(policy.NeedsCaution(total ?? 0)));
        }
        else
        {
            Write(json, "counts", shown.RowTotals, Number);
            Write(json, "percentages", shown.RowTotals.Select(count => policy.Percentage(count, shown.Total)), Percentage);
            json.WriteBoolean("treatWithCaution", policy.NeedsCaution(shown.Total ?? 0));
        }

        json.WritePropertyName("total");
        Number(shown.Total);
        json.WriteEndObject();

        void Number(int? count)
        {
            if (count is { } number)
                json.WriteNumberValue(number);
            else
                json.WriteNullValue();
        }

        void Percentage(decimal? percentage)
        {
            if (percentage is { } number)
                json.WriteNumberValue(number);
            else
                json.WriteNullValue();
        }
    }

    private static void Write<T>(Utf8JsonWriter json, string? name, IEnumerable<T> values, Action<T> write)
    {
        if (name is null)
            json.WriteStartArray();
        else
            json.WriteStartArray(name);

        foreach (var value in values)
            write(value);

        json.WriteEndArray();
    }
}
