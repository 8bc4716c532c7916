using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Tests.Webhooks;

/// <summary>Somebody else's program that is told of things: a real server on this machine.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Received> _received = new();
    private int _forged;

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

    /// <summary>The secret that it checks signatures with; without one it looks at none. What is not signed with it is answered 401 and counts as nothing.</summary>
    public string? Secret { get; set; }

    /// <summary>What it answers beside the status, and of which type that is.</summary>
    public (byte[] Body, string Type)? Text { get; set; }

    /// <summary>How often it was sent something that was not signed with its secret.</summary>
    public int Forged => _forged;

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

    private static bool IsSignedWith(string secret, Received received)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{received.Id}.{received.Timestamp}.{received.Body}"));
        return received.Signature.Split(' ').Contains($"v1,{Convert.ToBase64String(signature)}");
    }

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
        if (Secret is { } secret && !IsSignedWith(secret, received))
        {
            Interlocked.Increment(ref _forged);
            context.Response.StatusCode = 401;
            context.Response.Close();
            return;
        }

        _received.Enqueue(received);
        context.Response.StatusCode = await Answer(received);
        if (Text is { } text)
        {
            context.Response.ContentType = text.Type;
            await context.Response.OutputStream.WriteAsync(text.Body);
        }

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
