using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>"We will": what will be done, by which role and by when.</summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="Text">What will be done.</param>
/// <param name="OwnerRole">The role that will do it.</param>
/// <param name="DueOn">By when, today or later.</param>
public sealed record MakeCommitment(Guid LoopId, string Text, string OwnerRole, DateOnly DueOn)
{
    public static Decision Decide(MakeCommitment command, Loop loop, DateOnly today)
    {
        if (LoopRules.NeedsWeWill(loop) is { } refusal)
            return Decision.Refuse(refusal);

        var text = CleanText.Of(command.Text);
        if (text.Length == 0)
            return Decision.Refuse("COMMITMENT_TEXT_MISSING", "Enter what you will do", "text");

        var owner = CleanText.OneLine(command.OwnerRole);
        if (owner.Length == 0)
            return Decision.Refuse("OWNER_MISSING", "Enter the role that will do it", "ownerRole");

        if (LoopRules.NotADueDate(command.DueOn, today) is { } noDate)
            return Decision.Refuse(noDate);

        var tooLong = CleanText.TooLong(text, CleanText.ParagraphLimit, "text")
            ?? CleanText.TooLong(owner, CleanText.LineLimit, "ownerRole");
        return tooLong is null
            ? Decision.To(new CommitmentMade(loop.Commitments.Count + 1, text, owner, command.DueOn))
            : Decision.Refuse(tooLong);
    }
}
