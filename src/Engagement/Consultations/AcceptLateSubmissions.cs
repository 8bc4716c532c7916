using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Lets answers count that come after the close: paper forms in the post, or people who were told too late.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Until">The last day on which they may come, after the closing date.</param>
/// <param name="ForWhom">Whose late answers count, as in "forms in the post".</param>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record AcceptLateSubmissions(Guid ConsultationId, DateOnly Until, string ForWhom, string Reason)
{
    public static Decision Decide(AcceptLateSubmissions command, Consultation consultation, DateOnly today)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation.StateOn(today) != ConsultationState.Closed)
            return Decision.Refuse("NOT_CLOSED", "This consultation has not closed yet. Answers are taken as usual");

        if (consultation.ReportVersion > 0)
            return Decision.Refuse("REPORT_PUBLISHED", "The report has been published, so late answers can no longer be part of it");

        if (command.Until <= consultation.ClosesOn)
            return Decision.Refuse("DATE_INVALID", "Enter a date after the closing date", "until");

        var forWhom = CleanText.OneLine(command.ForWhom);
        if (forWhom.Length == 0)
            return Decision.Refuse("FOR_WHOM_MISSING", "Enter whose late answers are accepted", "forWhom");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason for accepting late answers", "reason");

        var tooLong = CleanText.TooLong(forWhom, CleanText.LineLimit, "forWhom") ?? CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason");
        if (tooLong is not null)
            return Decision.Refuse(tooLong);

        var accepted = new LateSubmissionAccepted(command.Until, forWhom, reason);
        return accepted == consultation.Late ? Decision.Nothing : Decision.To(accepted);
    }
}
