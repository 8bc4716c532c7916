using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>Takes answers again. The days of the pause are given back: it closes as many days later, or later still.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="ClosesOn">The new last day: as many days later as the pause was long, or later still.</param>
public sealed record ResumeConsultation(Guid ConsultationId, DateOnly ClosesOn)
{
    public static Decision Decide(ResumeConsultation command, Consultation consultation, DateOnly today)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation is not { PausedOn: { } pausedOn, ClosesOn: { } closesOn })
            return Decision.Refuse("NOT_PAUSED", "This consultation is not paused");

        var earliest = closesOn.AddDays(today.DayNumber - pausedOn.DayNumber);
        if (command.ClosesOn < earliest)
        {
            return Decision.Refuse(
                "CLOSING_DATE_EARLIER",
                $"Give people back the days of the pause: choose a closing date of {LondonCalendar.Text(earliest)} or later",
                "closesOn");
        }

        return ConsultationDates.TooFar(command.ClosesOn, today) is { } tooFar
            ? Decision.Refuse(tooFar)
            : Decision.To(new ConsultationResumed(today, command.ClosesOn));
    }
}
