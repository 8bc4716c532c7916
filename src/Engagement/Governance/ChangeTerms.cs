using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Writes anew what a group is for.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Terms">Its terms of reference: what it decides or advises on.</param>
public sealed record ChangeTerms(Guid GroupId, string Terms)
{
    public static Decision Decide(ChangeTerms command, GovernanceGroup group)
    {
        var terms = CleanText.Of(command.Terms);
        if (terms.Length == 0)
            return Decision.Refuse("TERMS_MISSING", "Say what this group decides or advises on", "terms");

        if (CleanText.TooLong(terms, CleanText.ParagraphLimit, "terms") is { } tooLong)
            return Decision.Refuse(tooLong);

        return terms == group.Terms ? Decision.Nothing : Decision.To(new GroupTermsChanged(terms));
    }
}
