using Engagement.Feedback;
using EventStore;

namespace Engagement.Forums;

/// <summary>
/// What a decision on a contribution starts elsewhere, in the same transaction: a view of what is shown, the withdrawal of one that no longer
/// is, an item for the safeguarding lead.
/// </summary>
internal static class ContributionStreams
{
    /// <returns>What belongs to the contribution itself.</returns>
    public static IReadOnlyList<object> WriteOthers(IDocumentSession session, Contribution c, IReadOnlyList<object> events) =>
        WriteOthers(session, c.Id, c.Releases, c.Worries, events);

    public static IReadOnlyList<object> WriteOthers(
        IDocumentSession session, Guid contributionId, int releases, int worries, IReadOnlyList<object> events)
    {
        var own = new List<object>(events.Count);
        foreach (var e in events)
        {
            switch (e)
            {
                case ViewCaptured:
                    session.Events.StartStream<View>(Contribution.ViewIdFor(contributionId, releases + 1), e);
                    break;
                case ViewWithdrawn:
                    session.Events.Append(Contribution.ViewIdFor(contributionId, releases), e);
                    break;
                case SafeguardingRaised:
                    session.Events.StartStream<SafeguardingItem>(SafeguardingItem.IdFor(contributionId, worries + 1), e);
                    break;
                default:
                    own.Add(e);
                    break;
            }
        }

        return own;
    }
}
