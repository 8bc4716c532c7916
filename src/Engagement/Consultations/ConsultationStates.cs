namespace Engagement.Consultations;

/// <summary>
/// A consultation opens and closes by itself at its dates. Its state is therefore worked out from the day it is asked on, and is right
/// even after an outage; nothing has to run at midnight.
/// </summary>
public static class ConsultationStates
{
    public static ConsultationState On(DateOnly today, DateOnly? opensOn, DateOnly? closesOn, DateOnly? closedOn)
    {
        if (opensOn is null || closesOn is null)
            return ConsultationState.Draft;

        if (closedOn is not null || today > closesOn)
            return ConsultationState.Closed;

        return today < opensOn ? ConsultationState.Coming : ConsultationState.Open;
    }
}
