namespace EventStore;

/// <summary>Doubling delays between a shortest and a longest.</summary>
internal sealed class Backoff(TimeSpan shortest, TimeSpan longest)
{
    private int _doublings;

    public TimeSpan Next()
    {
        var delay = shortest * (1L << _doublings);
        if (delay >= longest) return longest;
        _doublings++;
        return delay;
    }

    public void Reset() => _doublings = 0;
}
