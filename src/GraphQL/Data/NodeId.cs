using System.Buffers.Text;
using System.Globalization;
using System.Text;
using GraphQL.TypeSystem;

namespace GraphQL.Data;

/// <summary>
/// Global object identifiers: base64url of the type's name, a colon and the object's own identifier. A Guid is written in 32 digits.
/// </summary>
public static class NodeId
{
    /// <summary>Writes a global identifier.</summary>
    /// <param name="typeName">The object type's name in the schema.</param>
    /// <param name="id">A Guid, string, int or long.</param>
    /// <returns>The identifier as clients see it.</returns>
    public static string Encode(string typeName, object id)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        ArgumentNullException.ThrowIfNull(id);
        var raw = id switch
        {
            Guid guid => guid.ToString("N"),
            string text => text,
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"A {id.GetType().Name} cannot be an identifier; use a Guid, string, int or long.", nameof(id)),
        };
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{typeName}:{raw}"));
    }

    /// <summary>Reads the parts of a global identifier. Base64 with or without padding is read as well.</summary>
    /// <param name="id">What the client sent.</param>
    /// <param name="typeName">The object type's name.</param>
    /// <param name="raw">The object's own identifier.</param>
    /// <returns>Whether it is a global identifier.</returns>
    public static bool TryDecode(string id, out string typeName, out string raw)
    {
        ArgumentNullException.ThrowIfNull(id);
        typeName = raw = "";
        var normal = id.Replace('+', '-').Replace('/', '_');
        if (!Base64Url.IsValid(normal))
            return false;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(normal));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return false;
        typeName = text[..colon];
        raw = text[(colon + 1)..];
        return true;
    }

    /// <summary>Reads an identifier argument into the type that the resolver takes.</summary>
    /// <typeparam name="T">Guid, string, int or long.</typeparam>
    /// <param name="id">What the client sent.</param>
    /// <param name="typeName">The type whose identifier is expected, or null for any.</param>
    /// <returns>The object's own identifier.</returns>
    /// <exception cref="GraphQLException">It is not an identifier, or of another type; code ID_INVALID.</exception>
    public static T Decode<T>(string id, string? typeName = null)
    {
        if (!TryDecode(id, out var actual, out var raw) || (typeName is not null && actual != typeName))
        {
            throw new GraphQLException(
                typeName is null ? $"\"{ValueCoercionException.Shorten(id)}\" is not an identifier that this API gave." : $"\"{ValueCoercionException.Shorten(id)}\" is not an identifier of a {typeName}.",
                ErrorCodes.IdInvalid);
        }
        return Parse<T>(raw, id);
    }

    private static T Parse<T>(string raw, string id)
    {
        object? value = null;
        if (typeof(T) == typeof(string))
            value = raw;
        else if (typeof(T) == typeof(Guid) && Guid.TryParse(raw, out var guid))
            value = guid;
        else if (typeof(T) == typeof(int) && int.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            value = number;
        else if (typeof(T) == typeof(long) && long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
            value = large;
        return value is T result ? result : throw new GraphQLException($"\"{ValueCoercionException.Shorten(id)}\" is not an identifier that this API gave.", ErrorCodes.IdInvalid);
    }
}
