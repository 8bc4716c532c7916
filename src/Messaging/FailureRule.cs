namespace Messaging;

/// <summary>What happens to a message after one kind of exception. A new rule moves it to the dead letters at once.</summary>
public sealed class FailureRule
{
    private readonly Type _exceptionType;
    private IReadOnlyList<TimeSpan> _delays = [];

    internal FailureRule(Type exceptionType) => _exceptionType = exceptionType;

    /// <summary>
    /// Tries again after each of these delays in turn, and after the last failure moves the message to the dead letters. The wait is
    /// stored with the message: it holds no worker and outlives the process.
    /// </summary>
    public FailureRule ScheduleRetry(params TimeSpan[] delays)
    {
        ArgumentNullException.ThrowIfNull(delays);
        foreach (var delay in delays)
            ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(delays));
        _delays = [.. delays];
        return this;
    }

    /// <summary>Moves the message to the dead letters after the first failure.</summary>
    public FailureRule MoveToDeadLetters() => ScheduleRetry();

    internal bool Fits(Exception exception) => _exceptionType.IsInstanceOfType(exception);

    internal TimeSpan? RetryDelay(int failedAttempt) => failedAttempt <= _delays.Count ? _delays[failedAttempt - 1] : null;
}
