using Engagement.Common;

namespace Engagement.Forums;

/// <summary>What a decision on a contribution is judged by, beside the contribution itself.</summary>
/// <param name="Forum">Its forum.</param>
/// <param name="By">Who decides.</param>
/// <param name="Now">When.</param>
/// <param name="IsWithSafeguardingLead">Whether a safeguarding item about it is still open.</param>
public sealed record ModerationCase(Forum Forum, Acting By, DateTimeOffset Now, bool IsWithSafeguardingLead)
{
    /// <summary>Why this person may not touch it now; null when they may.</summary>
    /// <param name="c">The contribution.</param>
    /// <param name="keepsBack">Whether they would keep it back: what a reader reported is still shown, and need not be until the lead has finished.</param>
    internal Refusal? Check(Contribution c, bool keepsBack = false)
    {
        if (Forum.CheckModerator(By) is { } refusal)
            return refusal;

        if (By.Id == c.AuthorId)
            return new Refusal("OWN_CONTRIBUTION", "You cannot moderate your own post. Another moderator will look at it");

        if (c.State == ContributionState.Withdrawn)
            return new Refusal("CONTRIBUTION_WITHDRAWN", "The author has withdrawn this");

        if (IsWithSafeguardingLead && !(keepsBack && c.State == ContributionState.Released))
            return new Refusal("WITH_SAFEGUARDING_LEAD", "This is with the safeguarding lead. You can decide on it when they have finished");

        return c.Claim is { } claim && claim.By != By.Id && claim.Until > Now
            ? new Refusal(
                "CLAIMED_BY_ANOTHER",
                $"Another moderator is looking at this until {LondonCalendar.TimeText(claim.Until)}. Choose another one, or come back then")
            : null;
    }

    /// <summary>The same for a decision other than on an appeal, which waits until the appeal is decided.</summary>
    internal Refusal? CheckDecision(Contribution c, bool keepsBack = false) => Check(c, keepsBack) ?? (c.Appeal == AppealState.Open
        ? new Refusal("APPEAL_OPEN", "The author has appealed. Decide the appeal first")
        : null);
}
