namespace Engagement.Consultations;

public sealed record Proposal(string Text, string Reasons, string? Impacts, DateTimeOffset PublishedAt);
