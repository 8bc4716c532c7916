namespace Engagement.SurveyResults;

/// <summary>What answers can be broken down by. Voices (own or proxy, of which audience) are always apart and need no breakdown.</summary>
public enum Breakdown
{
    District,
    Need,
    Phase,
    Channel,
    Rendition,
}
