using Engagement.Governance;
using GraphQL;

namespace Engagement.Api.Governance;

internal static partial class GovernanceLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, GovernanceGroupPage>> GetGovernanceGroupByIdAsync(
        IReadOnlyList<Guid> ids, GovernanceReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(group => group.Id);
}
