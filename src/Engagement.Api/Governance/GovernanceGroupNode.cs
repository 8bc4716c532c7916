using Engagement.Governance;
using GraphQL;

namespace Engagement.Api.Governance;

/// <summary>A group that decides or advises, with the seats that parents and carers have in it.</summary>
[ObjectType<GovernanceGroupPage>, GraphQLName("GovernanceGroup"), GraphQLIgnore(nameof(GovernanceGroupPage.ParentGroupId)), Node, AllowAnonymous]
public static partial class GovernanceGroupNode
{
    [NodeResolver]
    public static Task<GovernanceGroupPage?> LoadAsync(Guid id, GovernanceReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The group above it; null at the top of the chain.</summary>
    public static async Task<GovernanceGroupPage?> GetParentAsync(
        [Parent] GovernanceGroupPage group, IGovernanceGroupByIdDataLoader groups, CancellationToken cancellation) =>
        group.ParentGroupId is { } id ? await groups.LoadAsync(id, cancellation) : null;
}
