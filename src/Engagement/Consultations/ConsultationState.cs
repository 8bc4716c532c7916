namespace Engagement.Consultations;

public enum ConsultationState
{
    Draft,
    Coming,
    Open,
    Closed,

    /// <summary>It takes no answers for a time; the days are given back.</summary>
    Paused,

    /// <summary>It was given up, for a reason that is published.</summary>
    Withdrawn,
}
