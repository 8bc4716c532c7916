using Engagement.Governance;
using GraphQL;

namespace Engagement.Api.Governance;

internal static partial class GovernanceLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, GovernanceGroupPage>> GetGovernanceGroupByIdAsync(
        IReadOnlyList<Guid> ids, GovernanceReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(group => group.Id);

    [DataLoader]
    public static Task<ILookup<Guid, MeetingPage>> GetMeetingsByGroupAsync(IReadOnlyList<Guid> groups, MeetingReads reads, CancellationToken cancellation) =>
        reads.OfGroupsAsync(groups, cancellation);
}
