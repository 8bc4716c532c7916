namespace Messaging;

/// <summary>
/// What happens to a message whose handler fails. Of the rules that fit the exception, those for the message's type come first, and of
/// those the first that was added decides. When none fits, the message is tried again after 1 second, 5 seconds, 30 seconds and 2 minutes
/// and then moved to the dead letters.
/// </summary>
public sealed class FailurePolicies
{
    private static readonly FailureRule DefaultRule = new FailureRule(typeof(Exception)).ScheduleRetry(
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));

    // A node that ends takes innocent messages with it: the first time is nobody's fault yet.
    private static readonly FailureRule DefaultNodeRule = new FailureRule(typeof(Exception)).ScheduleRetry(
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));

    // While a new release is rolled out, the nodes of the old one come upon types that only the new one knows.
    private static readonly FailureRule UnknownTypeRule = new FailureRule(typeof(UnknownMessageTypeException)).ScheduleRetry(
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

    private readonly List<FailureRule> _rules = [];
    private readonly Dictionary<string, FailurePolicies> _ofMessages = [];
    private FailureRule? _nodeRule;

    /// <summary>Begins a rule for exceptions of a type and of types derived from it.</summary>
    public FailureRule OnException<TException>() where TException : Exception
    {
        var rule = new FailureRule(typeof(TException));
        _rules.Add(rule);
        return rule;
    }

    /// <summary>Begins a rule for every exception that no earlier rule fits.</summary>
    public FailureRule OnAnyException() => OnException<Exception>();

    /// <summary>
    /// The rule for messages whose node ended, or was cut off, while it had them, by how often that happened. Without it such a message is
    /// tried again at once, after 5 and after 30 seconds, and the fourth time moved to the dead letters. Rules for exceptions do not apply:
    /// no handler said that it failed.
    /// </summary>
    public FailureRule OnNodeLost() => _nodeRule = new FailureRule(typeof(NodeLostException));

    /// <summary>The rules for one type of message, which come before the others.</summary>
    public FailurePolicies ForMessage<TMessage>() where TMessage : notnull
    {
        var name = MessageIdentityAttribute.NameOf(typeof(TMessage));
        if (!_ofMessages.TryGetValue(name, out var policies))
            _ofMessages.Add(name, policies = new FailurePolicies());
        return policies;
    }

    /// <summary>What to do after the given failed attempt (the first is 1).</summary>
    internal FailureStep Next(string messageType, Exception exception, int failedAttempt)
    {
        if (exception is UnknownMessageTypeException)
            return UnknownTypeRule.Next(failedAttempt, Random.Shared.NextDouble());
        if (exception is PoisonMessageException)
            return FailureStep.Bury;
        var rule = _ofMessages.GetValueOrDefault(messageType)?.Find(exception) ?? Find(exception) ?? DefaultRule;
        return rule.Next(failedAttempt, Random.Shared.NextDouble());
    }

    /// <summary>What to do when the node that had the message is gone, which has now happened so many times.</summary>
    internal FailureStep NextAfterLoss(string messageType, int interruptions) =>
        (_ofMessages.GetValueOrDefault(messageType)?._nodeRule ?? _nodeRule ?? DefaultNodeRule).Next(interruptions, Random.Shared.NextDouble());

    private FailureRule? Find(Exception exception) => _rules.Find(rule => rule.Fits(exception));
}
