using System.Collections.Concurrent;
using System.Diagnostics;
using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>Listens to a store's tail and keeps when it heard each event.</summary>
internal sealed class TailListener : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<long>> _heard = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;

    public TailListener(DocumentStore store, long after) => _listening = Task.Run(() => ListenAsync(store, after));

    /// <summary>The moment at which an event was heard, as a timestamp of the stopwatch.</summary>
    public Task<long> HeardAsync(long sequence, CancellationToken cancellationToken) => Of(sequence).Task.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        _stop.Dispose();
    }

    private TaskCompletionSource<long> Of(long sequence) =>
        _heard.GetOrAdd(sequence, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task ListenAsync(DocumentStore store, long after)
    {
        try
        {
            await foreach (var e in store.Tail.ReadAsync(after, _stop.Token))
                Of(e.Sequence).TrySetResult(Stopwatch.GetTimestamp());
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Enough heard.
        }
    }
}
