namespace Engagement.LoggedFeedback;

/// <summary>What was said and answered; null where it has been erased, or not been answered.</summary>
/// <param name="Words">What the person said.</param>
/// <param name="Answer">What they were answered.</param>
public sealed record LoggedWords(string? Words, string? Answer);
