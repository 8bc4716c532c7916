using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Refuses a contribution, or takes a shown one down. The author reads the reason and may appeal once.</summary>
/// <param name="ContributionId">The contribution.</param>
/// <param name="Why">The class of reason.</param>
/// <param name="Reason">The reason, for the author to read. No contact details.</param>
public sealed record RefuseContribution(Guid ContributionId, RefusalReason Why, string Reason)
{
    public static Decision Decide(RefuseContribution command, Contribution c, ModerationCase on)
    {
        if (on.CheckDecision(c) is { } refusal)
            return Decision.Refuse(refusal);

        if (c.State == ContributionState.Refused)
            return Decision.Refuse("ALREADY_DECIDED", "This has already been refused");

        var reason = CleanText.Of(command.Reason);
        return Reasons.Check(reason, "Enter why this is refused, for the author to read", "reason") is { } unfit
            ? Decision.Refuse(unfit)
            : Decision.To([.. Reasons.Undo(c, reason, on.By.Id), new ContributionRefused(command.Why, reason, on.By.Id)]);
    }
}
