using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Does not take evidence that a rule proposed for a cell. It is not proposed for it again, and can still be claimed.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage.</param>
/// <param name="EvidenceKind">What happened.</param>
/// <param name="EvidenceId">To what: the activity, the run of a survey, the topic, the loop or the meeting.</param>
/// <param name="Rule">The rule that proposed it, with its version.</param>
/// <param name="Reason">Why it is not taken.</param>
public sealed record RejectEvidence(
    Guid CommissioningActivityId, string Principle, CycleStage Stage, EvidenceKind EvidenceKind, Guid EvidenceId, string Rule, string Reason)
{
    public static Decision Decide(RejectEvidence command, CommissioningActivity activity, CharterEdition edition, Evidence? evidence)
    {
        var reason = CleanText.Of(command.Reason);
        if (CharterRules.CheckPrinciple(edition, command.Principle) is { } unknown)
            return Decision.Refuse(unknown);

        if (evidence is null)
            return Decision.Refuse("EVIDENCE_UNKNOWN", "Choose what is not taken", "evidenceId");

        if (!EvidenceRules.IsRule(command.Rule))
            return Decision.Refuse("RULE_UNKNOWN", "Name the rule that proposed it", "rule");

        if (CharterRules.CheckReason(reason, "Say why this is no evidence here") is { } refusal)
            return Decision.Refuse(refusal);

        return activity.Rejected.Any(one => one.Principle == command.Principle && one.Stage == command.Stage
                && one.Evidence.Kind == evidence.Item.Kind && one.Evidence.Id == evidence.Item.Id)
            ? Decision.Nothing
            : Decision.To(new EvidenceRejected(command.Principle, command.Stage, evidence.Item, command.Rule, reason));
    }
}
