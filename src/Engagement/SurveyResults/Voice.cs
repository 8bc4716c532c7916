using Engagement.Common;

namespace Engagement.SurveyResults;

/// <summary>Whose answers are counted together: those of one audience, in their own voice or given for them. Never added to another's.</summary>
/// <param name="Audience">Null where it was not said.</param>
/// <param name="Proxy">Whether somebody else answered for them.</param>
public sealed record Voice(Audience? Audience, bool Proxy);
