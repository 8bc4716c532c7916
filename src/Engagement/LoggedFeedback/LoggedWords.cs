namespace Engagement.LoggedFeedback;

/// <summary>What was said and answered; null where it has been erased, or not been answered.</summary>
public sealed record LoggedWords(string? Words, string? Answer);
