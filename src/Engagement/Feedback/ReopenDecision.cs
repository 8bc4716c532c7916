using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>
/// Looks at a decision again. Those who had confirmed it are told with it: their tracking page shows it from that moment.
/// </summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="Reason">Why it is looked at again.</param>
public sealed record ReopenDecision(Guid LoopId, string Reason)
{
    public static Decision Decide(ReopenDecision command, Loop loop)
    {
        if (loop.Outcome is null)
            return Decision.Refuse(LoopRules.DecisionMissing(loop));

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason for looking at this decision again", "reason");

        if (CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong)
            return Decision.Refuse(tooLong);

        return loop.Confirmations.Count == 0
            ? Decision.To(new DecisionReopened(reason))
            : Decision.To(new DecisionReopened(reason), new ConfirmersTold(TellContributors.TrackingPage, loop.Confirmations.Count));
    }
}
