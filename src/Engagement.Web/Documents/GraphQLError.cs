using System.Text.Json;

namespace Engagement.Web.Documents;

/// <summary>An entry of a response's <c>errors</c>: the request could not be carried out as asked.</summary>
public sealed record GraphQLError(string Message, string? Code)
{
    internal static GraphQLError Read(JsonElement error) => new(
        error.TryGetProperty("message", out var message) ? message.GetString() ?? "" : "",
        error.TryGetProperty("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object
            && extensions.TryGetProperty("code", out var code)
                ? code.GetString()
                : null);
}
