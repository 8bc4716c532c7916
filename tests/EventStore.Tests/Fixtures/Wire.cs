using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EventStore.Tests;

/// <summary>A wire to the database that can go dead: the bytes stop, and neither end is told.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly NpgsqlConnectionStringBuilder _database;
    private readonly List<Socket> _sockets = [];
    private readonly TaskCompletionSource _mended = new();
    private volatile bool _isDead;

    public Wire(string connectionString)
    {
        _database = new NpgsqlConnectionStringBuilder(connectionString);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ConnectionString;

    public void Cut() => _isDead = true;

    /// <summary>What was held back arrives after all.</summary>
    public void Mend()
    {
        _isDead = false;
        _mended.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        lock (_sockets)
        {
            foreach (var socket in _sockets) socket.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptSocketAsync(_stop.Token);
                var far = await ConnectAsync();
                lock (_sockets) _sockets.AddRange([near, far]);
                _ = PumpAsync(near, far);
                _ = PumpAsync(far, near);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        var isPath = _database.Host!.StartsWith('/');
        var socket = isPath
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (isPath) await socket.ConnectAsync(new UnixDomainSocketEndPoint($"{_database.Host}/.s.PGSQL.{_database.Port}"), _stop.Token);
        else await socket.ConnectAsync(_database.Host, _database.Port, _stop.Token);
        return socket;
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[65536];
        try
        {
            while (true)
            {
                var count = await from.ReceiveAsync(buffer, _stop.Token);
                if (_isDead) await _mended.Task.WaitAsync(_stop.Token);
                if (count == 0) break;
                for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _stop.Token);
            }
        }
        catch (Exception wrong) when (wrong is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One end is gone, and so goes the other.
        }

        from.Dispose();
        to.Dispose();
    }
}
