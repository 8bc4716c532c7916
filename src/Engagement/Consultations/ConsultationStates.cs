namespace Engagement.Consultations;

/// <summary>
/// A consultation opens and closes by itself at its dates. Its state is therefore worked out from the day it is asked on, and is right
/// even after an outage; nothing has to run at midnight.
/// </summary>
public static class ConsultationStates
{
    public static ConsultationState On(
        DateOnly today, DateOnly? opensOn, DateOnly? closesOn, DateOnly? closedOn, DateOnly? pausedOn = null, bool isWithdrawn = false)
    {
        if (isWithdrawn)
            return ConsultationState.Withdrawn;

        if (opensOn is null || closesOn is null)
            return ConsultationState.Draft;

        if (pausedOn is not null && today >= pausedOn)
            return ConsultationState.Paused;

        // That it has closed is recorded after the fact, so it decides nothing about the days before.
        if (today > (closedOn ?? closesOn))
            return ConsultationState.Closed;

        return today < opensOn ? ConsultationState.Coming : ConsultationState.Open;
    }
}
