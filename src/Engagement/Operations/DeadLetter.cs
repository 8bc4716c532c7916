namespace Engagement.Operations;

/// <summary>A message that could not be handled.</summary>
/// <param name="Id">The message.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="Type">The stable name of its type.</param>
/// <param name="Body">The message as JSON. It has ids in it and no words of people. Who asks for it is in the access log.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="FailedAt">When it was tried for the last time.</param>
/// <param name="CorrelationId">What a whole chain of messages has in common.</param>
/// <param name="CausationId">What made it be sent.</param>
/// <param name="PartitionKey">The key in whose order it was.</param>
/// <param name="ErrorType">The type of the last error.</param>
/// <param name="Error">The last error in its own words, where they are the platform's own: of others they are not kept, for they could quote what somebody wrote.</param>
/// <param name="ErrorDetail">All that is kept of the last error, with the places in the program, for whoever mends it.</param>
public sealed record DeadLetter(
    Guid Id,
    string Queue,
    string Type,
    string Body,
    int Attempts,
    DateTimeOffset SentAt,
    DateTimeOffset FailedAt,
    string? CorrelationId,
    string? CausationId,
    string? PartitionKey,
    string ErrorType,
    string Error,
    string ErrorDetail)
{
    /// <summary>What it would have done, in plain words; null for a type that the platform does not know any more.</summary>
    public string? Meaning => MessageMeanings.Of(Type);
}

/// <summary>A type of messages of which some could not be handled.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Count">How many there are.</param>
public sealed record DeadLetterType(string Name, int Count)
{
    /// <summary>What such a message does, in plain words; null for a type that the platform does not know any more.</summary>
    public string? Meaning => MessageMeanings.Of(Name);
}

/// <summary>What the platform has yet to do, of one kind.</summary>
/// <param name="Name">The queue.</param>
/// <param name="Due">Messages that are due and wait.</param>
/// <param name="InHand">Messages that are being handled.</param>
/// <param name="Scheduled">Messages that are for later, also those that are tried again later.</param>
/// <param name="DeadLetters">Messages that could not be handled.</param>
/// <param name="OldestDueAt">When the first that waits was due; null when none does.</param>
public sealed record MessageQueue(string Name, int Due, int InHand, int Scheduled, int DeadLetters, DateTimeOffset? OldestDueAt);
