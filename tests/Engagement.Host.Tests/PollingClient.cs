using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Host.Tests;

/// <summary>A client of the hub that asks for what there is when it likes: SignalR's long polling. What it has not asked for waits at the server.</summary>
internal sealed class PollingClient
{
    private const char Separator = '\u001e';

    private readonly HttpClient _http;
    private readonly Uri _address;

    private PollingClient(HttpClient http, Uri address) => (_http, _address) = (http, address);

    public static async Task<PollingClient> ConnectAsync(HttpClient http)
    {
        using var negotiated = await http.PostAsync(new Uri("/live/negotiate?negotiateVersion=1", UriKind.Relative), null);
        var token = JsonNode.Parse(await negotiated.Content.ReadAsStringAsync())!["connectionToken"]!.GetValue<string>();
        var client = new PollingClient(http, new Uri($"/live?id={Uri.EscapeDataString(token)}", UriKind.Relative));

        // The first says only that there is a connection.
        await client.PollAsync();
        await client.SendAsync("""{"protocol":"json","version":1}""");
        await client.PollAsync();
        return client;
    }

    /// <summary>Follows a topic from now on, and waits until the server has agreed.</summary>
    public async Task FollowAsync(string topic)
    {
        await SendAsync($$"""{"type":1,"invocationId":"1","target":"Follow","arguments":["{{topic}}",null]}""");
        while (await PollAsync() is { } text && !text.Contains("\"type\":3", StringComparison.Ordinal))
        {
            // A ping.
        }
    }

    /// <summary>Asks for everything until the server ends the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var all = new StringBuilder();
        while (await PollAsync() is { } text)
            all.Append(text);
        return all.ToString();
    }

    private async Task<string?> PollAsync()
    {
        using var answer = await _http.GetAsync(_address);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : null;
    }

    private async Task SendAsync(string record)
    {
        using var content = new StringContent(record + Separator);
        (await _http.PostAsync(_address, content)).EnsureSuccessStatusCode();
    }
}
