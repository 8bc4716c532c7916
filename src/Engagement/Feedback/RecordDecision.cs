using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>
/// A decision on what people said: dated, by somebody, with its reasons and what else was considered. After a reopening it takes the place of
/// the earlier one. Where the consultation has a report, the decision says which version of it was read.
/// </summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="Outcome">Whether it will be done.</param>
/// <param name="DecidedOn">The day of the decision, today or earlier.</param>
/// <param name="Maker">The role or body that decided.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Alternatives">The other options that were considered, or that there were none and why.</param>
/// <param name="Conflicts">Conflicts of interest that were declared.</param>
/// <param name="ReportVersionRead">The version of the consultation's report that the maker had read. Needed where there is a report.</param>
public sealed record RecordDecision(
    Guid LoopId,
    DecisionOutcome Outcome,
    DateOnly DecidedOn,
    string Maker,
    string Reasons,
    string Alternatives,
    string? Conflicts,
    int? ReportVersionRead = null)
{
    /// <param name="command">What was decided.</param>
    /// <param name="loop">As it is.</param>
    /// <param name="today">In London.</param>
    /// <param name="reportVersion">The newest version of the consultation's report; null where there is none.</param>
    public static Decision Decide(RecordDecision command, Loop loop, DateOnly today, int? reportVersion = null)
    {
        if (loop.Outcome is not null)
            return Decision.Refuse("DECISION_ALREADY_RECORDED", "This loop already has a decision. Reopen it to decide again");

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

        if (WrongReport(command.ReportVersionRead, reportVersion) is { } wrongReport)
            return Decision.Refuse(wrongReport);

        var conflicts = CleanText.OrNull(command.Conflicts);
        var tooLong = CleanText.TooLong(maker, CleanText.LineLimit, "maker")
            ?? CleanText.TooLong(reasons, CleanText.ParagraphLimit, "reasons")
            ?? CleanText.TooLong(alternatives, CleanText.ParagraphLimit, "alternatives")
            ?? CleanText.TooLong(conflicts, CleanText.ParagraphLimit, "conflicts");
        if (tooLong is not null)
            return Decision.Refuse(tooLong);

        return Decision.To(loop.IsReopened
            ? new DecisionReplaced(command.Outcome, command.DecidedOn, maker, reasons, alternatives, conflicts, command.ReportVersionRead)
            : new DecisionRecorded(command.Outcome, command.DecidedOn, maker, reasons, alternatives, conflicts, command.ReportVersionRead));
    }

    // What was said must have been before the decision-maker.
    private static Refusal? WrongReport(int? read, int? newest) => (read, newest) switch
    {
        (null, { }) => new Refusal("REPORT_NOT_READ", "Enter the version of the report that the decision-maker read", "reportVersionRead"),
        ({ } version, null) => new Refusal("REPORT_UNKNOWN", $"There is no version {version} of the report", "reportVersionRead"),
        ({ } version, { } last) when version < 1 || version > last =>
            new Refusal("REPORT_UNKNOWN", $"There is no version {version} of the report", "reportVersionRead"),
        _ => null,
    };
}
