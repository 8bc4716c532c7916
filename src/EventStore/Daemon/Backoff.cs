namespace EventStore;

/// <summary>Doubling delays between a shortest and a longest.</summary>
internal sealed class Backoff(TimeSpan shortest, TimeSpan longest)
{
    private int _attempts;

    /// <summary>The delay before an attempt, counted from 1.</summary>
    public static TimeSpan Delay(TimeSpan shortest, TimeSpan longest, int attempt)
    {
        var delay = shortest * Math.Pow(2, Math.Min(attempt, 40) - 1);
        return delay < longest ? delay : longest;
    }

    public TimeSpan Next() => Delay(shortest, longest, ++_attempts);

    public void Reset() => _attempts = 0;
}
