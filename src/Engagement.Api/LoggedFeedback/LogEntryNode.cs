using Engagement.Api.Authorization;
using Engagement.LoggedFeedback;
using GraphQL;

namespace Engagement.Api.LoggedFeedback;

/// <summary>A complaint, a compliment or a comment that somebody made of their own accord, without its words.</summary>
[ObjectType<LogEntrySheet>, GraphQLName("LoggedFeedback"), Node, Authorize(Permissions.ReadLoggedFeedback)]
public static partial class LogEntryNode
{
    [NodeResolver, Authorize(Permissions.ReadLoggedFeedback)]
    public static Task<LogEntrySheet?> LoadAsync(Guid id, LogReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The service it is about.</summary>
    [BindMember(nameof(LogEntrySheet.Service))]
    public static Service? GetService([Parent] LogEntrySheet entry) => Service.Find(entry.Service);
}
