using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>
/// Puts right a closing date that was recorded wrongly, also after the close: what people were told is the fact, and where it is written is its
/// source. People may have relied on either date, so the later one holds.
/// </summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="ClosesOn">The right last day, to its midnight in London.</param>
/// <param name="Reason">Why the date was wrong.</param>
/// <param name="Source">Where the right date is written.</param>
public sealed record CorrectClosingDate(Guid ConsultationId, DateOnly ClosesOn, string Reason, string Source)
{
    public static Decision Decide(CorrectClosingDate command, Consultation consultation, DateOnly today)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation.ClosesOn is not { } closesOn)
            return Decision.Refuse("NOT_OPEN", "This consultation has not been opened yet. Set its dates when you open it");

        if (consultation.ReportVersion > 0)
            return Decision.Refuse("REPORT_PUBLISHED", "The report has been published. Publish a new version of it that gives the right date");

        if (command.ClosesOn <= closesOn)
            return Decision.Refuse("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward", "closesOn");

        if (ConsultationDates.TooFar(command.ClosesOn, today) is { } tooFar)
            return Decision.Refuse(tooFar);

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason for correcting the closing date", "reason");

        var source = CleanText.OneLine(command.Source);
        if (source.Length == 0)
            return Decision.Refuse("SOURCE_MISSING", "Enter where the right closing date is written", "source");

        var tooLong = CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") ?? CleanText.TooLong(source, CleanText.LineLimit, "source");
        return tooLong is null ? Decision.To(new ClosingDateCorrected(command.ClosesOn, reason, source)) : Decision.Refuse(tooLong);
    }
}
