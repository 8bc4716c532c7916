namespace Engagement.Consultations;

/// <summary>Until when answers that come after the close still count, and whose.</summary>
/// <param name="Until">The last day.</param>
/// <param name="ForWhom">Whose answers.</param>
/// <param name="Reason">Why.</param>
public sealed record LateAcceptance(DateOnly Until, string ForWhom, string Reason);
