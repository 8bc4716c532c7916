using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace GraphQL.Server;

/// <summary>
/// Finds text in JSON that is no text: bytes that are not UTF-8, or half a surrogate pair written as an escape. JSON's grammar lets both
/// through, and they fail only when somebody reads them.
/// </summary>
internal static class JsonText
{
    /// <summary>Whether every text and name in the JSON can be read.</summary>
    public static bool IsUnicode(JsonElement json)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(json);
        return Utf8.IsValid(utf8) && (!MayHaveSurrogates(utf8) || IsReadable(json));
    }

    private static bool MayHaveSurrogates(ReadOnlySpan<byte> utf8) => utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0;

    private static bool IsReadable(JsonElement json)
    {
        try
        {
            Read(json);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // As deep as the JSON, whose depth the reader limits.
    private static void Read(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    Read(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    _ = property.Name;
                    Read(property.Value);
                }
                break;
        }
    }
}
