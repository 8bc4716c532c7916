namespace EventStore;

/// <summary>How the daemon runs one projection or subscription.</summary>
public sealed class AsyncOptions
{
    /// <summary>What becomes of events it cannot handle; null for <see cref="ProjectionOptions.Errors"/>.</summary>
    public ErrorHandlingOptions? Errors { get; set; }

    internal bool StartsFromPresent { get; private set; }

    internal long StartsAfter { get; private set; }

    /// <summary>Begins with the first event of the log, as is done unless something else is asked for.</summary>
    public AsyncOptions SubscribeFromBeginning()
    {
        (StartsFromPresent, StartsAfter) = (false, 0);
        return this;
    }

    /// <summary>
    /// Begins with what is committed after it first ran; what is older is never seen. Only where there is no checkpoint yet: the first node to run it
    /// writes down where that was, and every node and every later start goes on from there.
    /// </summary>
    public AsyncOptions SubscribeFromPresent()
    {
        (StartsFromPresent, StartsAfter) = (true, 0);
        return this;
    }

    /// <summary>Begins after a log position. Only where there is no checkpoint yet.</summary>
    /// <param name="sequence">The last log position that is not seen.</param>
    public AsyncOptions SubscribeFromSequence(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        (StartsFromPresent, StartsAfter) = (false, sequence);
        return this;
    }
}
