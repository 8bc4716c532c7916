using Engagement.Common;

namespace Engagement.FeedbackPoints;

/// <summary>Records that a case came to a step. Steps may become known in any order, and long after.</summary>
/// <param name="CaseReference">The reference of the case, as on our letters. It is kept nowhere.</param>
/// <param name="Point">Which of the five steps, 1 to 5.</param>
/// <param name="ReachedOn">The day it came to it, today or earlier.</param>
public sealed record RecordPointReached(string CaseReference, int Point, DateOnly ReachedOn)
{
    /// <param name="command">What is recorded.</param>
    /// <param name="known">The case; null when nothing has been recorded of it yet.</param>
    /// <param name="caseRefHash">What is kept of its reference.</param>
    /// <param name="today">In London.</param>
    public static Decision Decide(RecordPointReached command, AssessmentCase? known, string caseRefHash, DateOnly today)
    {
        if ((CaseReferences.Check(command.CaseReference) ?? FeedbackPoints.Point.Check(command.Point)) is { } refusal)
            return Decision.Refuse(refusal);

        if (command.ReachedOn > today)
            return Decision.Refuse("DATE_IN_FUTURE", "Enter the day the case came to this step, which cannot be in the future", "reachedOn");

        if (known is not null && known.ReachedOn.TryGetValue(command.Point, out var reachedOn))
        {
            return reachedOn == command.ReachedOn
                ? Decision.Nothing
                : Decision.Refuse("POINT_ALREADY_REACHED", "This case came to this step on another day already", "point");
        }

        return Decision.To(new CaseReachedPoint(caseRefHash, command.Point, command.ReachedOn));
    }
}
