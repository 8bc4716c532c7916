using System.Net.Sockets;
using System.Text;

namespace Engagement.Host.Tests;

/// <summary>A connection on which any bytes are sent as they are, for what no well-behaved client would send.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _client = new();

    private RawConnection()
    {
    }

    public static async Task<RawConnection> OpenAsync(Uri platform)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(platform.Host, platform.Port);
        return connection;
    }

    public async Task SendAsync(string text)
    {
        await _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>Everything that comes until the platform ends the connection, which it has to.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var all = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(all, patience.Token);
        }
        catch (IOException)
        {
            // Ended without a goodbye, which is an end as well.
        }

        return Encoding.Latin1.GetString(all.ToArray());
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
