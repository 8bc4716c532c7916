using System.Security.Claims;
using Engagement.Api.Common;
using Engagement.History;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.History;

[QueryType]
internal static partial class HistoryQueries
{
    /// <summary>
    /// What happened to something, the newest first: who did it by their role, what and why. For staff who may read the thing; null for others, and where there
    /// is no such thing. Nobody's own words are in it.
    /// </summary>
    /// <param name="id">
    /// A consultation, a set of questions, a wave, a view, a theme, a loop, a forum, a topic, a contribution as its moderators see it, an activity, a group, a
    /// meeting of one, a barrier, a key action, a measure, an edition of a charter, a commissioning activity, a document of
    /// statements of commitment or a release.
    /// </param>
    [AllowAnonymous, UsePaging(DefaultPageSize = 50)] // Each kind of thing has its own rule.
    public static async Task<Connection<HistoryEntry>?> GetHistoryAsync(
        [ID] Guid id, PagingArguments paging, HistoryReads reads, HistoryRule rule, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await reads.FindAsync(id, cancellation) is not { } history || !await rule.AllowsAsync(history.Kind, id, user, cancellation))
            return null;

        return await Keyset.PageAsync(paging, entry => (long)entry.Number, (before, limit) => Task.FromResult(history.Newest(before, limit)), count: null);
    }
}

/// <summary>One thing that happened, as a person reads it.</summary>
[ObjectType<HistoryEntry>, AllowAnonymous]
public static partial class HistoryEntryNode;

/// <summary>A date that was set or moved.</summary>
[ObjectType<MovedDate>, AllowAnonymous]
public static partial class MovedDateNode;
