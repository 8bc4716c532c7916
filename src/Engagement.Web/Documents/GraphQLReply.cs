using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Web.Forms;

namespace Engagement.Web.Documents;

/// <summary>What a GraphQL document answered: its data and its errors, as JSON until a page asks for a type.</summary>
public sealed class GraphQLReply(JsonElement? data, IReadOnlyList<GraphQLError> errors)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        // A Long may travel as a string, because JavaScript cannot hold all of them.
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public JsonElement? Data { get; } = data;

    public IReadOnlyList<GraphQLError> Errors { get; } = errors;

    /// <summary>Reads a response in the standard shape: <c>{ "data": ..., "errors": [...] }</c>.</summary>
    public static GraphQLReply Parse(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json);
        var response = JsonElement.ParseValue(ref reader);
        JsonElement? data = response.TryGetProperty("data", out var found) && found.ValueKind == JsonValueKind.Object ? found : null;
        var errors = response.TryGetProperty("errors", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(GraphQLError.Read).ToList()
            : [];
        return new GraphQLReply(data, errors);
    }

    /// <summary>One root field of the data. Null when the field is null.</summary>
    /// <exception cref="SignInNeededException">The field is for people who have signed in.</exception>
    /// <exception cref="NotAllowedException">The field is not for this person.</exception>
    /// <exception cref="AddressUnknownException">An id or a cursor in the page's address was never given out.</exception>
    /// <exception cref="GraphQLFailedException">The document could not be executed in full.</exception>
    public T? Get<T>(string field)
    {
        ThrowIfFailed();
        return Data is { } data && data.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.Deserialize<T>(Json)
            : default;
    }

    /// <summary>What a mutation refused, in words that belong in an error summary. Empty when it was carried out.</summary>
    public IReadOnlyList<FieldError> PayloadErrors(string mutation)
    {
        var payload = Get<MutationPayload>(mutation);
        return [.. (payload?.Errors ?? []).Select(refusal => refusal.ToFieldError())];
    }

    private void ThrowIfFailed()
    {
        if (Errors.Count == 0)
            return;
        if (Errors.Any(e => e.Code == "AUTH_NOT_AUTHENTICATED"))
            throw new SignInNeededException();
        if (Errors.Any(e => e.Code == "AUTH_NOT_AUTHORIZED"))
            throw new NotAllowedException();
        if (Errors.All(e => e.Code is "ID_INVALID" or "CURSOR_INVALID"))
            throw new AddressUnknownException();
        throw new GraphQLFailedException(Errors);
    }

    private sealed record MutationPayload(IReadOnlyList<Refusal>? Errors);

    private sealed record Refusal(string Message, string Code, string? Field)
    {
        public FieldError ToFieldError() => new(Message, Field, Code);
    }
}
