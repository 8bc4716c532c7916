namespace Engagement.Consultations;

/// <summary>Where a consultation stands on a day, in London.</summary>
public enum ConsultationState
{
    /// <summary>It is being prepared; only staff see it.</summary>
    Draft,

    /// <summary>It is announced and has not opened yet.</summary>
    Coming,

    /// <summary>It takes answers.</summary>
    Open,

    /// <summary>Its last day is over.</summary>
    Closed,

    /// <summary>It takes no answers for a time; the days are given back.</summary>
    Paused,

    /// <summary>It was given up, for a reason that is published.</summary>
    Withdrawn,
}
