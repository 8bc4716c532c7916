namespace Engagement.Forums;

/// <summary>Somebody who may moderate a forum: their pseudonym, their role, and the day of their check by the vetting service.</summary>
public sealed record Facilitator(Guid Id, string Role, DateOnly VettedOn);
