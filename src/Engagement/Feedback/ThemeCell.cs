namespace Engagement.Feedback;

/// <summary>One place in a breakdown of one audience's views of a theme.</summary>
/// <param name="Key">The code of the district, the phase, or the month as 2024-10; null where it is not known.</param>
/// <param name="OwnVoice">What they said themselves; null where it could tell who said it.</param>
/// <param name="Proxy">What somebody said for them; null where it could tell who said it.</param>
public sealed record ThemeCell(string? Key, int? OwnVoice, int? Proxy);
