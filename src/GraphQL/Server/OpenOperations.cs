using System.Collections.Concurrent;

namespace GraphQL.Server;

/// <summary>The operations of one connection that are under way, by the identifiers that the client gave them.</summary>
internal sealed class OpenOperations(int most, CancellationToken ended)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    /// <summary>Whether no more may be started.</summary>
    public bool IsFull => _byId.Count >= most;

    /// <summary>What runs now. It ends by itself when the connection does.</summary>
    public IEnumerable<Task> Running => _running.Keys;

    /// <summary>Starts an operation; false when one of its identifier is open.</summary>
    public bool TryStart(string id, Func<Operation, Task> run)
    {
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(ended);
        if (!_byId.TryAdd(id, cancellation))
        {
            cancellation.Dispose();
            return false;
        }
        var task = RunAsync(new Operation(_byId, id, cancellation), run);
        _running[task] = 0;
        _ = task.ContinueWith(static (task, running) => ((ConcurrentDictionary<Task, byte>)running!).TryRemove(task, out _), _running, TaskScheduler.Default);
        return true;
    }

    /// <summary>Cancels an operation, if it is open.</summary>
    public async Task StopAsync(string id)
    {
        if (!_byId.TryRemove(id, out var cancellation))
            return;
        try
        {
            await cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // It ended of itself at the same moment.
        }
    }

    private static async Task RunAsync(Operation operation, Func<Operation, Task> run)
    {
        // Whoever starts an operation goes on at once.
        await Task.Yield();
        using (operation)
            await run(operation).ConfigureAwait(false);
    }

    internal sealed class Operation(ConcurrentDictionary<string, CancellationTokenSource> open, string id, CancellationTokenSource cancellation) : IDisposable
    {
        public string Id => id;

        public CancellationToken Token { get; } = cancellation.Token;

        /// <summary>Takes the operation from those that are open; false when the client has stopped it before.</summary>
        public bool TryEnd() => open.TryRemove(KeyValuePair.Create(id, cancellation));

        public void Dispose()
        {
            TryEnd();
            cancellation.Dispose();
        }
    }
}
