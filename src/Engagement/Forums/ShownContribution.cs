namespace Engagement.Forums;

/// <summary>Which contribution is shown, and in which topic.</summary>
public sealed record ShownContribution(Guid Id, Guid TopicId);
