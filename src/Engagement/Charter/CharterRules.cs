using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>What several commands ask for.</summary>
internal static class CharterRules
{
    public static Refusal? CheckPrinciple(CharterEdition edition, string principle) => edition.Find(principle) is null
        ? new Refusal("PRINCIPLE_UNKNOWN", "Choose one of the principles of this edition", "principle")
        : null;

    /// <summary>For whom somebody speaks: one of the organisations of their account, and the only one where they name none.</summary>
    public static Refusal? CheckSpeaker(string? said, CommandContext by, out string organisation)
    {
        const string field = "organisation";
        var own = by.Organisations ?? [];
        organisation = said is { Length: > 0 } ? said : own is [var only] ? only : "";
        if (own.Count == 0)
        {
            return new Refusal(
                "NO_ORGANISATION", "Your account does not say for which organisation you speak. Ask an administrator to add it, and sign in again", field);
        }

        if (Organisation.Find(organisation) is not { } found)
            return new Refusal("ORGANISATION_UNKNOWN", "Say for which organisation you speak", field);

        return own.Contains(organisation) ? null : new Refusal("NOT_YOUR_ORGANISATION", $"Your account does not let you speak for {found.Name}", field);
    }

    /// <summary>Whoever looks at what an organisation says speaks for families, and is of another organisation: also by what else their account names.</summary>
    public static Refusal? CheckRepresentative(string? said, string claimant, CommandContext by, out string organisation) =>
        CheckSpeaker(said, by, out organisation)
        ?? (Organisation.Find(organisation) is not { SpeaksForFamilies: true }
            ? new Refusal("NOT_A_REPRESENTATIVE", "Only a representative of families or young people can say this", "organisation")
            : null)
        ?? (by.Organisations?.Contains(claimant) == true
            ? new Refusal("SAME_ORGANISATION", "Somebody of another organisation has to look at this", "organisation")
            : null);

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
