namespace Engagement.Consultations;

/// <summary>Until when answers that come after the close still count, and whose.</summary>
public sealed record LateAcceptance(DateOnly Until, string ForWhom, string Reason);
