using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Gives what happened as evidence that a principle was kept at a stage.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage.</param>
/// <param name="EvidenceKind">What happened.</param>
/// <param name="EvidenceId">To what: the activity, the run of a survey, the topic, the loop or the meeting.</param>
/// <param name="Explanation">How it shows that the principle was kept.</param>
/// <param name="Outcome">The code of the outcome of the outcomes framework that it is for. For Plan it is needed.</param>
/// <param name="Organisation">The code of the organisation that claims it; left out where the account names one only.</param>
/// <param name="Rule">The rule that proposed it, with its version; left out where a person found it.</param>
public sealed record MakeClaim(
    Guid CommissioningActivityId,
    string Principle,
    CycleStage Stage,
    EvidenceKind EvidenceKind,
    Guid EvidenceId,
    string Explanation,
    string? Outcome,
    string? Organisation,
    string? Rule)
{
    private const int Most = 1_000;

    public static Decision Decide(
        MakeClaim command, Guid claimId, CommissioningActivity activity, CharterEdition edition, Evidence? evidence, DateOnly today, CommandContext by)
    {
        var explanation = CleanText.Of(command.Explanation);
        if (CharterRules.CheckPrinciple(edition, command.Principle) is { } unknown)
            return Decision.Refuse(unknown);

        if (!activity.HasEntered(command.Stage))
            return Decision.Refuse("STAGE_NOT_ENTERED", $"This service has not been in {command.Stage} yet", "stage");

        if (evidence is null)
            return Decision.Refuse("EVIDENCE_UNKNOWN", "Choose what happened: an activity or a meeting that was held, a survey or a topic that closed, or an answer", "evidenceId");

        if (!evidence.Reaches(activity.People))
            return Decision.Refuse("NOT_AFFECTED_PEOPLE", "Link the claim to people who would be affected", "evidenceId");

        if (ExpiryOf(evidence) <= today)
            return Decision.Refuse("EVIDENCE_TOO_OLD", "This happened more than two years ago. Choose something newer", "evidenceId");

        if (explanation.Length == 0)
            return Decision.Refuse("EXPLANATION_MISSING", "Say how this shows that the principle was kept", "explanation");

        if (CleanText.TooLong(explanation, CleanText.ParagraphLimit, "explanation") is { } tooLong)
            return Decision.Refuse(tooLong);

        if (command.Stage == CycleStage.Plan && string.IsNullOrEmpty(command.Outcome))
            return Decision.Refuse("OUTCOME_MISSING", "Choose the outcome of the outcomes framework that the plan is for", "outcome");

        if (command.Outcome is { Length: > 0 } outcome && Charter.Outcome.Find(outcome) is null)
            return Decision.Refuse("OUTCOME_UNKNOWN", "Choose one of the outcomes of the framework", "outcome");

        if (CharterRules.CheckSpeaker(command.Organisation, by, out var organisation) is { } nobody)
            return Decision.Refuse(nobody);

        return CheckCell(command, activity, evidence.Item) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new ClaimMade(
                claimId,
                command.Principle,
                command.Stage,
                evidence.Item,
                explanation,
                CleanText.OrNull(command.Outcome),
                organisation,
                ExpiryOf(evidence),
                EvidenceRules.IsRule(command.Rule) ? command.Rule : null,
                by.ActorId));
    }

    /// <summary>The first day on which it is too old.</summary>
    internal static DateOnly ExpiryOf(Evidence evidence) => evidence.Item.HappenedOn.AddYears(EvidenceClaim.YearsOfUse);

    private static Refusal? CheckCell(MakeClaim command, CommissioningActivity activity, EvidenceItem evidence)
    {
        if (activity.FindNotApplicable(command.Principle, command.Stage) is { State: not NotApplicableState.Refused })
        {
            return new Refusal(
                "CELL_NOT_APPLICABLE", "It was said that this principle does not apply at this stage. Say that it does before you claim anything for it", "principle");
        }

        if (activity.Claims.Any(claim => claim.Stands && claim.Principle == command.Principle && claim.Stage == command.Stage
                && claim.Evidence.Kind == evidence.Kind && claim.Evidence.Id == evidence.Id))
        {
            return new Refusal("ALREADY_CLAIMED", "This has been claimed for this principle at this stage", "evidenceId");
        }

        return activity.Claims.Count >= Most ? new Refusal("TOO_MANY_CLAIMS", "A commissioning activity has at most 1,000 claims") : null;
    }
}
