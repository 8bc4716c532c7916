namespace EventStore;

/// <summary>How one projection or subscription is getting on in this process; written by the one task that runs it, read by all.</summary>
internal sealed class ShardProgress
{
    private readonly AsyncSignal _moved = new();
    private long _position;
    private volatile ShardState _state = ShardState.Stopped;
    private volatile string? _lastError;

    public long Position => Volatile.Read(ref _position);

    public int Attempts { get; private set; }

    public string? LastError => _lastError;

    public ShardState State => _state;

    /// <summary>Completes when the position has moved. Take it before reading it.</summary>
    public Task Moved => _moved.Next;

    public void Enter(ShardState state) => _state = state;

    public void MoveTo(long position)
    {
        Volatile.Write(ref _position, position);
        _moved.Pulse();
    }

    public void Succeed() => Recover(ShardState.Running);

    /// <summary>Another process runs it: whatever failed here is no trouble any more.</summary>
    public void StandBy() => Recover(ShardState.Standby);

    public void Fail(string why)
    {
        Attempts++;
        _lastError = why;
        _state = ShardState.Retrying;
    }

    private void Recover(ShardState state)
    {
        Attempts = 0;
        _lastError = null;
        _state = state;
    }
}
