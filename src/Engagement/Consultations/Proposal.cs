namespace Engagement.Consultations;

/// <summary>What is put to people.</summary>
/// <param name="Text">What is proposed.</param>
/// <param name="Reasons">Why; empty while it is still to be written.</param>
/// <param name="Impacts">What would change for people.</param>
/// <param name="PublishedAt">When it was last written.</param>
public sealed record Proposal(string Text, string Reasons, string? Impacts, DateTimeOffset PublishedAt);
