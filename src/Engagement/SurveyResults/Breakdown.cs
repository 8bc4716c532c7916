namespace Engagement.SurveyResults;

/// <summary>What answers can be broken down by. Voices (own or proxy, of which audience) are always apart and need no breakdown.</summary>
public enum Breakdown
{
    /// <summary>The district where the person lives.</summary>
    District,

    /// <summary>The kind of need.</summary>
    Need,

    /// <summary>The stage of education.</summary>
    Phase,

    /// <summary>The way it reached us.</summary>
    Channel,

    /// <summary>The form in which the questions were read.</summary>
    Rendition,
}
