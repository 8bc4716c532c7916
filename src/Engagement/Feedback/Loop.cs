using System.Collections.Immutable;
using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Feedback;

/// <summary>
/// From a theme to the people who raised it: decision, promise, deed, publication, telling, and whether it answers them. What was published
/// stays in the history; publishing again shows what has become of it. Closed is not typed by anybody: see <see cref="LoopConditions"/>.
/// A closed loop goes on only by being reopened.
/// </summary>
public sealed record Loop : IEvolve<Loop>
{
    /// <summary>How long a loop without a promise may take, from the day it was opened or reopened.</summary>
    public const int DaysToClose = 84;

    public required Guid ThemeId { get; init; }

    public Guid? ConsultationId { get; init; }

    /// <summary>The day it was opened or, if it was, last reopened.</summary>
    public DateOnly StartedOn { get; init; }

    public DecisionOutcome? Outcome { get; init; }

    /// <summary>Whether a decision was reopened and none has taken its place.</summary>
    public bool IsReopened { get; init; }

    public ImmutableList<OwedCommitment> Commitments { get; init; } = [];

    /// <summary>Whether something was done since the decision that stands: what was done for an earlier one does not deliver it.</summary>
    public bool HasAction { get; init; }

    public EntryDraft? Draft { get; init; }

    public string? Slug { get; init; }

    /// <summary>As what the decision that stands now was published; null while it is not.</summary>
    public EntryState? Published { get; init; }

    /// <summary>What was last said in public of how many views make the point; null: nothing yet.</summary>
    public EntryCountFrozen? Count { get; init; }

    public bool AreContributorsTold { get; init; }

    public bool IsClosed { get; init; }

    /// <summary>Whether those who had confirmed the decision that was last reopened know of it.</summary>
    public bool AreConfirmersTold { get; init; }

    public bool IsConfirmationAsked { get; init; }

    /// <summary>The answers that count, by response.</summary>
    public ImmutableDictionary<Guid, ConfirmationAnswer> Confirmations { get; init; } = ImmutableDictionary<Guid, ConfirmationAnswer>.Empty;

    /// <summary>What was last written with each of them, sealed, where something was.</summary>
    public ImmutableDictionary<Guid, PersonalText> Comments { get; init; } = ImmutableDictionary<Guid, PersonalText>.Empty;

    public ImmutableDictionary<FamilyReader, ConfirmationAnswer> GroupConfirmations { get; init; } =
        ImmutableDictionary<FamilyReader, ConfirmationAnswer>.Empty;

    public LoopEscalated? LastEscalation { get; init; }

    /// <summary>
    /// How many steps up the governance chain it has gone. A promise that is moved has its time again; one that is taken back leaves the loop due on an earlier day,
    /// and those who have heard of it have heard.
    /// </summary>
    public int Escalations => LastEscalation is { } last && last.OverdueSince >= DueOn ? last.Step : 0;

    /// <summary>From which day the steps are counted: the one on which it was overdue at the first of them, so that each group has its time before the next one hears of it.</summary>
    public DateOnly OverdueSince => Escalations > 0 ? LastEscalation!.OverdueSince : DueOn;

    /// <summary>What the entry is to say now: a promise counts as done when every commitment is delivered.</summary>
    public EntryState? Face => FaceOf(Outcome, HasAction && Commitments.All(c => c.IsDelivered));

    /// <summary>The promised date, else twelve weeks.</summary>
    public DateOnly DueOn => LoopDue.On(StartedOn, Commitments);

    public static Loop? Evolve(Loop? state, IEvent e) => (state, e.Data) switch
    {
        (null, LoopOpened opened) => new Loop
        {
            ThemeId = opened.ThemeId,
            ConsultationId = opened.ConsultationId,
            StartedOn = LondonCalendar.DayOf(e.OccurredAt()),
        },
        ({ } loop, DecisionRecorded decision) => loop.Decided(decision.Outcome),
        ({ } loop, DecisionReplaced decision) => loop.Decided(decision.Outcome),
        ({ } loop, DecisionReopened) => loop.Reopened(LondonCalendar.DayOf(e.OccurredAt())),
        ({ } loop, CommitmentMade made) => loop with { Commitments = loop.Commitments.Add(new OwedCommitment(made.Number, made.DueOn, false)) },
        ({ } loop, CommitmentRescheduled moved) => loop.Change(c => c.Number == moved.Number, c => c with { DueOn = moved.DueOn }),
        ({ } loop, ActionTaken taken) => loop.Change(c => taken.Delivers.Contains(c.Number), c => c with { IsDelivered = true }) with { HasAction = true },
        ({ } loop, EntryDrafted drafted) => loop with { Draft = new EntryDraft(drafted.Words, drafted.By, false) },
        ({ Draft: { } draft } loop, EntryApproved) => loop with { Draft = draft with { IsApproved = true } },
        ({ } loop, EntryPublished entry) => loop with
        {
            Slug = entry.Slug,
            Published = entry.State,
            Draft = null,
            AreContributorsTold = false,
        },
        ({ } loop, EntryCorrected) => loop with { Draft = null },
        ({ } loop, EntryCountFrozen frozen) => loop with { Count = frozen },
        ({ } loop, ContributorsTold) => loop with { AreContributorsTold = true },
        ({ } loop, ConfirmationAsked) => loop with { IsConfirmationAsked = true },
        ({ } loop, ConfirmationGiven given) => loop with
        {
            Confirmations = loop.Confirmations.SetItem(given.ResponseId, given.Answer),
            Comments = given.Comment is { } comment ? loop.Comments.SetItem(given.ResponseId, comment) : loop.Comments,
        },
        ({ } loop, GroupConfirmationGiven given) => loop with { GroupConfirmations = loop.GroupConfirmations.SetItem(given.Group, given.Answer) },
        ({ } loop, ConfirmersTold) => loop with { AreConfirmersTold = true },
        ({ } loop, LoopClosed) => loop with { IsClosed = true },
        ({ } loop, LoopEscalated escalated) => loop with { LastEscalation = escalated },
        _ => state,
    };

    internal static EntryState? FaceOf(DecisionOutcome? outcome, bool isDone) => outcome switch
    {
        null => null,
        DecisionOutcome.WeCannot => EntryState.WeCannot,
        _ => isDone ? EntryState.WeDid : EntryState.WeWill,
    };

    /// <summary>A theme has one loop, so the loop's id follows from the theme's.</summary>
    public static Guid IdFor(Guid themeId) => DeterministicId.From("loop", themeId.ToString("N"));

    // What a new "we cannot" takes back is no longer owed.
    private Loop Decided(DecisionOutcome outcome) => this with
    {
        Outcome = outcome,
        IsReopened = false,
        Commitments = outcome == DecisionOutcome.WeCannot ? [] : Commitments,
    };

    // The entry stays where it was, at its address; what stands now has not been published, told or confirmed.
    private Loop Reopened(DateOnly day) => this with
    {
        StartedOn = day,
        Outcome = null,
        IsReopened = true,
        HasAction = false,
        Published = null,
        AreContributorsTold = false,
        IsClosed = false,
        IsConfirmationAsked = false,
        Confirmations = Confirmations.Clear(),
        Comments = Comments.Clear(),
        GroupConfirmations = GroupConfirmations.Clear(),
        AreConfirmersTold = false,
        LastEscalation = null,
    };

    private Loop Change(Predicate<OwedCommitment> which, Func<OwedCommitment, OwedCommitment> change) =>
        this with { Commitments = Commitments.ConvertAll(c => which(c) ? change(c) : c) };
}
