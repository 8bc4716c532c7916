using Engagement.Common;

namespace Engagement.KeyActions;

/// <summary>Records that a milestone is achieved, with what shows it.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="MilestoneId">The milestone.</param>
/// <param name="AchievedOn">The day it was there.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="EvidenceUrl">Where that can be seen, if it is on the web.</param>
public sealed record AchieveMilestone(Guid ActionId, Guid MilestoneId, DateOnly AchievedOn, string Evidence, string? EvidenceUrl)
{
    public static Decision Decide(AchieveMilestone command, KeyAction action, DateOnly today) => action.With(command.MilestoneId, milestone =>
    {
        var evidence = CleanText.Of(command.Evidence);
        var url = CleanText.OrNull(command.EvidenceUrl);
        if (evidence.Length == 0)
            return Decision.Refuse("EVIDENCE_MISSING", "Add the evidence that this is achieved. Report progress if it is not there yet", "evidence");

        if (CleanText.TooLong(evidence, CleanText.ParagraphLimit, "evidence") is { } tooLong)
            return Decision.Refuse(tooLong);

        if (url is not null && !WebAddress.IsValid(url))
            return Decision.Refuse(WebAddress.Invalid("evidenceUrl"));

        return command.AchievedOn > today
            ? Decision.Refuse("ACHIEVED_IN_THE_FUTURE", "Enter the day it was achieved, today or before", "achievedOn")
            : Decision.To([.. milestone.MissedBy(command.AchievedOn), new MilestoneAchieved(milestone.Id, command.AchievedOn, evidence, url)]);
    });
}
