using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>
/// Asks those who were told whether it answers them. A closed loop has asked already; this asks earlier, for a promise, or where a loop was
/// closed before anybody asked.
/// </summary>
/// <param name="LoopId">The feedback loop.</param>
public sealed record AskForConfirmation(Guid LoopId)
{
    /// <param name="loop">As it is.</param>
    /// <param name="count">How many responses are behind it.</param>
    public static Decision Decide(Loop loop, int count)
    {
        if (!loop.AreContributorsTold)
            return Decision.Refuse("CONTRIBUTORS_NOT_TOLD", "Families have not been told yet, so they cannot say whether this answers them");

        return loop.IsConfirmationAsked ? Decision.Nothing : Decision.To(new ConfirmationAsked(count));
    }
}
