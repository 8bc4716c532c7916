using System.Diagnostics;

namespace Messaging.Runtime;

/// <summary>This process among those that share the work.</summary>
internal sealed class ThisNode(MessagingOptions options)
{
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastBeat = Stopwatch.GetTimestamp();

    public Guid Id { get; } = Guid.NewGuid();

    public string Name => options.NodeName;

    /// <summary>Completes when the others can know of it. Before that it must not own anything, for what is owned by nobody they know is free.</summary>
    public Task Joined => _joined.Task;

    /// <summary>For how long the database has heard nothing of it; before the first time, since there is anything to hear.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastBeat));

    public void HasBeaten()
    {
        Volatile.Write(ref _lastBeat, Stopwatch.GetTimestamp());
        _joined.TrySetResult();
    }
}
