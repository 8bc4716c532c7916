using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.People;
using Engagement.Common;
using Engagement.Forums;
using Engagement.Privacy;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Safeguarding;

[QueryType]
public static partial class SafeguardingQueries
{
    /// <summary>What is open for the safeguarding lead, oldest first, without words.</summary>
    [Authorize(Permissions.OpenSafeguarding), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<SafeguardingEntry>> GetSafeguardingItemsAsync(
        PagingArguments paging, SafeguardingReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var viewer = user.Acting(Permissions.OpenSafeguarding);
        return Keyset.PageByAsync<SafeguardingEntry, TimePosition>(
            paging, TimePosition.TryParse, SafeguardingReads.PositionOf, (after, limit) => reads.OpenItemsAsync(viewer, after, limit, cancellation));
    }

    /// <summary>Who has read an item, in the order they did.</summary>
    /// <param name="itemId">The item.</param>
    [Authorize(Permissions.OpenSafeguarding)]
    public static Task<IReadOnlyList<SafeguardingOpening>> GetSafeguardingOpeningsAsync(
        [ID<SafeguardingEntry>] Guid itemId, SafeguardingReads reads, ClaimsPrincipal user, CancellationToken cancellation) =>
        reads.OpeningsAsync(itemId, user.Acting(Permissions.OpenSafeguarding), cancellation);

    /// <summary>The hold on the record of whoever wrote an item; null where there is none, or no such item.</summary>
    /// <param name="itemId">The item.</param>
    [Authorize(Permissions.OpenSafeguarding)]
    public static async Task<SafeguardingHold?> GetSafeguardingHoldAsync(
        [ID<SafeguardingEntry>] Guid itemId, SafeguardingReads items, PrivacyReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var viewer = user.Acting(Permissions.OpenSafeguarding);
        return await items.FindAsync(itemId, viewer, cancellation) is { SubjectId: { } subject } ? await reads.FindHoldAsync(subject, viewer, cancellation) : null;
    }

    /// <summary>The records that are on hold, the first to be reviewed first.</summary>
    [Authorize(Permissions.OpenSafeguarding), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<SafeguardingHold>> GetSafeguardingHoldsAsync(
        PagingArguments paging, PrivacyReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var viewer = user.Acting(Permissions.OpenSafeguarding);
        return Keyset.PageByAsync<SafeguardingHold, DayPosition>(
            paging, DayPosition.TryParse, PrivacyReads.PositionOf, (after, limit) => reads.HoldsAsync(viewer, after, limit, cancellation));
    }
}

/// <summary>A record that the safeguarding lead needs, so that nothing of it is erased.</summary>
[ObjectType<SafeguardingHold>, Authorize(Permissions.OpenSafeguarding)]
public static partial class SafeguardingHoldNode
{
    /// <summary>Whose record it is.</summary>
    [BindMember(nameof(SafeguardingHold.SubjectId))]
    public static Person GetSubject([Parent] SafeguardingHold hold) => new(hold.SubjectId);
}
