namespace Engagement.LoggedFeedback;

/// <summary>An entry of the log without its words, for the list.</summary>
public sealed record LogEntrySheet
{
    public required Guid Id { get; init; }

    public required FeedbackKind Kind { get; init; }

    public required string Service { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public string? District { get; init; }

    public DateOnly? AcknowledgedOn { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public int Lessons { get; init; }

    public int Version { get; init; }
}
