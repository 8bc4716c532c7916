using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>A consultation as it is shown. Right at once: written in the transaction of the events it shows.</summary>
public sealed record ConsultationPage
{
    internal const int ResponseDueAfterDays = 12 * 7;

    /// <summary>Which consultation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The readable part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>The role that runs it.</summary>
    public required string OwnerRole { get; init; }

    /// <summary>The role or body that will decide.</summary>
    public required string DecisionMaker { get; init; }

    /// <summary>When the decision is expected.</summary>
    public required DateOnly DecisionExpectedOn { get; init; }

    /// <summary>Whether children or young people are asked.</summary>
    public bool AudienceIncludesChildren { get; init; }

    /// <summary>Who is asked; empty where it was not said.</summary>
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>The kinds of services it is about; empty where it was not said.</summary>
    public IReadOnlyList<SubjectArea> About { get; init; } = [];

    /// <summary>The districts it is about, by the codes of the Office for National Statistics; empty for the whole county.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>What is put to people; null while it is still to be written.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>What was considered and not put to people.</summary>
    public IReadOnlyList<RejectedOption> OptionsRejected { get; init; } = [];

    /// <summary>Where the equality analysis can be read.</summary>
    public string? EqualityAnalysisUrl { get; init; }

    /// <summary>The forms and languages it is offered in.</summary>
    public IReadOnlyList<Rendition> Renditions { get; init; } = [];

    /// <summary>The first day; null while it is a draft.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>The last day, to its midnight in London, as it stands now; null while it is a draft.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The day on which it closed, once that is recorded.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Why it is shorter than six weeks, if it is.</summary>
    public string? ShorterThanSixWeeksBecause { get; init; }

    /// <summary>How the closing date has moved, oldest first.</summary>
    public IReadOnlyList<ClosingDateChange> ClosingDateChanges { get; init; } = [];

    /// <summary>Since which day it takes no answers; null when it is not paused.</summary>
    public DateOnly? PausedOn { get; init; }

    /// <summary>Why it is paused.</summary>
    public string? PausedBecause { get; init; }

    /// <summary>Whose answers still count after the close; null: nobody's.</summary>
    public LateAcceptance? Late { get; init; }

    /// <summary>The newest version of its report; null while none is published.</summary>
    public ConsultationReport? Report { get; init; }

    /// <summary>The day on which it was given up; null when it was not.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>Why it was given up.</summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>Goes up with each change: what a change names as the version it was made on.</summary>
    public int Version { get; init; }

    public DateOnly? ResponseDueOn() => (ClosedOn ?? ClosesOn)?.AddDays(ResponseDueAfterDays);

    public ConsultationState StateOn(DateOnly today) =>
        ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn, PausedOn, WithdrawnOn is not null);
}
