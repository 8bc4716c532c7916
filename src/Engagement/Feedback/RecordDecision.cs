using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>A decision on what people said: dated, by somebody, with its reasons and what else was considered.</summary>
public sealed record RecordDecision(
    Guid LoopId, DecisionOutcome Outcome, DateOnly DecidedOn, string Maker, string Reasons, string Alternatives, string? Conflicts)
{
    public static Decision Decide(RecordDecision command, Loop loop, DateOnly today)
    {
        if (loop.Outcome is not null)
            return Decision.Refuse("DECISION_ALREADY_RECORDED", "This loop already has a decision");

        if (command.DecidedOn > today)
            return Decision.Refuse("DECISION_IN_THE_FUTURE", "Enter the date the decision was made, today or earlier", "decidedOn");

        var maker = CleanText.OneLine(command.Maker);
        if (maker.Length == 0)
            return Decision.Refuse("DECISION_MAKER_MISSING", "Enter the role that made the decision", "maker");

        var reasons = CleanText.Of(command.Reasons);
        if (reasons.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reasons for the decision", "reasons");

        var alternatives = CleanText.Of(command.Alternatives);
        if (alternatives.Length == 0)
        {
            return Decision.Refuse(
                "ALTERNATIVES_MISSING", "Enter the other options you considered, or say there were none and why", "alternatives");
        }

        var conflicts = CleanText.OrNull(command.Conflicts);
        var tooLong = CleanText.TooLong(maker, CleanText.LineLimit, "maker")
            ?? CleanText.TooLong(reasons, CleanText.ParagraphLimit, "reasons")
            ?? CleanText.TooLong(alternatives, CleanText.ParagraphLimit, "alternatives")
            ?? CleanText.TooLong(conflicts, CleanText.ParagraphLimit, "conflicts");

        return tooLong is null
            ? Decision.To(new DecisionRecorded(command.Outcome, command.DecidedOn, maker, reasons, alternatives, conflicts))
            : Decision.Refuse(tooLong);
    }
}
