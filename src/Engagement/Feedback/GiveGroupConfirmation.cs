using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Kent PACT or a youth group says whether the entry answers what their people raised.</summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="Group">The group that says it.</param>
/// <param name="Answer">Whether it answers what their people raised.</param>
public sealed record GiveGroupConfirmation(Guid LoopId, FamilyReader Group, ConfirmationAnswer Answer)
{
    public static Decision Decide(GiveGroupConfirmation command, Loop loop)
    {
        if (!loop.IsConfirmationAsked)
            return Decision.Refuse("CONFIRMATION_NOT_ASKED", "You can say whether this answers you once families have been told what was done");

        return loop.GroupConfirmations.TryGetValue(command.Group, out var answer) && answer == command.Answer
            ? Decision.Nothing
            : Decision.To(new GroupConfirmationGiven(command.Group, command.Answer));
    }
}
