namespace Messaging;

/// <summary>
/// What happens to a message whose handler fails. The first rule, in the order they were added, that fits the exception decides; when
/// none fits, the message is tried again after 1 second, 5 seconds, 30 seconds and 2 minutes and then moved to the dead letters.
/// </summary>
public sealed class FailurePolicies
{
    private static readonly FailureRule DefaultRule = new FailureRule(typeof(Exception)).ScheduleRetry(
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));

    private readonly List<FailureRule> _rules = [];

    /// <summary>Begins a rule for exceptions of a type and of types derived from it.</summary>
    public FailureRule OnException<TException>() where TException : Exception
    {
        var rule = new FailureRule(typeof(TException));
        _rules.Add(rule);
        return rule;
    }

    /// <summary>Begins a rule for every exception that no earlier rule fits.</summary>
    public FailureRule OnAnyException() => OnException<Exception>();

    /// <summary>How long to wait after the given failed attempt (the first is 1), or null when the message has had its chances.</summary>
    internal TimeSpan? RetryDelay(Exception exception, int failedAttempt) =>
        exception is PoisonMessageException
            ? null
            : (_rules.Find(rule => rule.Fits(exception)) ?? DefaultRule).RetryDelay(failedAttempt);
}
