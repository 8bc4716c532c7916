using System.Diagnostics;

namespace Messaging.Runtime;

/// <summary>This process among those that share the work.</summary>
internal sealed class ThisNode(MessagingOptions options)
{
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _hasSuspect;
    private long _lastBeat = Stopwatch.GetTimestamp();

    public Guid Id { get; } = Guid.NewGuid();

    public string Name => options.NodeName;

    /// <summary>Completes when the others can know of it. Before that it must not own anything, for what is owned by nobody they know is free.</summary>
    public Task Joined => _joined.Task;

    /// <summary>For how long the database has heard nothing of it; before the first time, since there is anything to hear.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastBeat));

    /// <summary>Asks for the right to have a message in hand, in whichever queue, that was in hand when a node ended. One has it at a time.</summary>
    public bool TryTakeSuspect() => Interlocked.Exchange(ref _hasSuspect, 1) == 0;

    /// <summary>Gives it back.</summary>
    public void PutDownSuspect() => Volatile.Write(ref _hasSuspect, 0);

    public void HasBeaten()
    {
        Volatile.Write(ref _lastBeat, Stopwatch.GetTimestamp());
        _joined.TrySetResult();
    }
}
