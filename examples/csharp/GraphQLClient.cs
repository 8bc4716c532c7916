using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BoardClient;

/// <summary>GraphQL over HTTP: a document and its variables in, the data as a record out.</summary>
public sealed class GraphQLClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    private readonly HttpClient _http;

    /// <param name="platform">The platform's address.</param>
    /// <param name="key">An API key; null asks as anyone may.</param>
    public GraphQLClient(Uri platform, string? key)
    {
        _http = new HttpClient { BaseAddress = platform };
        if (key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <exception cref="GraphQLException">The platform refuses it; nothing was changed.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached, or has too much to do.</exception>
    public async Task<T> AskAsync<T>(string document, object variables, CancellationToken cancellation)
    {
        using var response = await _http.PostAsJsonAsync("/graphql", new { query = document, variables }, Json, cancellation);
        if (response.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer<T>>(Json, cancellation);
        if (answer is { Errors: [var error, ..] })
            throw new GraphQLException(error.Message, error.Extensions?.Code);
        return answer is { Data: { } data } ? data : throw new GraphQLException("The answer has no data.", null);
    }

    public void Dispose() => _http.Dispose();

    private sealed record Answer<T>(T? Data, IReadOnlyList<Error>? Errors);

    private sealed record Error(string Message, ErrorExtensions? Extensions);

    private sealed record ErrorExtensions(string? Code);
}

/// <summary>Why the platform refuses a request: words for a person, and a code that never changes its meaning.</summary>
public sealed class GraphQLException(string message, string? code) : Exception(message)
{
    public string? Code { get; } = code;
}
