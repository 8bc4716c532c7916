using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Moves the date of a promise. The date that was promised first stays in the history, with the reason.</summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="Number">Which of the loop's commitments, from 1.</param>
/// <param name="DueOn">The new date, today or later.</param>
/// <param name="Reason">Why it moves.</param>
public sealed record RescheduleCommitment(Guid LoopId, int Number, DateOnly DueOn, string Reason)
{
    public static Decision Decide(RescheduleCommitment command, Loop loop, DateOnly today)
    {
        var refusal = LoopRules.NeedsWeWill(loop) ?? LoopRules.NoSuchCommitment(loop, command.Number, "number");
        if (refusal is not null)
            return Decision.Refuse(refusal);

        if (LoopRules.NotADueDate(command.DueOn, today) is { } noDate)
            return Decision.Refuse(noDate);

        if (loop.Commitments.Any(c => c.Number == command.Number && c.DueOn == command.DueOn))
            return Decision.Nothing;

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason for changing the date of this commitment", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new CommitmentRescheduled(command.Number, command.DueOn, reason));
    }
}
