namespace Engagement.Forums;

/// <summary>What commands need to know of a contribution before they load it.</summary>
internal sealed record ContributionRecord(Guid ForumId, Guid TopicId, Guid AuthorId, bool IsWithSafeguardingLead);
