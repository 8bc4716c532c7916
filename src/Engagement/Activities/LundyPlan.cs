namespace Engagement.Activities;

/// <summary>
/// How the activity gives children and families a say, in the four parts of Laura Lundy's model of participation (2007): a safe space, help to find their
/// voice, an audience that listens, and influence on what is decided.
/// </summary>
/// <param name="Space">How people have a safe space to speak.</param>
/// <param name="Voice">How they are helped to say what they think.</param>
/// <param name="Audience">Who listens, and how they hear it.</param>
/// <param name="Influence">What people can change, and how they are told.</param>
public sealed record LundyPlan(string Space, string Voice, string Audience, string Influence);
