namespace Engagement.Feedback;

/// <summary>A loop as officers see it and as entries and journeys are read from. Right at once.</summary>
public sealed record LoopCard
{
    /// <summary>The feedback loop.</summary>
    public required Guid Id { get; init; }

    public required Guid ThemeId { get; init; }

    public Guid? ConsultationId { get; init; }

    /// <summary>The last thing that happened in it.</summary>
    public LoopState State { get; init; }

    /// <summary>What was decided; also while it is being looked at again.</summary>
    public RecordedDecision? Decision { get; init; }

    /// <summary>The commitment made last.</summary>
    public Commitment? Commitment { get; init; }

    /// <summary>All that was promised, in the order it was.</summary>
    public IReadOnlyList<CommitmentCard> Commitments { get; init; } = [];

    /// <summary>What was done last.</summary>
    public TakenAction? Action { get; init; }

    /// <summary>Whether something was done since the decision that stands.</summary>
    public bool IsActedUpon { get; init; }

    /// <summary>Its public face.</summary>
    public PublishedEntry? Entry { get; init; }

    /// <summary>How those who said it were last told.</summary>
    public Telling? Told { get; init; }

    /// <summary>Whether those who said it know what the entry says now.</summary>
    public bool AreContributorsTold { get; init; }

    /// <summary>The version of the consultation's report that the decision-maker had read.</summary>
    public int? ReportVersionRead { get; init; }

    /// <summary>Decisions that were reopened, oldest first.</summary>
    public IReadOnlyList<ReopenedDecision> Reopened { get; init; } = [];

    /// <summary>Words that are not published yet.</summary>
    public EntryWords? Draft { get; init; }

    /// <summary>When those words were drafted; null while there are none.</summary>
    public DateTimeOffset? DraftedAt { get; init; }

    /// <summary>Who found those words plain; null while nobody has.</summary>
    public FamilyReader? DraftApprovedBy { get; init; }

    /// <summary>The whole of the published words, with their renditions.</summary>
    public EntryWords? Words { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The day it was opened or last reopened.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>The promised date, else twelve weeks after it was opened or reopened.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>As what the decision that stands was published; null while it is not.</summary>
    public EntryState? PublishedAs { get; init; }

    /// <summary>Since when there is something decided or done that the entry does not say.</summary>
    public DateTimeOffset? ToPublishSince { get; init; }

    /// <summary>When all that closing takes had come true; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When those who were told were asked whether it answers them.</summary>
    public DateTimeOffset? ConfirmationAskedAt { get; init; }

    /// <summary>What they say.</summary>
    public LoopConfirmation Confirmation { get; init; } = LoopConfirmation.None;

    /// <summary>When enough people had confirmed it; null again when they no longer do.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Since when somebody who answered no waits to be heard.</summary>
    public DateTimeOffset? NeedsAttentionSince { get; init; }

    /// <summary>The groups it was taken to because it was overdue, oldest first.</summary>
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    /// <summary>Give it as expectedVersion with a change.</summary>
    public int Version { get; init; }
}
