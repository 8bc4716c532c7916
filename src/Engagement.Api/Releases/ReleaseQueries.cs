using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Releases;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Releases;

[QueryType]
public static partial class ReleaseQueries
{
    /// <summary>Figures for the public, the last drafted first. Those that are not published are among them only for those who may see them.</summary>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<ReleasePage>> GetReleasesAsync(
        [Spread] ReleaseFilter filter, PagingArguments paging, ReleaseReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var onlyPublished = !user.May(Permissions.ReadReleases);
        return Keyset.PageAsync(paging, ReleaseReads.PositionOf, (after, limit) => reads.ListAsync(filter, onlyPublished, after, limit, cancellation));
    }

    /// <summary>One release; null when there is none, or none that you may see.</summary>
    /// <param name="id">The release.</param>
    [AllowAnonymous]
    public static Task<ReleasePage?> GetReleaseAsync([ID<ReleasePage>] Guid id, ReleaseReads reads, CancellationToken cancellation) =>
        reads.FindAsync(id, cancellation);

    /// <summary>
    /// The tables of a release as they are to be published, for whoever drafts or approves it: they are made from what was recorded. Null where nothing of
    /// it may be shown.
    /// </summary>
    /// <param name="id">The release.</param>
    [Authorize(Permissions.ReadReleases), Cost(20)]
    public static async Task<IReadOnlyList<ReleasedTable>?> GetReleasePreviewAsync(
        [ID<ReleasePage>] Guid id, ReleaseReads reads, CancellationToken cancellation) =>
        await reads.FindAsync(id, cancellation) is { } release ? await reads.PreviewAsync(release, cancellation) : null;

    /// <summary>
    /// Makes a published release again from what was recorded, and says whether it comes out the same. Anybody can check the hash of its figures without it.
    /// </summary>
    /// <param name="id">The release.</param>
    [Authorize(Permissions.ReadReleases), Cost(20)]
    public static Task<ReleaseVerification> GetReleaseVerificationAsync(
        [ID<ReleasePage>] Guid id, ReleaseReads reads, CancellationToken cancellation) =>
        Reading.OfAsync(() => reads.VerifyAsync(id, cancellation));

    /// <summary>The rules by which figures about people are published or withheld, every version there has been.</summary>
    [AllowAnonymous]
    public static IReadOnlyList<DisclosurePolicy> GetDisclosurePolicies() => DisclosurePolicy.All;
}
