using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Engagement.Bench.Benchmarks;

/// <summary>Sends responses to a survey as a front end would: the mutation as JSON, each with a key and words of its own.</summary>
internal sealed class SubmissionClient : IDisposable
{
    private const string Mutation =
        "mutation($input: SubmitResponseInput!) { submitResponse(input: $input) { "
        + "receipt { reference secret submittedAt } errors { __typename ... on Error { message code field } } } }";

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient _http;
    private readonly string _wave;
    private readonly Func<int, string> _answersAsJson;
    private int _sent;

    public SubmissionClient(Uri address, string wave, Func<int, string> answersAsJson)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(address, "/graphql") };
        _wave = wave;
        _answersAsJson = answersAsJson;
    }

    /// <exception cref="BenchmarkException">It was not taken.</exception>
    public async Task SubmitAsync(CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body(Interlocked.Increment(ref _sent))));
        content.Headers.ContentType = Json;
        using var response = await _http.PostAsync((Uri?)null, content, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK || !answer.AsSpan().StartsWith("{\"data\":{\"submitResponse\":{\"receipt\":{"u8))
            throw new BenchmarkException($"A response was not taken ({(int)response.StatusCode}): {Encoding.UTF8.GetString(answer)}");
    }

    public void Dispose() => _http.Dispose();

    private string Body(int number) =>
        $$$$"""
        {"query":"{{{{Mutation}}}}","variables":{"input":{"waveId":"{{{{_wave}}}}","idempotencyKey":"{{{{Guid.NewGuid():N}}}}",
        "answers":{{{{_answersAsJson(number)}}}}
        }}}
        """;
}
