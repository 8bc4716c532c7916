using Engagement.AccessLog;
using Engagement.Api.Authorization;
using Engagement.Api.People;
using GraphQL;

namespace Engagement.Api.AccessLog;

/// <summary>That somebody had access to what people said in confidence.</summary>
[ObjectType<AccessEntry>, GraphQLName("AccessLogEntry"), Authorize(Permissions.ReadAccessLog)]
public static partial class AccessLogEntryNode
{
    /// <summary>Who it was; null where they are known by their role only.</summary>
    [BindMember(nameof(AccessEntry.Actor))]
    public static Person? GetActor([Parent] AccessEntry entry) => Person.Of(entry.Actor);
}
