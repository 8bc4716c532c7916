using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Tests.Shared.Faults;

/// <summary>
/// Stands between Npgsql and PostgreSQL. Whatever a program awaits of the database is a turn of the conversation here: a request, or the answer to it.
/// Turns are counted as steps, and at the step it was told the relay strikes. Each request has one synchronisation point, so those count round trips.
/// </summary>
public sealed class Relay : IAsyncDisposable
{
    private const int Number = 5432;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("relay-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly NpgsqlConnectionStringBuilder _target;
    private readonly Lock _lock = new();
    private readonly HashSet<Socket> _open = [];
    private readonly Task _accepting;
    private Strike _strike;
    private Func<Task>? _meanwhile;
    private Func<Task>? _whenAsked;
    private int _asksAt;
    private int _strikesAt;
    private int _steps;
    private int _roundTrips;
    private int _connections;
    private int _forgotten;
    private TaskCompletionSource? _silence;

    public Relay(string connectionString)
    {
        _target = new NpgsqlConnectionStringBuilder(connectionString);
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Host = _folder.FullName, Port = Number }.ConnectionString;
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, $".s.PGSQL.{Number}")));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    public string ConnectionString { get; }

    /// <summary>Whether the step it was to strike at was reached.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Counts from now on, and strikes once when the count is reached; zero for never.</summary>
    public void StrikeAt(int step, Strike strike, Func<Task>? meanwhile = null)
    {
        lock (_lock) (_strikesAt, _strike, _meanwhile, _steps, _roundTrips, HasStruck) = (step, strike, meanwhile, 0, 0, false);
    }

    /// <summary>Counts from now on, and does something before it passes on the end of a request.</summary>
    public void WhenAsked(int request, Func<Task> first)
    {
        StrikeAt(0, Strike.Pass);
        (_asksAt, _whenAsked) = (request, first);
    }

    /// <summary>From now on nothing gets through, and nobody is told: as when a cable is pulled.</summary>
    public void FallSilent() => Interlocked.CompareExchange(ref _silence, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), null);

    /// <summary>Lets everything through again, with what was held back.</summary>
    public void Resume() => Interlocked.Exchange(ref _silence, null)?.SetResult();

    /// <summary>What is said on the connections there are gets nowhere from now on, and nobody is told: as when a router has forgotten them. New ones are as ever.</summary>
    public void ForgetConnections() => Volatile.Write(ref _forgotten, Volatile.Read(ref _connections));

    /// <summary>Cuts every connection there is.</summary>
    public void CutAll()
    {
        lock (_lock)
        {
            foreach (var socket in _open) socket.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Resume();
        await _stop.CancelAsync();
        _listener.Dispose();
        CutAll();
        await _accepting;
        _folder.Delete(recursive: true);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = JoinAsync(await _listener.AcceptAsync(_stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }

    private async Task JoinAsync(Socket client)
    {
        using (client)
        {
            EndPoint address = _target.Host!.StartsWith('/')
                ? new UnixDomainSocketEndPoint(Path.Combine(_target.Host, $".s.PGSQL.{_target.Port}"))
                : new DnsEndPoint(_target.Host, _target.Port);
            using var server = address is DnsEndPoint
                ? new Socket(SocketType.Stream, ProtocolType.Tcp)
                : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            lock (_lock)
            {
                _open.Add(client);
                _open.Add(server);
            }

            try
            {
                await server.ConnectAsync(address, _stop.Token);
                var turn = new Turn(Interlocked.Increment(ref _connections));
                await Task.WhenAny(PassAsync(client, server, turn, new Requests()), PassAsync(server, client, turn, null));
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Then the client has nobody to talk to either.
            }

            lock (_lock)
            {
                _open.Remove(client);
                _open.Remove(server);
            }
        }
    }

    /// <summary>Ends when the connection does; the caller then closes both its ends.</summary>
    private async Task PassAsync(Socket from, Socket to, Turn turn, Requests? requests)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var length)
            {
                if (turn.Connection <= Volatile.Read(ref _forgotten)) continue;
                if (Volatile.Read(ref _silence) is { } silence) await silence.Task;
                for (var asked = requests?.CountIn(buffer.AsSpan(0, length)) ?? 0; asked > 0; asked--)
                    if (Interlocked.Increment(ref _roundTrips) == _asksAt && _whenAsked is { } first) await first();
                var (strike, meanwhile) = Step(turn, from);
                if (meanwhile is not null) await meanwhile();
                if (strike == Strike.Cut) return;
                var whole = strike == Strike.Tear ? length / 2 : length;
                for (var sent = 0; sent < whole;) sent += await to.SendAsync(buffer.AsMemory(sent, whole - sent));
                if (strike == Strike.Tear) return;
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // One end was closed.
        }
    }

    private (Strike Strike, Func<Task>? Meanwhile) Step(Turn turn, Socket speaker)
    {
        lock (_lock)
        {
            // An answer of several pieces is one step, however the pieces come.
            if (turn.Speaker == speaker) return (Strike.Pass, null);
            turn.Speaker = speaker;
            if (++_steps != _strikesAt) return (Strike.Pass, null);
            HasStruck = true;
            return (_strike, _meanwhile);
        }
    }

    /// <summary>Who spoke last on a connection.</summary>
    private sealed class Turn(int connection)
    {
        public int Connection => connection;

        public Socket? Speaker { get; set; }
    }

    /// <summary>Finds the synchronisation points in what a client sends, however it is cut into pieces.</summary>
    private sealed class Requests
    {
        private const int LongestStartUpHead = 8;
        private const int StartUpVersion3 = 196608;

        private readonly List<byte> _head = [];
        private bool _hasStarted;
        private long _skip;

        public int CountIn(ReadOnlySpan<byte> piece)
        {
            var found = 0;
            foreach (var one in piece)
            {
                if (_skip > 0)
                {
                    _skip--;
                    continue;
                }

                _head.Add(one);
                if (!_hasStarted && _head.Count == LongestStartUpHead)
                {
                    _skip = Number(0) - LongestStartUpHead;
                    _hasStarted = Number(4) == StartUpVersion3;
                    _head.Clear();
                }
                else if (_hasStarted && _head.Count == 5)
                {
                    if (_head[0] is (byte)'S' or (byte)'Q') found++;
                    _skip = Number(1) - 4;
                    _head.Clear();
                }
            }

            return found;
        }

        private int Number(int at) => (_head[at] << 24) | (_head[at + 1] << 16) | (_head[at + 2] << 8) | _head[at + 3];
    }
}
