using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>What several commands ask for.</summary>
internal static class CharterRules
{
    public static Refusal? CheckPrinciple(CharterEdition edition, string principle) => edition.Find(principle) is null
        ? new Refusal("PRINCIPLE_UNKNOWN", "Choose one of the principles of this edition", "principle")
        : null;

    public static Refusal? CheckOrganisation(string organisation) => Organisation.Find(organisation) is null
        ? new Refusal("ORGANISATION_UNKNOWN", "Say for which organisation you speak", "organisation")
        : null;

    /// <summary>Whoever looks at what an organisation says speaks for families, and for another organisation.</summary>
    public static Refusal? CheckRepresentative(string organisation, string said)
    {
        if (Organisation.Find(organisation) is not { } found)
            return new Refusal("ORGANISATION_UNKNOWN", "Say for which organisation you speak", "organisation");

        if (!found.SpeaksForFamilies)
            return new Refusal("NOT_A_REPRESENTATIVE", "Only a representative of families or young people can say this", "organisation");

        return found.Code == said
            ? new Refusal("SAME_ORGANISATION", "Somebody of another organisation has to look at this", "organisation")
            : null;
    }

    /// <summary>People of Kent PACT speak for it and for no other.</summary>
    public static Refusal? CheckSpeaker(string organisation, CommandContext context) =>
        context.ActorRole.StartsWith("pact-", StringComparison.Ordinal) && organisation != Organisation.KentPact
            ? new Refusal("NOT_YOUR_ORGANISATION", "You speak for Kent PACT. Choose it", "organisation")
            : null;

    public static Refusal? CheckReason(string reason, string message) => reason.Length == 0
        ? new Refusal("REASON_REQUIRED", message, "reason")
        : CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason");

    /// <summary>Decides on one of the claims of a commissioning activity that stand.</summary>
    public static Decision With(this CommissioningActivity activity, Guid claimId, Func<Claim, Decision> decide) =>
        activity.Claims.FirstOrDefault(claim => claim.Id == claimId) switch
        {
            null => Decision.Refuse("CLAIM_UNKNOWN", "There is no such claim here", "claimId"),
            { Stands: false } => Decision.Refuse("CLAIM_GONE", "This claim was taken back or has expired. Make a new one if there is evidence", "claimId"),
            var claim => decide(claim),
        };

    public static bool HasEntered(this CommissioningActivity activity, CycleStage stage) => activity.Stages.Any(run => run.Stage == stage);
}
