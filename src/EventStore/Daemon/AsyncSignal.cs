namespace EventStore;

/// <summary>
/// Wakes all who wait. Take <see cref="Next"/> before looking at what is waited for, and wait on it afterwards: a pulse in between is then not missed.
/// </summary>
internal sealed class AsyncSignal
{
    private TaskCompletionSource _next = New();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Waits for a pulse or until the time is up, whichever comes first; only cancellation throws.</summary>
    public static async Task WaitAsync(Task pulse, TimeSpan atMost, CancellationToken cancellationToken)
    {
        await pulse.WaitAsync(atMost, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
