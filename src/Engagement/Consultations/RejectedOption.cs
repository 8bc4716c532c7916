namespace Engagement.Consultations;

/// <summary>An option that was considered and not put to people, and why.</summary>
public sealed record RejectedOption(string Option, string Reason);
