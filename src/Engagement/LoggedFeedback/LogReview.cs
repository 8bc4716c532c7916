using Engagement.Common;
using EventStore;

namespace Engagement.LoggedFeedback;

/// <summary>A time at which the whole log was looked at, and what was seen in it.</summary>
public sealed record LogReview : IEvolve<LogReview>
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public static LogReview? Evolve(LogReview? state, IEvent e) => (state, e.Data) switch
    {
        (null, LogReviewed reviewed) => new LogReview { From = reviewed.From, To = reviewed.To },
        _ => state,
    };
}

/// <summary>A review of the log as officers read it.</summary>
public sealed record LogReviewSheet
{
    /// <summary>The review.</summary>
    public required Guid Id { get; init; }

    /// <summary>The first day that it looked at.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last such day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What was seen.</summary>
    public required string Found { get; init; }

    /// <summary>What is done about it.</summary>
    public required string Next { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset ReviewedAt { get; init; }
}

public sealed class LogReviewSheetProjection : SingleStreamProjection<LogReviewSheet>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(LogReviewed)];

    public override LogReviewSheet? Evolve(LogReviewSheet? snapshot, Guid id, IEvent e) => e.Data is LogReviewed reviewed
        ? new LogReviewSheet
        {
            Id = id,
            From = reviewed.From,
            To = reviewed.To,
            Found = reviewed.Found,
            Next = reviewed.Next,
            ReviewedAt = e.OccurredAt(),
        }
        : snapshot;
}
