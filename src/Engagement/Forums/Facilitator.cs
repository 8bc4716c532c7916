namespace Engagement.Forums;

/// <summary>Somebody who may moderate a forum: their pseudonym, their role, and the day of their check by the vetting service.</summary>
/// <param name="Id">Their pseudonym.</param>
/// <param name="Role">Their role, which the public sees.</param>
/// <param name="VettedOn">The day of their check by the vetting service.</param>
public sealed record Facilitator(Guid Id, string Role, DateOnly VettedOn);
