using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Tests;

/// <summary>The line between a phone and the platform: an address of its own that passes on what comes, as long as it holds.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly Uri _platform;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly HashSet<TcpClient> _open = [];
    private readonly Task _work;
    private volatile bool _isCut;
    private volatile bool _losesAnswers;

    public Line(Uri platform)
    {
        _platform = platform;
        _listener.Start();
        _work = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Whatever is under way is lost, and nothing gets through any more.</summary>
    public void Cut()
    {
        _isCut = true;
        lock (_lock)
        {
            foreach (var connection in _open)
                connection.Close();
            _open.Clear();
        }
    }

    /// <summary>What is sent still arrives. It is cut before the first answer comes back.</summary>
    public void CutBeforeAnswer() => _losesAnswers = true;

    public void Mend() => _losesAnswers = _isCut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
            _ = PassAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
    }

    private async Task PassAsync(TcpClient phone)
    {
        using var platform = new TcpClient();
        using (phone)
        {
            try
            {
                await platform.ConnectAsync(_platform.Host, _platform.Port);
                lock (_lock)
                {
                    if (_isCut)
                        return;
                    _open.UnionWith([phone, platform]);
                }

                await Task.WhenAny(CopyAsync(phone, platform, isAnswer: false), CopyAsync(platform, phone, isAnswer: true));
            }
            finally
            {
                lock (_lock)
                    _open.ExceptWith([phone, platform]);
            }
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool isAnswer)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and var read)
            {
                if (isAnswer && _losesAnswers)
                {
                    Cut();
                    return;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or one of the two has hung up.
        }
    }
}
