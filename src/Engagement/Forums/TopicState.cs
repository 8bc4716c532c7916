namespace Engagement.Forums;

/// <summary>Where a topic stands on a day.</summary>
public enum TopicState
{
    /// <summary>It takes contributions from its opening day on.</summary>
    Coming,

    /// <summary>It takes contributions.</summary>
    Open,

    /// <summary>It can be read, and takes no more.</summary>
    Closed,
}
