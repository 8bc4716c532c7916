namespace Engagement.Metrics;

/// <summary>What somebody did. Participants, contributions and attendance are different counts and are never added together.</summary>
public enum ActKind
{
    Response,

    /// <summary>A post or a comment in a forum.</summary>
    Contribution,

    /// <summary>A family's rating of a step of the assessment.</summary>
    Rating,

    /// <summary>Somebody known was at an activity.</summary>
    Attendance,

    /// <summary>Those at an activity who were only counted.</summary>
    HeadCount,
}
