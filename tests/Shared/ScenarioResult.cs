using System.Text;
using System.Text.Json;

namespace Tests.Shared;

/// <summary>The whole answer to a scenario's request.</summary>
public sealed class ScenarioResult
{
    private readonly Dictionary<string, IReadOnlyList<string>> _headers;
    private readonly byte[] _content;

    private ScenarioResult(int statusCode, Dictionary<string, IReadOnlyList<string>> headers, string? mediaType, byte[] content)
    {
        StatusCode = statusCode;
        _headers = headers;
        MediaType = mediaType;
        _content = content;
    }

    public int StatusCode { get; }

    public string? MediaType { get; }

    public IReadOnlyList<string> HeaderValues(string name) => _headers.GetValueOrDefault(name) ?? [];

    /// <summary>The header's first value, or null.</summary>
    public string? Header(string name) => HeaderValues(name) is [var first, ..] ? first : null;

    public string ReadAsText() => Encoding.UTF8.GetString(_content);

    public T? ReadAsJson<T>() => JsonSerializer.Deserialize<T>(_content, JsonSerializerOptions.Web);

    /// <summary>The answer as a JSON tree of its own, for <c>json.GetProperty("data")</c>.</summary>
    public JsonElement ReadAsJson() => JsonElement.Parse(_content);

    internal static async Task<ScenarioResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        (int)response.StatusCode,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => (IReadOnlyList<string>)[.. header.Value], StringComparer.OrdinalIgnoreCase),
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsByteArrayAsync(cancellationToken));
}
