using Engagement.Common;
using Messaging;

namespace Engagement.Feedback;

/// <summary>
/// The message that an entry was published and those behind it are to be told. <paramref name="OccurredAt"/> is set when the publication
/// itself was recorded later than it happened: what follows from it is then dated alike.
/// </summary>
[MessageIdentity("tell_contributors")]
public sealed record TellContributors(Guid LoopId, DateTimeOffset? OccurredAt)
{
    /// <summary>How people without an account are told: their tracking page shows it.</summary>
    public const string TrackingPage = "tracking page";

    // Messages come at least once: telling again changes nothing. Where nobody holds a receipt, a page that nobody looks at is no telling:
    // the loop waits for an officer to say how its people were told.
    public static Decision Decide(Loop loop, int count) => loop.Published is null || loop.AreContributorsTold || count == 0
        ? Decision.Nothing
        : Telling(loop, new ContributorsTold(TrackingPage, count));

    internal static Decision Telling(Loop loop, ContributorsTold told) =>
        LoopConditions.ClosingWith(loop with { AreContributorsTold = true }, told);
}
