namespace Engagement.Surveys;

/// <summary>Which point of one scale counts as which of another.</summary>
/// <param name="From">The key of the point that people chose.</param>
/// <param name="To">The key of the point it counts as.</param>
public sealed record ScalePoint(string From, string To);
