using Engagement.AccessLog;
using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Api.People;
using Engagement.Consultations;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.AccessLog;

/// <summary>That somebody had access to what people said in confidence.</summary>
[ObjectType<AccessEntry>, GraphQLName("AccessLogEntry"), GraphQLIgnore(nameof(AccessEntry.Subject)), Node, Authorize(Permissions.ReadAccessLog)]
public static partial class AccessLogEntryNode
{
    [NodeResolver, Authorize(Permissions.ReadAccessLog)]
    public static Task<AccessEntry?> LoadAsync(Guid id, AccessLogReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The consultation of the views that were read; null for views from outside any, and of what is not about views.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] AccessEntry entry, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        entry is { Kind: AccessKind.ViewsRead, Subject: { } id } ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>The safeguarding item that was opened, for those who may see it; null of views.</summary>
    [ID<SafeguardingEntry>]
    public static Guid? GetSafeguardingItemId([Parent] AccessEntry entry) => entry.Kind == AccessKind.SafeguardingOpened ? entry.Subject : null;

    /// <summary>Who it was; null where they are known by their role only.</summary>
    [BindMember(nameof(AccessEntry.Actor))]
    public static Person? GetActor([Parent] AccessEntry entry) => Person.Of(entry.Actor);
}
