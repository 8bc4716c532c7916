using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Undoes the decision that stands, so that the contribution waits for another one.</summary>
/// <param name="ContributionId">The contribution.</param>
/// <param name="Reason">Why, for the author to read. No contact details.</param>
public sealed record ReverseModeration(Guid ContributionId, string Reason)
{
    public static Decision Decide(ReverseModeration command, Contribution c, ModerationCase on)
    {
        if (on.CheckDecision(c) is { } refusal)
            return Decision.Refuse(refusal);

        if (!c.IsDecided)
            return Decision.Refuse("NOTHING_TO_REVERSE", "Nothing has been decided on this that could be reversed");

        var reason = CleanText.Of(command.Reason);
        return Reasons.Check(reason, "Enter why the earlier decision is changed", "reason") is { } unfit
            ? Decision.Refuse(unfit)
            : Decision.To([.. Reasons.Undo(c, reason, on.By.Id)]);
    }
}
