using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Keeps a consultation open for longer. A closing date never moves earlier.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="ClosesOn">The new last day, to its midnight in London.</param>
/// <param name="Reason">Why it is extended.</param>
public sealed record ExtendClosingDate(Guid ConsultationId, DateOnly ClosesOn, string Reason)
{
    public static Decision Decide(ExtendClosingDate command, Consultation consultation, DateOnly today)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        var state = consultation.StateOn(today);
        if (state == ConsultationState.Draft)
            return Decision.Refuse("NOT_OPEN", "This consultation has not been opened yet. Set its dates when you open it");

        if (state == ConsultationState.Closed)
            return Decision.Refuse("NOT_OPEN", "This consultation has closed. Its closing date can no longer be moved");

        if (command.ClosesOn <= consultation.ClosesOn)
            return Decision.Refuse("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward", "closesOn");

        if (ConsultationDates.TooFar(command.ClosesOn, today) is { } tooFar)
            return Decision.Refuse(tooFar);

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason for extending the closing date", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ClosingDateExtended(command.ClosesOn, reason));
    }
}
