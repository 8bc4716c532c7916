using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>
/// Records that a consultation has run its time. It may not cut that time short: people were promised the last day to its midnight.
/// It happens by itself, see <see cref="CloseWhenDue"/>; who asks for it as well asks for what is so.
/// </summary>
/// <param name="ConsultationId">The consultation.</param>
public sealed record CloseConsultation(Guid ConsultationId)
{
    public static Decision Decide(Consultation consultation, DateOnly today)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation.ClosedOn is not null)
            return Decision.Nothing;

        if (consultation.ClosesOn is not { } closesOn)
            return Decision.Refuse("NOT_OPEN", "This consultation has not been opened yet");

        return consultation.StateOn(today) switch
        {
            ConsultationState.Closed => Decision.To(new ConsultationClosed(closesOn)),
            ConsultationState.Paused => Decision.Refuse("NOT_OPEN", "This consultation is paused. Resume it first: people are owed the days of the pause"),
            _ => Decision.Refuse("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward"),
        };
    }
}
