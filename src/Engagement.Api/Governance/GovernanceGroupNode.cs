using Engagement.Api.Authorization;
using Engagement.Common;
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

    /// <summary>Whether parents and carers have their part in it: whether it has identified their representatives, invites them to every meeting, and they come.</summary>
    [Authorize(Permissions.ReadMeetings)]
    public static async Task<ParentsPart> GetParentsPartAsync(
        [Parent] GovernanceGroupPage group, IMeetingsByGroupDataLoader meetings, TimeProvider clock, CancellationToken cancellation) =>
        ParentsPart.Of(group.Seats, await meetings.LoadAsync(group.Id, cancellation) ?? [], clock.LondonToday());
}
