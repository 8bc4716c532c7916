namespace Engagement.Journeys;

/// <summary>A step that what a person said goes through.</summary>
public enum JourneyStepKind
{
    /// <summary>It reached us.</summary>
    Received,

    /// <summary>Somebody has read it.</summary>
    Read,

    /// <summary>It was grouped with others that make the same point.</summary>
    Grouped,

    /// <summary>A decision was made on it.</summary>
    Decided,

    /// <summary>Something was done about it.</summary>
    Done,

    /// <summary>What became of it was published.</summary>
    Published,

    /// <summary>Those who said it were told.</summary>
    Told,

    /// <summary>Enough of those who were told say that it answers them. There is such a step only once it is reached.</summary>
    Confirmed,
}
