using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Tests.Webhooks;

/// <summary>Somebody else's program that is told of things: a real server on this machine.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Received> _received = new();

    public Receiver()
    {
        var port = FreePort();
        Address = $"http://127.0.0.1:{port}/hook/";
        _listener.Prefixes.Add($"http://*:{port}/hook/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>How it answers; 204 unless a test says otherwise.</summary>
    public Func<Received, Task<int>> Answer { get; set; } = _ => Task.FromResult(204);

    /// <summary>Where it sends whoever asks, with a status of 3xx.</summary>
    public string? Location { get; set; }

    /// <summary>What it was sent, in the order in which it came.</summary>
    public IReadOnlyList<Received> All => [.. _received];

    /// <summary>Waits until it has been sent so much.</summary>
    public async Task<IReadOnlyList<Received>> UntilAsync(int count)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (_received.Count < count)
            await Task.Delay(20, deadline.Token);
        return All;
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var headers = context.Request.Headers;
        var received = new Received(headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, await reader.ReadToEndAsync());
        _received.Enqueue(received);
        context.Response.StatusCode = await Answer(received);
        if (Location is not null)
            context.Response.RedirectLocation = Location;
        context.Response.Close();
    }
}

internal sealed record Received(string Id, string Timestamp, string Signature, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Kind => Json["kind"]!.GetValue<string>();
}
