using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>A consultation as it is shown. Right at once: written in the transaction of the events it shows.</summary>
public sealed record ConsultationPage
{
    internal const int ResponseDueAfterDays = 12 * 7;

    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string OwnerRole { get; init; }

    public required string DecisionMaker { get; init; }

    public required DateOnly DecisionExpectedOn { get; init; }

    public bool AudienceIncludesChildren { get; init; }

    /// <summary>Who is asked; empty where it was not said.</summary>
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    public Proposal? Proposal { get; init; }

    /// <summary>What was considered and not put to people.</summary>
    public IReadOnlyList<RejectedOption> OptionsRejected { get; init; } = [];

    public string? EqualityAnalysisUrl { get; init; }

    public IReadOnlyList<Rendition> Renditions { get; init; } = [];

    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? ShorterThanSixWeeksBecause { get; init; }

    /// <summary>How the closing date has moved, oldest first.</summary>
    public IReadOnlyList<ClosingDateChange> ClosingDateChanges { get; init; } = [];

    public DateOnly? PausedOn { get; init; }

    public string? PausedBecause { get; init; }

    public LateAcceptance? Late { get; init; }

    /// <summary>The newest version.</summary>
    public ConsultationReport? Report { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    public string? WithdrawnBecause { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public int Version { get; init; }

    public DateOnly? ResponseDueOn() => (ClosedOn ?? ClosesOn)?.AddDays(ResponseDueAfterDays);

    public ConsultationState StateOn(DateOnly today) =>
        ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn, PausedOn, WithdrawnOn is not null);
}
