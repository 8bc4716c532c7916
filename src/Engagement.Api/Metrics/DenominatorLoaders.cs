using Engagement.Metrics;
using GraphQL;

namespace Engagement.Api.Metrics;

internal static partial class DenominatorLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, DenominatorSheet>> GetDenominatorSetByIdAsync(
        IReadOnlyList<Guid> ids, DenominatorSets sets, CancellationToken cancellation) =>
        (await sets.ByIdsAsync(ids, cancellation)).ToDictionary(sheet => sheet.Id);
}
