using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Errors;
using Engagement.Api.SignIn;
using Engagement.Privacy;
using GraphQL;

namespace Engagement.Api.Privacy;

[MutationType]
[Error<RuleRefused>, Error<NotFound>]
public static partial class SubjectExportMutations
{
    /// <summary>Have put together what we hold of you. It is sealed with your own key, and deleted after 14 days.</summary>
    [Authorize(Permissions.ChangeOwnRecord)]
    public static async Task<SubjectExport?> MakeSubjectExportAsync(SubjectExports exports, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var me = user.ActorId()!.Value;
        return await exports.FindAsync(await exports.MakeAsync(me, cancellation), me, cancellation);
    }
}
