using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using EventStore;

namespace Engagement.Forums;

/// <summary>A post or a comment. Withdrawn is terminal: what its author takes back, nobody brings back.</summary>
public sealed record Contribution : IEvolve<Contribution>
{
    public required Guid Id { get; init; }

    public required Guid TopicId { get; init; }

    public required Guid ForumId { get; init; }

    public Guid? ConsultationId { get; init; }

    public Guid? ReplyTo { get; init; }

    public required Guid AuthorId { get; init; }

    public required Audience Audience { get; init; }

    public string? District { get; init; }

    public required PersonalText Words { get; init; }

    public required DateTimeOffset SaidAt { get; init; }

    public ContributionState State { get; init; }

    /// <summary>Why it is held; null when it is not.</summary>
    public HoldReason? HeldFor { get; init; }

    /// <summary>How often it was held as a possible disclosure: each time raised a safeguarding item.</summary>
    public int Disclosures { get; init; }

    /// <summary>How often readers reported that somebody may be in danger.</summary>
    public int DangerReports { get; init; }

    /// <summary>How often there was cause for a safeguarding item, whether it raised one or one was still open.</summary>
    public int Worries => Disclosures + DangerReports;

    /// <summary>Who has agreed to release a flagged contribution, when a second person is still wanted.</summary>
    public Guid? FirstReleaser { get; init; }

    /// <summary>How often it was released: each time captured a view.</summary>
    public int Releases { get; init; }

    /// <summary>Whether it is shown and a person is to look at it: nobody has yet, as in a forum that is moderated after posting, or a reader asked for it.</summary>
    public bool AwaitsReview { get; init; }

    public Guid? RefusedBy { get; init; }

    public AppealState Appeal { get; init; }

    public ModerationClaimed? Claim { get; init; }

    public IReadOnlyList<Guid> Supporters { get; init; } = [];

    /// <summary>What readers reported of the words as they are.</summary>
    public IReadOnlyList<ReportReason> ReportedFor { get; init; } = [];

    /// <summary>Once flagged, always flagged: no edit takes the second person away.</summary>
    public bool IsFlagged => Disclosures > 0;

    public bool IsDecided => State is ContributionState.Released or ContributionState.Returned or ContributionState.Refused;

    public static Guid IdFor(Guid topicId, string idempotencyKey) =>
        DeterministicId.From("contribution", topicId.ToString("N"), idempotencyKey);

    /// <summary>The view that a release captures: each release a new one, because the words may have changed in between.</summary>
    public static Guid ViewIdFor(Guid contributionId, int release) =>
        DeterministicId.From("contribution view", contributionId.ToString("N"), release.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Contribution? Evolve(Contribution? state, IEvent e) => (state, e.Data) switch
    {
        (null, ContributionReceived received) => From(received, e.StreamId),
        ({ } c, ContributionHeld held) => c.Decided() with
        {
            State = ContributionState.Held,
            HeldFor = held.Why,
            Disclosures = c.Disclosures + (held.Why == HoldReason.PossibleDisclosure ? 1 : 0),
        },
        ({ } c, ContributionReleaseApproved approved) => c with { FirstReleaser = approved.By, Claim = null },
        ({ } c, ContributionReleased released) => c.Decided() with
        {
            State = ContributionState.Released,
            Releases = c.Releases + 1,
            AwaitsReview = released.By is null,
        },
        ({ } c, ContributionReviewed) => c with { AwaitsReview = false, Claim = null },
        ({ } c, ContributionReturned) => c.Decided() with { State = ContributionState.Returned },
        ({ } c, ContributionRefused refused) => c.Decided() with { State = ContributionState.Refused, RefusedBy = refused.By },
        ({ } c, ModerationReversed) => c.Decided() with { State = ContributionState.Waiting },
        ({ } c, ContributionEdited edited) => c.Decided() with
        {
            State = ContributionState.Waiting,
            Words = edited.Words,
            SaidAt = edited.EditedAt,
            ReportedFor = [],
        },
        ({ } c, ContributionWithdrawn) => c.Decided() with { State = ContributionState.Withdrawn },
        ({ } c, ContributionSupported supported) => c with { Supporters = [.. c.Supporters, supported.ParticipantId] },
        ({ } c, SupportWithdrawn withdrawn) => c with { Supporters = [.. c.Supporters.Where(one => one != withdrawn.ParticipantId)] },
        ({ } c, ContributionReported reported) => c with
        {
            AwaitsReview = true,
            ReportedFor = [.. c.ReportedFor, reported.Why],
            DangerReports = c.DangerReports + (reported.Why == ReportReason.SomebodyInDanger ? 1 : 0),
        },
        ({ } c, ModerationClaimed claimed) => c with { Claim = claimed },
        ({ } c, AppealMade) => c with { Appeal = AppealState.Open },
        ({ } c, AppealDecided { Outcome: AppealOutcome.Upheld }) => c with { Appeal = AppealState.Upheld, Claim = null },
        ({ } c, AppealDecided) => c.Decided() with { State = ContributionState.Waiting, Appeal = AppealState.Overturned },
        _ => state,
    };

    internal static Contribution From(ContributionReceived received, Guid id) => new()
    {
        Id = id,
        TopicId = received.TopicId,
        ForumId = received.ForumId,
        ConsultationId = received.ConsultationId,
        ReplyTo = received.ReplyTo,
        AuthorId = received.AuthorId,
        Audience = received.Audience,
        District = received.District,
        Words = received.Words,
        SaidAt = received.ReceivedAt,
    };

    internal ViewCaptured ToView() => new(
        new ViewSource(ViewSourceKind.Contribution, Id, null),
        ConsultationId,
        Words,
        SaidAt,
        Audience,
        Proxy: false,
        District,
        Need: null,
        Phase: null);

    internal Refusal? CheckAuthor(Acting by) => by.Id == AuthorId
        ? null
        : new Refusal("NOT_THE_AUTHOR", "Only the person who wrote this can do that");

    // Whatever was half done for the earlier state is over.
    private Contribution Decided() => this with { HeldFor = null, FirstReleaser = null, AwaitsReview = false, Claim = null };
}
