using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Metrics;
using GraphQL;

namespace Engagement.Api.Metrics;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class DenominatorMutations
{
    /// <summary>Take in how many people there are. Rates and comparisons name the set they rest on, and it is never changed.</summary>
    [Authorize(Permissions.LoadDenominators)]
    public static async Task<DenominatorSheet?> LoadDenominatorSetAsync(
        [Spread] LoadDenominatorSet command,
        [Spread] Repeatable repeatable,
        DenominatorSets sets,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await sets.LoadAsync(command, user.Context(Permissions.LoadDenominators, repeatable), cancellation);
        return await sets.FindAsync(id, cancellation);
    }
}
