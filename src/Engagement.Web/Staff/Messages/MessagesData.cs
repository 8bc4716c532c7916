namespace Engagement.Web.Staff.Messages;

/// <summary>A message that could not be handled.</summary>
public sealed record DeadLetterRow(
    string Id,
    string Queue,
    string Type,
    string? Meaning,
    int Attempts,
    DateTimeOffset SentAt,
    DateTimeOffset FailedAt,
    string ErrorType,
    string Error,
    string? Body = null,
    string? CorrelationId = null,
    string? CausationId = null,
    string? PartitionKey = null,
    string? ErrorDetail = null)
{
    /// <summary>What it would have done; of a type that the platform does not know any more, its name.</summary>
    public string Title => Meaning ?? Type;
}

/// <summary>How much there is to do in a queue.</summary>
public sealed record QueueRow(string Name, int Due, int InHand, int Scheduled, int DeadLetters, DateTimeOffset? OldestDueAt)
{
    /// <summary>What is done there; null of a queue that these pages do not know.</summary>
    public string? Work => Name switch
    {
        "default" => "Everything that has no queue of its own: closing on the day, telling people, deleting.",
        "evidence-packs" => "Making evidence packs, one at a time.",
        "mail" => "Sending people the links they sign in with.",
        "webhooks" => "Telling programs of others what was published. What they do not take is tried again from here.",
        _ => null,
    };
}

/// <summary>A type of messages of which some could not be handled.</summary>
public sealed record DeadLetterTypeRow(string Name, string? Meaning, int Count);

/// <summary>Which messages the address of a page asks for.</summary>
public sealed record MessagesAsked
{
    public string? Queue { get; init; }

    public string? Type { get; init; }

    public string? Search { get; init; }

    public string? After { get; init; }

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Queue + Type + Search);

    /// <summary>What they have in common, as the end of a sentence.</summary>
    public string InCommon => string.Concat(
        string.IsNullOrWhiteSpace(Queue) ? "" : $" in the queue {Queue}",
        string.IsNullOrWhiteSpace(Type) ? "" : $" of the type {Type}",
        string.IsNullOrWhiteSpace(Search) ? "" : $" with “{Search}” in what is known of them");
}
