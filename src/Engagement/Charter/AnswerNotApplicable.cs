using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>A representative agrees that a principle has nothing to do with a stage, or does not.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Agrees">Whether they agree.</param>
/// <param name="Reason">Why they do not; left out where they do.</param>
/// <param name="Organisation">The code of the organisation they speak for; left out where the account names one only.</param>
public sealed record AnswerNotApplicable(
    Guid CommissioningActivityId, string Principle, CycleStage Stage, bool Agrees, string? Reason, string? Organisation)
{
    public static Decision Decide(AnswerNotApplicable command, CommissioningActivity activity, CommandContext by)
    {
        if (activity.FindNotApplicable(command.Principle, command.Stage) is not { State: NotApplicableState.Asked } asked)
            return Decision.Refuse("NOTHING_TO_AGREE", "Nobody asks whether this applies, or it has been answered", "principle");

        if (CharterRules.CheckRepresentative(command.Organisation, asked.Organisation, by, out var organisation) is { } refusal)
            return Decision.Refuse(refusal);

        if (command.Agrees)
            return Decision.To(new NotApplicableAgreed(command.Principle, command.Stage, organisation, by.ActorId));

        var reason = CleanText.Of(command.Reason);
        return CharterRules.CheckReason(reason, "Say why it does apply, so that others can act on it") is { } missing
            ? Decision.Refuse(missing)
            : Decision.To(new NotApplicableRefused(command.Principle, command.Stage, reason, organisation, by.ActorId));
    }
}
