namespace Messaging.Runtime;

/// <summary>All that wants to know when a message was committed: the workers here, and the sender of notifications to other processes.</summary>
internal sealed class WakeSignals : IDisposable
{
    private readonly Dictionary<string, WakeSignal> _queues;

    public WakeSignals(MessagingOptions options) => _queues = options.Queues.Keys.ToDictionary(queue => queue, _ => new WakeSignal());

    public WakeSignal OtherProcesses { get; } = new();

    public WakeSignal Queue(string name) => _queues[name];

    public void WakeHere()
    {
        foreach (var signal in _queues.Values)
            signal.Set();
    }

    public void WakeEverywhere()
    {
        WakeHere();
        OtherProcesses.Set();
    }

    public void Dispose()
    {
        OtherProcesses.Dispose();
        foreach (var signal in _queues.Values)
            signal.Dispose();
    }
}
