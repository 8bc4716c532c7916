namespace Engagement.Charter;

/// <summary>Something by which it is seen whether a principle is kept.</summary>
/// <param name="Key">Its name within its principle.</param>
/// <param name="Text">What is to be seen.</param>
/// <param name="IsOurs">Whether the words are this platform's, because the source gives none.</param>
public sealed record Criterion(string Key, string Text, bool IsOurs);
