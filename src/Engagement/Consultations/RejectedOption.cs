namespace Engagement.Consultations;

/// <summary>An option that was considered and not put to people, and why.</summary>
/// <param name="Option">The option.</param>
/// <param name="Reason">Why it is not pursued.</param>
public sealed record RejectedOption(string Option, string Reason);
