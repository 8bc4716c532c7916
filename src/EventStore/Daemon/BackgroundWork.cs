namespace EventStore;

/// <summary>Work that goes on in the background between a start and a stop. Not thread safe: whoever owns it starts and stops it in turn.</summary>
internal sealed class BackgroundWork : IAsyncDisposable
{
    private CancellationTokenSource? _stop;
    private Task _work = Task.CompletedTask;

    public bool IsStarted => _stop is not null;

    /// <summary>Does nothing when started already.</summary>
    /// <param name="work">Ends without failing when it is cancelled.</param>
    public void Start(Func<CancellationToken, Task> work)
    {
        if (_stop is not null) return;
        _stop = new CancellationTokenSource();
        var token = _stop.Token;
        _work = Task.Run(() => work(token), CancellationToken.None);
    }

    /// <summary>Returns when the work has ended. Does nothing when stopped already.</summary>
    public async Task StopAsync()
    {
        if (_stop is null) return;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _stop.Dispose();
        _stop = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);
}
