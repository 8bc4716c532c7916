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
}
