namespace Engagement.Consultations;

/// <summary>A consultation as it is shown. Right at once: written in the transaction of the events it shows.</summary>
public sealed record ConsultationPage
{
    private const int ResponseDueAfterDays = 12 * 7;

    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string OwnerRole { get; init; }

    public required string DecisionMaker { get; init; }

    public required DateOnly DecisionExpectedOn { get; init; }

    public bool AudienceIncludesChildren { get; init; }

    public Proposal? Proposal { get; init; }

    public string? EqualityAnalysisUrl { get; init; }

    public IReadOnlyList<Rendition> Renditions { get; init; } = [];

    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? ShorterThanSixWeeksBecause { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public int Version { get; init; }

    public DateOnly? ResponseDueOn() => (ClosedOn ?? ClosesOn)?.AddDays(ResponseDueAfterDays);

    public ConsultationState StateOn(DateOnly today) => ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn);
}
