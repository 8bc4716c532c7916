namespace Engagement.Api.Forums;

/// <summary>Somebody, and what they may support.</summary>
public readonly record struct Supporter(Guid Person, Guid ContributionId);
