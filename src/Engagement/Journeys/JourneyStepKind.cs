namespace Engagement.Journeys;

public enum JourneyStepKind
{
    Received,
    Read,
    Grouped,
    Decided,
    Done,
    Published,
    Told,

    /// <summary>Enough of those who were told say that it answers them. There is such a step only once it is reached.</summary>
    Confirmed,
}
