namespace Messaging;

/// <summary>
/// What happens to a message after one kind of exception: the retries, in the order they were added here, and then the dead letters, unless
/// <see cref="Discard"/> says otherwise. A new rule has no retries.
/// </summary>
public sealed class FailureRule
{
    private readonly Type _exceptionType;

    // No delay: tried again at once, by who has it.
    private readonly List<TimeSpan?> _retries = [];
    private double _jitter;
    private bool _discards;

    internal FailureRule(Type exceptionType) => _exceptionType = exceptionType;

    /// <summary>Tries again at once, so many times, without giving the message back to its queue. The attempts are counted in the database.</summary>
    public FailureRule RetryTimes(int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        _retries.AddRange(Enumerable.Repeat<TimeSpan?>(null, times));
        return this;
    }

    /// <summary>
    /// Tries again after each of these delays in turn. The wait is stored with the message: it holds no worker and outlives the process.
    /// </summary>
    public FailureRule ScheduleRetry(params TimeSpan[] delays)
    {
        ArgumentNullException.ThrowIfNull(delays);
        foreach (var delay in delays)
            ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(delays));
        _retries.AddRange(delays.Select(delay => (TimeSpan?)delay));
        return this;
    }

    /// <summary>Tries again so many times, after delays that double from the first and stay below the longest.</summary>
    public FailureRule ScheduleRetryWithBackoff(int times, TimeSpan first, TimeSpan longest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, first);
        for (var (i, delay) = (0, first); i < times; i++)
        {
            _retries.Add(delay);
            // Compared before it is doubled: many doublings are more than a TimeSpan holds.
            delay = delay >= longest / 2 ? longest : delay * 2;
        }

        return this;
    }

    /// <summary>
    /// Makes each delay longer or shorter by up to this share of it, at random, so that messages that failed together do not all come back
    /// at the same moment.
    /// </summary>
    /// <param name="share">From 0 to 1.</param>
    public FailureRule WithJitter(double share = 0.25)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        _jitter = share;
        return this;
    }

    /// <summary>Moves the message to the dead letters when its retries are used up. This is what happens anyway; it says so to the reader.</summary>
    public FailureRule MoveToDeadLetters()
    {
        _discards = false;
        return this;
    }

    /// <summary>Throws the message away when its retries are used up.</summary>
    public FailureRule Discard()
    {
        _discards = true;
        return this;
    }

    internal bool Fits(Exception exception) => _exceptionType.IsInstanceOfType(exception);

    /// <param name="failedAttempt">Which attempt has failed; the first is 1.</param>
    /// <param name="random">From 0 to below 1.</param>
    internal FailureStep Next(int failedAttempt, double random)
    {
        if (failedAttempt > _retries.Count)
            return _discards ? FailureStep.Discard : FailureStep.Bury;
        return _retries[failedAttempt - 1] is { } delay ? FailureStep.Schedule(delay * (1 + (_jitter * ((2 * random) - 1)))) : FailureStep.RetryNow;
    }
}
