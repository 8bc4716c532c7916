namespace Engagement.Surveys;

/// <summary>An instrument as it is shown: its questions in order.</summary>
public sealed record InstrumentSheet
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public int? PublishedVersion { get; init; }

    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>Every version that has been published, oldest first.</summary>
    public IReadOnlyList<InstrumentVersion> Versions { get; init; } = [];

    public required DateTimeOffset DraftedAt { get; init; }

    public int Version { get; init; }
}
