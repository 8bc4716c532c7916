namespace Engagement.Activities;

/// <summary>
/// How the activity gives children and families a say, in the four parts of Laura Lundy's model of participation (2007): a safe space, help to find their
/// voice, an audience that listens, and influence on what is decided.
/// </summary>
public sealed record LundyPlan(string Space, string Voice, string Audience, string Influence);
