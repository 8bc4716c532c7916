using System.Security.Claims;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Forums;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Forums;

[QueryType]
public static partial class AuthorQueries
{
    /// <summary>
    /// What you wrote in forums and how it stands, newest first: all of it, whether you signed in or show a receipt. Empty for somebody who has written nothing,
    /// and null for nobody in particular.
    /// </summary>
    /// <param name="receipt">The receipt of something you wrote, when you have no account.</param>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20)]
    public static async Task<Connection<OwnContribution>?> GetOwnContributionsAsync(
        HeldReceipt? receipt, PagingArguments paging, Authors authors, AuthorReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (await Reading.OfAsync(() => authors.FindAsync(receipt, user, cancellation)) is not { } author)
            return null;
        return await Keyset.PageByAsync<OwnContribution, TimePosition>(
            paging, TimePosition.TryParse, AuthorReads.PositionOf, (after, limit) => reads.ListAsync(author, after, limit, cancellation));
    }
}
