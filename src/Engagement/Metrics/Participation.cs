namespace Engagement.Metrics;

/// <summary>Who took part, and what they did. Participants, contributions and attendance count different things: they are never added together.</summary>
/// <param name="Participants">Distinct people with a countable act. An answer to a survey, and whatever
/// comes without an account, is one participant for each act, because nothing says whose it is.</param>
/// <param name="Responses">Responses to surveys.</param>
/// <param name="Posts">Posts and comments in forums.</param>
/// <param name="Ratings">Ratings of the steps of the assessment.</param>
/// <param name="Identified">Attendances of people who are known.</param>
/// <param name="HeadCount">Attendances that were only counted.</param>
/// <param name="ByProxy">How many of the contributions were made for somebody else.</param>
public sealed record Participation(int Participants, int Responses, int Posts, int Ratings, int Identified, int HeadCount, int ByProxy)
{
    /// <summary>Acts.</summary>
    public int Contributions => Responses + Posts + Ratings;

    /// <summary>Who was there, known or only counted.</summary>
    public int Attendance => Identified + HeadCount;
}

/// <summary>One group of a breakdown. Somebody may be in several, so groups do not add up to the whole.</summary>
/// <param name="Key">Its id, code or name; a month as 2024-10. Null: not known.</param>
/// <param name="Figures">Those of the group.</param>
public sealed record ParticipationGroup(string? Key, Participation Figures);

/// <summary>What participation and views are broken down by.</summary>
public enum MetricsDimension
{
    /// <summary>The consultation.</summary>
    Consultation,

    /// <summary>The month in London.</summary>
    Month,

    /// <summary>The code of the district.</summary>
    District,

    /// <summary>Who they are.</summary>
    Audience,

    /// <summary>The way it reached us; of views the kind of source.</summary>
    Channel,
    /// <summary>The kind of need.</summary>
    Need,

    /// <summary>The phase of education.</summary>
    Phase,
}
