using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Says that a principle has nothing to do with a stage of this service. A representative has to agree before it counts.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Reason">Why it has nothing to do with it.</param>
/// <param name="Organisation">The code of the organisation that says so; left out where the account names one only.</param>
public sealed record MarkNotApplicable(Guid CommissioningActivityId, string Principle, CycleStage Stage, string Reason, string? Organisation)
{
    public static Decision Decide(MarkNotApplicable command, CommissioningActivity activity, CharterEdition edition, CommandContext by)
    {
        var reason = CleanText.Of(command.Reason);
        if ((CharterRules.CheckSpeaker(command.Organisation, by, out var organisation)
                ?? CharterRules.CheckPrinciple(edition, command.Principle)
                ?? CharterRules.CheckReason(reason, "Say why this principle has nothing to do with this stage")) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (activity.Claims.Any(claim => claim.Stands && claim.Principle == command.Principle && claim.Stage == command.Stage))
        {
            return Decision.Refuse(
                "CELL_HAS_CLAIMS", "There are claims for this principle at this stage, so it does apply. Withdraw them first", "principle");
        }

        return activity.FindNotApplicable(command.Principle, command.Stage) switch
        {
            { State: NotApplicableState.Agreed } => Decision.Refuse("ALREADY_AGREED", "A representative has agreed that this does not apply", "principle"),
            { State: NotApplicableState.Asked } asked when asked.Reason == reason => Decision.Nothing,
            _ => Decision.To(new CellMarkedNotApplicable(command.Principle, command.Stage, reason, organisation)),
        };
    }
}
