using Engagement.Common;
using Messaging;

namespace Engagement.Consultations;

/// <summary>
/// The message that the last day of a consultation is over. Where its date has moved since, or it is paused, nothing happens: that change has
/// sent a message of its own.
/// </summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="At">The midnight that it closes at, which is when the close counts as having happened, however late this is handled.</param>
[MessageIdentity("close_consultation")]
public sealed record CloseWhenDue(Guid ConsultationId, DateTimeOffset At)
{
    public static Decision Decide(Consultation consultation, DateOnly today) =>
        consultation is { ClosedOn: null, ClosesOn: { } closesOn } && consultation.StateOn(today) == ConsultationState.Closed
            ? Decision.To(new ConsultationClosed(closesOn))
            : Decision.Nothing;
}
