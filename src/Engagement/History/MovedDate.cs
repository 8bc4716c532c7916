namespace Engagement.History;

/// <summary>A date that was set or moved.</summary>
/// <param name="What">Which one.</param>
/// <param name="Before">What it was; null where there was none.</param>
/// <param name="After">What it is from then on.</param>
public sealed record MovedDate(string What, DateOnly? Before, DateOnly After);
