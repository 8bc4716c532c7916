using System.Buffers.Text;
using System.Text.Json;

namespace GraphQL.Data;

/// <summary>
/// Opaque cursors that carry the sort key of an item, so that a page continues from a key and not from an offset: items added or removed
/// meanwhile neither repeat nor hide others.
/// </summary>
public static class Cursor
{
    /// <summary>Writes the sort key of an item, its parts in the order of sorting.</summary>
    /// <param name="keys">Strings, numbers, booleans, enums, Guid, DateTimeOffset, DateOnly or null.</param>
    /// <returns>The cursor.</returns>
    public static string Encode(params ReadOnlySpan<object?> keys)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var key in keys)
                WriteKey(writer, key);
            writer.WriteEndArray();
        }
        return Base64Url.EncodeToString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Reads a cursor of one key.</summary>
    /// <typeparam name="T">The key's type.</typeparam>
    /// <param name="cursor">What the client sent.</param>
    /// <returns>The key.</returns>
    /// <exception cref="GraphQLException">The cursor was not made by this field; code CURSOR_INVALID.</exception>
    public static T Decode<T>(string cursor) => Read<T>(Parts(cursor, 1)[0]);

    /// <summary>Reads a cursor that <see cref="Encode"/> made of the sort order's text and then the sort keys.</summary>
    internal static object?[] Decode(string cursor, string order, IReadOnlyList<SortKey> keys)
    {
        var parts = Elements(cursor);
        if (parts.Length == 0 || parts[0].ValueKind != JsonValueKind.String)
            throw Invalid(null);
        if (Read<string>(parts[0]) != order)
        {
            throw new GraphQLException(
                "The cursor belongs to another order of this list. Begin again without a cursor when the order changes.", ErrorCodes.CursorOrderMismatch);
        }
        if (parts.Length != keys.Count + 1)
            throw Invalid(null);
        var values = new object?[keys.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Read(parts[i + 1], keys[i].Field);
        return values;
    }

    /// <summary>Reads a cursor of two keys.</summary>
    /// <typeparam name="T1">The first key's type.</typeparam>
    /// <typeparam name="T2">The second key's type.</typeparam>
    /// <param name="cursor">What the client sent.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="GraphQLException">The cursor was not made by this field; code CURSOR_INVALID.</exception>
    public static (T1 First, T2 Second) Decode<T1, T2>(string cursor)
    {
        var parts = Parts(cursor, 2);
        return (Read<T1>(parts[0]), Read<T2>(parts[1]));
    }

    private static void WriteKey(Utf8JsonWriter writer, object? key)
    {
        switch (key)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int or long or short or byte or Enum:
                writer.WriteNumberValue(Convert.ToInt64(key, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"A cursor cannot carry a {key.GetType().Name}; turn it into a string or a number first.", nameof(key));
        }
    }

    private static JsonElement[] Parts(string cursor, int count)
    {
        var parts = Elements(cursor);
        return parts.Length == count ? parts : throw Invalid(null);
    }

    private static JsonElement[] Elements(string cursor)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        try
        {
            var bytes = Base64Url.DecodeFromChars(cursor);
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw Invalid(exception);
        }
        throw Invalid(null);
    }

    private static T Read<T>(JsonElement element)
    {
        try
        {
            return element.Deserialize<T>()!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Invalid(exception);
        }
    }

    private static object? Read(JsonElement element, QueryField field)
    {
        try
        {
            var value = QueryValues.Normalize(field.Parse(element));
            return value is not null || field.IsNullable ? value : throw Invalid(null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Invalid(exception);
        }
    }

    private static GraphQLException Invalid(Exception? inner) =>
        new("The cursor does not belong to this list. Use a cursor that the list itself gave.", ErrorCodes.CursorInvalid, inner);
}
