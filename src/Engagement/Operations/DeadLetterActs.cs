namespace Engagement.Operations;

/// <summary>Hand a message back to its queue.</summary>
public sealed record ReplayDeadLetter(Guid DeadLetterId);

/// <summary>Hand all that fit back to their queues. What failed since then is left.</summary>
public sealed record ReplayDeadLetters(DeadLetterAsked Which, DateTimeOffset FailedBefore);

/// <summary>Give a message another body, so that it can be handled when it is handed back.</summary>
public sealed record EditDeadLetter(Guid DeadLetterId, string Body);

/// <summary>Throw a message away for good.</summary>
public sealed record PurgeDeadLetter(Guid DeadLetterId);

/// <summary>Throw all that fit away for good. What failed since then is left.</summary>
public sealed record PurgeDeadLetters(DeadLetterAsked Which, DateTimeOffset FailedBefore);
