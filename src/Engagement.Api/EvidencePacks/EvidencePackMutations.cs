using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Charter;
using Engagement.EvidencePacks;
using GraphQL;

namespace Engagement.Api.EvidencePacks;

[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class EvidencePackMutations
{
    /// <summary>Have all the evidence put together as it was on record at a moment. It is made in the background: ask for the pack to see how far it is.</summary>
    [Authorize(Permissions.MakeEvidencePacks)]
    public static async Task<EvidencePack?> AskForEvidencePackAsync(
        [Spread, ID<CommissioningActivity>(nameof(AskForEvidencePack.CommissioningActivityId))] AskForEvidencePack command,
        [Spread] Repeatable repeatable,
        EvidencePackCommands commands,
        EvidencePackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.AskAsync(command, user.Context(Permissions.MakeEvidencePacks, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }
}
