using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>How many views a theme has from one audience: said by themselves, and said for them. Figures of audiences are never added together.</summary>
/// <param name="Audience">Whose views; null where it was not recorded.</param>
/// <param name="OwnVoice">What they said themselves.</param>
/// <param name="Proxy">What somebody said for them.</param>
/// <param name="Trend">How what they said themselves in the last 90 days compares with the 90 days before.</param>
public sealed record ThemeVoices(Audience? Audience, int OwnVoice, int Proxy, ThemeTrend Trend);
