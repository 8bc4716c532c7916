namespace Engagement.LoggedFeedback;

/// <summary>An entry of the log without its words, for the list.</summary>
public sealed record LogEntrySheet
{
    /// <summary>The entry of the log.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public required FeedbackKind Kind { get; init; }

    /// <summary>The code of the service it is about.</summary>
    public required string Service { get; init; }

    /// <summary>The day it came.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The code of the person's district, if known.</summary>
    public string? District { get; init; }

    /// <summary>The day the person was told that we have it.</summary>
    public DateOnly? AcknowledgedOn { get; init; }

    /// <summary>The day it was answered.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>How many lessons were drawn from it.</summary>
    public int Lessons { get; init; }

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }
}
