using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Another moderator than the one who refused decides on an appeal.</summary>
/// <param name="ContributionId">The contribution.</param>
/// <param name="Outcome">Whether the refusal stands.</param>
/// <param name="Reason">The reason, for the author to read. No contact details.</param>
public sealed record DecideAppeal(Guid ContributionId, AppealOutcome Outcome, string Reason)
{
    public static Decision Decide(DecideAppeal command, Contribution c, ModerationCase on)
    {
        if (on.Check(c) is { } refusal)
            return Decision.Refuse(refusal);

        if (c.Appeal != AppealState.Open)
            return Decision.Refuse("NO_APPEAL", "There is no appeal to decide");

        if (on.By.Id == c.RefusedBy)
            return Decision.Refuse("APPEAL_BY_ANOTHER", "You refused this, so another moderator decides the appeal");

        var reason = CleanText.Of(command.Reason);
        if (Reasons.Check(reason, "Enter the reason for your decision, for the author to read", "reason") is { } unfit)
            return Decision.Refuse(unfit);

        var decided = new AppealDecided(command.Outcome, reason, on.By.Id);
        return command.Outcome == AppealOutcome.Overturned && ReleaseContribution.Release(c, reason, on.By.Id) is { } release
            ? Decision.To([decided, .. release])
            : Decision.To(decided);
    }
}
