using Engagement.Common;

namespace Engagement.KeyActions;

/// <summary>Moves the day of a milestone. A day that was missed stays missed: the milestone is red until it is achieved.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="MilestoneId">The milestone.</param>
/// <param name="DueOn">By when it is to be there now.</param>
/// <param name="Reason">Why it was moved.</param>
public sealed record ChangeMilestoneDueDate(Guid ActionId, Guid MilestoneId, DateOnly DueOn, string Reason)
{
    public static Decision Decide(ChangeMilestoneDueDate command, KeyAction action, DateOnly today) => action.With(command.MilestoneId, milestone =>
    {
        var reason = CleanText.Of(command.Reason);
        if (command.DueOn == milestone.DueOn)
            return Decision.Nothing;

        if (command.DueOn < today)
            return Decision.Refuse("DUE_IN_THE_PAST", "Enter a day that is not over", "dueOn");

        if (reason.Length == 0)
            return Decision.Refuse("REASON_MISSING", "Say why the day is moved", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To([.. milestone.MissedBy(today), new MilestoneDueDateChanged(milestone.Id, command.DueOn, reason)]);
    });
}
