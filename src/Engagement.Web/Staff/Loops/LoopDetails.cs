using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;
using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Staff.Loops;

/// <summary>A loop with all that became of it.</summary>
public sealed record LoopDetails(
    string Id,
    LoopState State,
    int Version,
    DateTimeOffset OpenedAt,
    DateOnly StartedOn,
    DateOnly DueOn,
    bool IsOverdue,
    DateTimeOffset? ClosedAt,
    LoopTheme Theme,
    LoopConsultation? Consultation,
    LoopDecision? Decision,
    int? ReportVersionRead,
    IReadOnlyList<LoopPromise> Commitments,
    LoopAction? Action,
    LoopEntry? Entry,
    EntryState? PublishedAs,
    DateTimeOffset? ToPublishSince,
    LoopWords? Draft,
    FamilyReader? DraftApprovedBy,
    LoopWords? Words,
    LoopTold? Told,
    DateTimeOffset? ConfirmationAskedAt,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? NeedsAttentionSince,
    LoopConfirmation Confirmation,
    LoopConditions Conditions,
    IReadOnlyList<ReopenedDecision> Reopened,
    IReadOnlyList<LoopEscalation> Escalations)
{
    /// <summary>A decision that is looked at again is still shown, and stands no more.</summary>
    public bool IsLookedAtAgain => Decision is not null && !Conditions.IsDecided;

    public bool IsClosed => ClosedAt is not null;

    public bool WeWill => Conditions.IsDecided && Decision is { Outcome: DecisionOutcome.WeWill };

    public bool MayPromise => WeWill && !IsClosed;

    public IReadOnlyList<LoopPromise> OpenPromises => [.. Commitments.Where(promise => promise.DeliveredOn is null)];

    /// <summary>What the entry would say if it were published now.</summary>
    public EntryState PublishedNowAs => this switch
    {
        { Decision.Outcome: DecisionOutcome.WeCannot } => EntryState.WeCannot,
        { Conditions.IsDelivered: true } => EntryState.WeDid,
        _ => EntryState.WeWill,
    };

    /// <summary>Whether the public words say what is so now. Then they can be put right, and no more.</summary>
    public bool IsUpToDate => Conditions.IsDecided && PublishedAs == PublishedNowAs;

    /// <summary>"We will" without a promise would be one that nobody owes.</summary>
    public bool MayPublish => Conditions.IsDecided && !IsUpToDate && (PublishedNowAs is not EntryState.WeWill || Conditions.OpenCommitments > 0);

    /// <summary>The step that families wait for, by its name; null when the loop has come all the way.</summary>
    public string? Next => this switch
    {
        { Conditions.IsDecided: false } => LoopStep.Decision,
        { MayPublish: true } => LoopStep.Entry,
        { WeWill: true, Conditions: { IsDelivered: false, OpenCommitments: 0 } } => LoopStep.Commitment,
        { WeWill: true, Conditions.IsDelivered: false } => LoopStep.Action,
        { Conditions.AreContributorsTold: false } => LoopStep.Tell,
        { IsClosed: false } => LoopStep.Close,
        _ => null,
    };
}

public sealed record LoopTheme(string Id, string Title, string Summary, int ViewCount, LoopDisposition? Disposition, DateTimeOffset? DisposedAt);

public sealed record LoopDisposition(Disposition Disposition, string? Reason);

public enum Disposition
{
    Accepted,
    AlreadyDone,
    NeedsMoreWork,
    NotAccepted,
    NotOurs,
    PartlyAccepted,
}

public sealed record LoopConsultation(string Title, string Slug, LoopReport? Report);

public sealed record LoopReport(int Version, DateTimeOffset PublishedAt, string Url);

public sealed record LoopDecision(
    DecisionOutcome Outcome, DateOnly DecidedOn, string Maker, string Reasons, string Alternatives, string? Conflicts, DateTimeOffset RecordedAt);

public sealed record LoopPromise(int Number, string Text, string OwnerRole, DateOnly FirstDueOn, DateOnly DueOn, DateOnly? DeliveredOn, bool IsLate);

public sealed record LoopAction(string WhatChanged, string ProofUrl, DateOnly TakenOn, DateTimeOffset RecordedAt);

public sealed record LoopEntry(string Slug, EntryState State, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);

/// <summary>What an entry says, whom it concerns, and the same in other forms and languages.</summary>
public sealed record LoopWords(
    string YouSaid, string WeDid, IReadOnlyList<Audience> Audiences, IReadOnlyList<string> Districts, IReadOnlyList<LoopRendition> Renditions);

public sealed record LoopRendition(RenditionKind Kind, string Language, string YouSaid, string WeDid);

public enum FamilyReader
{
    ParentForum,
    YoungPeople,
}

public sealed record LoopTold(DateTimeOffset At, int Count, string Route);

public sealed record LoopConfirmation(int Yes, int Partly, int No, ConfirmationAnswer? ByParentForum, ConfirmationAnswer? ByYoungPeople)
{
    public int Answers => Yes + Partly + No;
}

public enum ConfirmationAnswer
{
    No,
    Partly,
    Yes,
}

/// <summary>What must be so before a loop is closed. <c>Missing</c> is in the API's words.</summary>
public sealed record LoopConditions(
    bool IsDecided, bool IsDelivered, bool IsPublished, bool AreContributorsTold, int OpenCommitments, IReadOnlyList<string> Missing);

public sealed record ReopenedDecision(string Reason, DateTimeOffset ReopenedAt, LoopDecision Decision, LoopConfirmation Confirmation);

public sealed record LoopEscalation(DateTimeOffset At, int Step, string To);

/// <summary>What somebody wrote when they said whether it answers them.</summary>
public sealed record LoopComment(ConfirmationAnswer Answer, string Text, DateTimeOffset At);
