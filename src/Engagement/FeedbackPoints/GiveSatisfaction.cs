using Engagement.Common;

namespace Engagement.FeedbackPoints;

/// <summary>A family says how satisfied they were with a step of the assessment. Each step once.</summary>
/// <param name="CaseReference">The reference of the case, as on our letters. It is kept nowhere.</param>
/// <param name="Point">Which of the five steps, 1 to 5.</param>
/// <param name="Satisfaction">How satisfied they were.</param>
public sealed record GiveSatisfaction(string CaseReference, int Point, Satisfaction Satisfaction)
{
    /// <summary>Also said of a case nobody knows: whether there is one with that reference is not told.</summary>
    internal static Refusal NotYet { get; } = new("POINT_NOT_REACHED", "This step has not happened yet", "point");

    public static Decision Decide(GiveSatisfaction command, AssessmentCase known, DateOnly today)
    {
        if ((CaseReferences.Check(command.CaseReference) ?? FeedbackPoints.Point.Check(command.Point)) is { } refusal)
            return Decision.Refuse(refusal);

        if (!Enum.IsDefined(command.Satisfaction))
            return Decision.Refuse("SATISFACTION_MISSING", "Select how satisfied you were", "satisfaction");

        if (!known.ReachedOn.TryGetValue(command.Point, out var reachedOn) || reachedOn > today)
            return Decision.Refuse(NotYet);

        return known.Given.ContainsKey(command.Point)
            ? Decision.Refuse("POINT_ALREADY_RATED", "You have already told us about this step", "point")
            : Decision.To(new SatisfactionGiven(command.Point, command.Satisfaction));
    }
}
