using Engagement.Feedback;

namespace Engagement.Metrics;

/// <summary>How a loop stood, as it was known at every moment. What people say of its answer is apart, because many do.</summary>
public sealed record LoopHistory
{
    public required Guid Id { get; init; }

    public required Guid ThemeId { get; init; }

    public Guid? ConsultationId { get; init; }

    /// <summary>As its own rules see it now; without what no figure needs.</summary>
    public required Loop State { get; init; }

    /// <summary>In the order they were recorded in.</summary>
    public IReadOnlyList<LoopStanding> Standings { get; init; } = [];
}

/// <param name="RecordedAt">From when it was known.</param>
/// <param name="DueOn">The promised date, else twelve weeks.</param>
/// <param name="IsClosed">Published, told and delivered.</param>
/// <param name="IsReopened">Whether a decision is looked at again.</param>
/// <param name="IsDecided">Whether a decision stands.</param>
/// <param name="PublishedOn">The day on which anything was published of it first.</param>
public sealed record LoopStanding(DateTimeOffset RecordedAt, DateOnly DueOn, bool IsClosed, bool IsReopened, bool IsDecided, DateOnly? PublishedOn);
