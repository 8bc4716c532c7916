using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.SignIn;
using Engagement.Privacy;
using GraphQL;

namespace Engagement.Api.Privacy;

[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class SubjectExportMutations
{
    /// <summary>
    /// Have put together what we hold of you. It is sealed with your own key, and deleted after 14 days. A repeat with the same key gives the same export, and
    /// none when that has been deleted.
    /// </summary>
    [Authorize(Permissions.ChangeOwnRecord)]
    public static async Task<SubjectExport?> MakeSubjectExportAsync(
        [Spread] Repeatable repeatable, SubjectExports exports, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var me = user.ActorId()!.Value;
        var id = await exports.MakeAsync(new MakeSubjectExport(me), user.Context(Permissions.ChangeOwnRecord, repeatable), cancellation);
        return await exports.FindAsync(id, me, cancellation);
    }
}
