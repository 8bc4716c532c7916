using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Gives a consultation up. What people have said in it stays, and is still answered.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record WithdrawConsultation(Guid ConsultationId, string Reason)
{
    public static Decision Decide(WithdrawConsultation command, Consultation consultation, DateOnly today)
    {
        if (consultation.IsWithdrawn)
            return Decision.Nothing;

        if (consultation.ReportVersion > 0)
            return Decision.Refuse("REPORT_PUBLISHED", "The report has been published, so this consultation can no longer be withdrawn");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason for withdrawing this consultation", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ConsultationWithdrawn(today, reason));
    }
}
