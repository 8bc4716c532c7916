using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.SignIn;
using Engagement.Paper;
using Engagement.Surveys;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Paper;

[QueryType]
public static partial class PaperQueries
{
    /// <summary>The forms on paper that do not count yet, by their numbers: typed in once, or read differently by two people.</summary>
    /// <param name="waveId">The survey.</param>
    [Authorize(Permissions.KeyPaper), UsePaging(DefaultPageSize = 50)]
    public static Task<Connection<PaperFormCard>> GetPaperFormsAsync(
        [ID<WaveSheet>] Guid waveId, PagingArguments paging, PaperReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(paging, form => form.FormNumber, (after, limit) => reads.WaitingAsync(waveId, after, limit, cancellation));

    /// <summary>You as somebody who types in forms: whoever imports a file that you typed names you by this id.</summary>
    [Authorize(Permissions.KeyPaper)]
    public static Typist? GetTypist(ClaimsPrincipal user) => user.ActorId() is { } me ? new Typist(me) : null;
}
