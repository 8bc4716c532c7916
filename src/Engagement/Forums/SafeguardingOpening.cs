namespace Engagement.Forums;

/// <summary>That somebody read an item: who, in which role, why and when.</summary>
public sealed record SafeguardingOpening(Guid Actor, string Role, string Reason, DateTimeOffset At);
