using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Tests.Shared.Hosting;

/// <summary>A GraphQL client over server-sent events: one operation a request, an event a result.</summary>
public sealed class SubscriptionStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private SubscriptionStream(HttpResponseMessage response, Stream content)
    {
        _response = response;
        _events = SseParser.Create(content).EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>Begins an operation.</summary>
    public static async Task<SubscriptionStream> OpenAsync(HttpClient http, string query, object? variables = null, string? role = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (role is not null)
            request.Headers.Add("Authorization", $"Development {role}");
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new SubscriptionStream(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event's name, and the result it carries when it has one.</summary>
    public async Task<(string Event, JsonObject? Result)> NextAsync() =>
        await _events.MoveNextAsync().AsTask().WaitAsync(Patience)
            ? (_events.Current.EventType, _events.Current.Data.Length == 0 ? null : JsonNode.Parse(_events.Current.Data)!.AsObject())
            : throw new InvalidOperationException("The server ended the stream.");

    /// <summary>Ends the request.</summary>
    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await _events.DisposeAsync();
    }
}
