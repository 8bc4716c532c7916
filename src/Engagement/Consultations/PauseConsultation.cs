using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Stops answers for a time, for instance because the proposal was misprinted. It opens again when it is resumed, not by itself.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record PauseConsultation(Guid ConsultationId, string Reason)
{
    public static Decision Decide(PauseConsultation command, Consultation consultation, DateOnly today)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        var state = consultation.StateOn(today);
        if (state == ConsultationState.Paused)
            return Decision.Nothing;

        if (state != ConsultationState.Open)
            return Decision.Refuse("NOT_OPEN", "Only a consultation that is open can be paused");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason for pausing this consultation", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ConsultationPaused(today, reason));
    }
}
