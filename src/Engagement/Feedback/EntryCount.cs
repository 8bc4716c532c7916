using Engagement.Common;
using Engagement.Releases;

namespace Engagement.Feedback;

/// <summary>How many views make the point of an entry, as the public sees it: frozen with what is published.</summary>
internal static class EntryCount
{
    /// <summary>
    /// With a publication or a correction the count is made anew, unless it has changed by so few that the two together would show what these few did:
    /// then what was said stays.
    /// </summary>
    public static Decision Freeze(Decision decision, Loop loop, int views)
    {
        if (decision.Refusal is not null || !decision.Events.Any(e => e is EntryPublished or EntryCorrected))
            return decision;

        var policy = DisclosurePolicy.Public;
        return loop.Count is { } frozen && !IsFarFrom(frozen.Views, views, policy)
            ? decision
            : Decision.To([.. decision.Events, new EntryCountFrozen(policy.Lone(views), policy.Name, policy.Version)]);
    }

    // Of what was said only the rounded number is kept, or that it was small: the nearest that it can have been counts.
    private static bool IsFarFrom(int? said, int views, DisclosurePolicy policy) => said is { } shown
        ? Math.Abs(views - shown) >= policy.HideUnder + policy.RoundTo / 2
        : views - (policy.HideUnder - 1) >= policy.HideUnder;
}
