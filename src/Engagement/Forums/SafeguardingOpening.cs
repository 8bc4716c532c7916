namespace Engagement.Forums;

/// <summary>That somebody read an item: who, in which role, why and when.</summary>
/// <param name="Actor">The pseudonym of who read it.</param>
/// <param name="Role">The role in which they did.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record SafeguardingOpening(Guid Actor, string Role, string Reason, DateTimeOffset At);
