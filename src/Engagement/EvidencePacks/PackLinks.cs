using Engagement.Activities;
using Engagement.Charter;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Surveys;
using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>Which events are behind each claim, and behind each cell that is said not to apply.</summary>
/// <param name="Events">All of them, each once, in the order of the log.</param>
/// <param name="OfClaims">By claim: the claim's own, then what made its evidence so.</param>
/// <param name="OfCells">By commissioning activity, principle and stage.</param>
internal sealed record PackLinks(
    IReadOnlyList<IEvent> Events, ILookup<Guid, IEvent> OfClaims, ILookup<(Guid Activity, string Principle, CycleStage Stage), IEvent> OfCells)
{
    public static PackLinks Of(PackFacts known)
    {
        var claims = known.Activities
            .SelectMany(activity => activity.Claims.SelectMany(claim => EventsOf(known, activity, claim).Select(e => (claim.Id, Event: e))))
            .ToArray();
        var cells = known.Activities
            .SelectMany(activity => known.Events[activity.Id].Select(e => (Cell: CellOf(e.Data), Event: e)).Where(pair => pair.Cell is not null))
            .Select(pair => (Key: (pair.Event.StreamId, pair.Cell!.Value.Principle, pair.Cell.Value.Stage), pair.Event))
            .ToArray();
        return new PackLinks(
            [.. claims.Select(pair => pair.Event).Concat(cells.Select(pair => pair.Event)).DistinctBy(e => e.Sequence).OrderBy(e => e.Sequence)],
            claims.ToLookup(pair => pair.Id, pair => pair.Event),
            cells.ToLookup(pair => pair.Key, pair => pair.Event));
    }

    private static IEnumerable<IEvent> EventsOf(PackFacts known, CommissioningActivity activity, Claim claim) =>
        known.Events[activity.Id].Where(e => ClaimOf(e.Data) == claim.Id).Concat(known.Events[claim.Evidence.Id].Where(e => Makes(e.Data, claim.Evidence.Kind)));

    private static Guid? ClaimOf(object e) => e switch
    {
        ClaimMade made => made.ClaimId,
        ClaimVerified verified => verified.ClaimId,
        ClaimDisputed disputed => disputed.ClaimId,
        ClaimWithdrawn withdrawn => withdrawn.ClaimId,
        ClaimExpired expired => expired.ClaimId,
        _ => null,
    };

    private static (string Principle, CycleStage Stage)? CellOf(object e) => e switch
    {
        CellMarkedNotApplicable marked => (marked.Principle, marked.Stage),
        NotApplicableAgreed agreed => (agreed.Principle, agreed.Stage),
        NotApplicableRefused refused => (refused.Principle, refused.Stage),
        CellMarkedApplicable marked => (marked.Principle, marked.Stage),
        _ => null,
    };

    // A loop that families themselves confirmed is shown by what they confirmed: who of them did is not told.
    private static bool Makes(object e, EvidenceKind kind) => kind switch
    {
        EvidenceKind.ActivityHeld => e is ActivityHeld,
        EvidenceKind.WaveClosed => e is WaveClosed,
        EvidenceKind.TopicClosed => e is TopicPublished or TopicClosed,
        EvidenceKind.LoopPublished => e is EntryPublished,
        EvidenceKind.LoopClosed => e is EntryPublished or LoopClosed,
        _ => e is EntryPublished or GroupConfirmationGiven,
    };
}
