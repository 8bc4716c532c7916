using Engagement.Api.Authorization;
using Engagement.LoggedFeedback;
using GraphQL;

namespace Engagement.Api.LoggedFeedback;

/// <summary>A time at which the whole log of complaints, compliments and comments was looked at beside who took part.</summary>
[ObjectType<LogReviewSheet>, GraphQLName("LogReview"), Node, Authorize(Permissions.ReadMetrics)]
public static partial class LogReviewNode
{
    [NodeResolver, Authorize(Permissions.ReadMetrics)]
    public static Task<LogReviewSheet?> LoadAsync(Guid id, LogReads reads, CancellationToken cancellation) => reads.FindReviewAsync(id, cancellation);
}
