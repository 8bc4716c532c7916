namespace GraphQL;

/// <summary>One entry of a response's <c>errors</c>: what went wrong, where in the document, and at which response field.</summary>
/// <param name="Message">What is wrong, in words for the developer of the client.</param>
/// <param name="Locations">Where in the document, or null when no place applies.</param>
/// <param name="Path">The response path (strings and ints) of the field that failed, or null before execution.</param>
/// <param name="Extensions">Further entries; <c>code</c> is always a stable identifier when present.</param>
public sealed record GraphQLError(
    string Message,
    IReadOnlyList<Location>? Locations = null,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>The stable code in <see cref="Extensions"/>, or null when there is none.</summary>
    public string? Code => Extensions is not null && Extensions.TryGetValue("code", out var code) ? code as string : null;

    /// <summary>Makes an error that carries a stable code.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="code">The stable code.</param>
    /// <param name="locations">Where in the document, if anywhere.</param>
    /// <returns>The error.</returns>
    public static GraphQLError WithCode(string message, string code, params Location[] locations)
    {
        ArgumentNullException.ThrowIfNull(locations);
        return new(message, locations.Length == 0 ? null : locations, null, new Dictionary<string, object?> { ["code"] = code });
    }
}
