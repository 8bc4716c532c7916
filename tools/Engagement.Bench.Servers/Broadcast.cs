using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Engagement.Bench.Servers;

/// <summary>Numbers, told to everybody who listens.</summary>
internal sealed class Broadcast
{
    private readonly List<Channel<int>> _listeners = [];
    private int _last;

    /// <returns>How many were told.</returns>
    public int Send()
    {
        lock (_listeners)
        {
            _last++;
            foreach (var listener in _listeners)
                listener.Writer.TryWrite(_last);
            return _listeners.Count;
        }
    }

    public async IAsyncEnumerable<int> Listen([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listener = Channel.CreateUnbounded<int>();
        lock (_listeners)
            _listeners.Add(listener);
        try
        {
            await foreach (var number in listener.Reader.ReadAllAsync(cancellationToken))
                yield return number;
        }
        finally
        {
            lock (_listeners)
                _listeners.Remove(listener);
        }
    }
}
