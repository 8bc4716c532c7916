using System.Collections.Concurrent;
using Engagement.SignIn;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Api.SignIn;

/// <summary>
/// What is open for somebody who signed in: sockets, streams and long requests. When their session or key ends, so does all of it, within seconds and
/// in every process, although nothing is asked on it.
/// </summary>
internal sealed partial class OpenConnections(Sessions sessions, ApiKeys keys, TimeProvider clock, ILogger<OpenConnections> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Connection, byte> _open = new();

    /// <summary>Watches over a connection until what this gives back is disposed of.</summary>
    /// <param name="credential">The session or key that it was opened with; null for what only ends by its time.</param>
    /// <param name="until">When the credential ends by itself.</param>
    /// <param name="close">Ends the connection.</param>
    public IDisposable Add(Guid? credential, DateTimeOffset? until, Action close)
    {
        var connection = new Connection(this, credential, until, close);
        _open.TryAdd(connection, 0);
        return connection;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CloseEndedAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task CloseEndedAsync(CancellationToken cancellation)
    {
        // Asked for after the list was made: a connection is only opened with a credential that was good.
        Connection[] open = [.. _open.Keys];
        Guid[] credentials = [.. open.Select(connection => connection.Credential).OfType<Guid>().Distinct()];
        HashSet<Guid> good = credentials.Length == 0
            ? []
            : [.. await sessions.StillOpenAsync(credentials, cancellation), .. await keys.StillGoodAsync(credentials, cancellation)];
        var now = clock.GetUtcNow();
        foreach (var connection in open)
        {
            if (connection.Until <= now || (connection.Credential is { } credential && !good.Contains(credential)))
                connection.Close();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether open connections may stay open could not be looked up; trying again")]
    private partial void LogFailed(Exception failure);

    private sealed class Connection(OpenConnections all, Guid? credential, DateTimeOffset? until, Action close) : IDisposable
    {
        public Guid? Credential => credential;

        public DateTimeOffset? Until => until;

        public void Close()
        {
            if (all._open.TryRemove(this, out _))
                close();
        }

        public void Dispose() => all._open.TryRemove(this, out _);
    }
}
