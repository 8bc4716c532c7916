using Engagement.Common;

namespace Engagement.KeyActions;

/// <summary>Says what is to be there by a day.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Text">What is to be there, so that anybody can tell whether it is.</param>
/// <param name="DueOn">By when.</param>
public sealed record SetMilestone(Guid ActionId, string Text, DateOnly DueOn)
{
    private const int Most = 50;

    public static Decision Decide(SetMilestone command, Guid milestoneId, KeyAction action, DateOnly today) => action.WhileOpen(() =>
    {
        var text = CleanText.OneLine(command.Text);
        if (text.Length == 0)
            return Decision.Refuse("TEXT_MISSING", "Say what is to be there by then", "text");

        if (CleanText.TooLong(text, CleanText.LineLimit, "text") is { } tooLong)
            return Decision.Refuse(tooLong);

        if (command.DueOn < today)
            return Decision.Refuse("DUE_IN_THE_PAST", "Enter a day that is not over", "dueOn");

        return action.Milestones.Count >= Most
            ? Decision.Refuse("TOO_MANY_MILESTONES", "An action has at most 50 milestones")
            : Decision.To(new MilestoneSet(milestoneId, text, command.DueOn));
    });
}
