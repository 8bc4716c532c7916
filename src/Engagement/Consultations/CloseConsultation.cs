using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>
/// Records that a consultation has run its time. It may not cut that time short: people were promised the last day to its midnight.
/// </summary>
public sealed record CloseConsultation(Guid ConsultationId)
{
    public static Decision Decide(Consultation consultation, DateOnly today)
    {
        if (consultation.ClosedOn is not null)
            return Decision.Refuse("NOT_OPEN", "This consultation has already been closed");

        if (consultation.ClosesOn is not { } closesOn)
            return Decision.Refuse("NOT_OPEN", "This consultation has not been opened yet");

        return today > closesOn
            ? Decision.To(new ConsultationClosed(closesOn))
            : Decision.Refuse("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward");
    }
}
