using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Feedback;
using Engagement.LocalOffer;
using Engagement.Releases;
using GraphQL;

namespace Engagement.Api.LocalOffer;

[QueryType]
public static partial class LocalOfferQueries
{
    /// <summary>
    /// What people said of the Local Offer in a school year and what was answered, as it stands; null for a year that no calendar has. The public reads it once
    /// it is released.
    /// </summary>
    /// <param name="year">The year it begins in.</param>
    /// <param name="asAt">What was known at this moment; left out: all that is known.</param>
    [Authorize(Permissions.ReadLoops), Cost(20)]
    public static async Task<LocalOfferDraft?> GetLocalOfferYearAsync(int year, DateTimeOffset? asAt, LocalOfferReads reads, CancellationToken cancellation) =>
        year is > 0 and < 9_999 ? await reads.OfAsync(year, asAt, cancellation) : null;
}

/// <summary>A year of comments on the Local Offer as officers see it, before it is published and after.</summary>
[ObjectType<LocalOfferDraft>, GraphQLName("LocalOfferYear"), Authorize(Permissions.ReadLoops)]
public static partial class LocalOfferYearNode
{
    /// <summary>Those that were published of it, the newest first; also those that have been revised.</summary>
    public static async Task<IReadOnlyList<ReleasePage>> GetReleasesAsync([Parent] LocalOfferDraft draft, ReleaseReads releases, CancellationToken cancellation)
    {
        var key = ReleaseSubject.OfLocalOffer(new LocalOfferYear(draft.Year)).Key;
        return [.. (await releases.PublishedOfAsync([key], cancellation))[key]];
    }

    /// <summary>Those that are on their way to be published, the newest first; none for whoever does not see releases before.</summary>
    public static async Task<IReadOnlyList<ReleasePage>> GetDraftsAsync(
        [Parent] LocalOfferDraft draft, ClaimsPrincipal user, ReleaseReads releases, CancellationToken cancellation) => user.May(Permissions.ReadReleases)
        ?
        [
            .. (await releases.OfAsync(ReleaseSubject.OfLocalOffer(new LocalOfferYear(draft.Year)), cancellation))
                .Where(release => release.State is ReleaseState.Drafted or ReleaseState.Checked or ReleaseState.Approved).Reverse(),
        ]
        : [];
}

/// <summary>What an officer can do so that a year is complete.</summary>
[ObjectType<LocalOfferMissing>, Authorize(Permissions.ReadLoops)]
public static partial class LocalOfferMissingNode
{
    /// <summary>Its theme.</summary>
    [BindMember(nameof(LocalOfferMissing.ThemeId)), ID<ThemeCard>]
    public static Guid GetThemeId([Parent] LocalOfferMissing missing) => missing.ThemeId;

    /// <summary>Its loop; null: it has none.</summary>
    [BindMember(nameof(LocalOfferMissing.LoopId)), ID<LoopCard>]
    public static Guid? GetLoopId([Parent] LocalOfferMissing missing) => missing.LoopId;
}

/// <summary>What people said of the Local Offer in a year, what is answered, and what is to be done.</summary>
[ObjectType<LocalOfferReturn>, AllowAnonymous]
public static partial class LocalOfferReturnNode;

/// <summary>A comment that many made, and the answer to it.</summary>
[ObjectType<LocalOfferComment>, AllowAnonymous]
public static partial class LocalOfferCommentNode;

/// <summary>"We will".</summary>
[ObjectType<LocalOfferPromise>, AllowAnonymous]
public static partial class LocalOfferPromiseNode;
