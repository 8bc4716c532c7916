using Engagement.Charter;
using GraphQL;

namespace Engagement.Api.Charter;

internal static partial class CharterLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, CharterEdition>> GetCharterEditionByIdAsync(
        IReadOnlyList<Guid> ids, CharterReads reads, CancellationToken cancellation) =>
        (await reads.EditionsByIdsAsync(ids, cancellation)).ToDictionary(edition => edition.Id);

    [DataLoader]
    public static async Task<Dictionary<Guid, CommissioningActivity>> GetCommissioningActivityByIdAsync(
        IReadOnlyList<Guid> ids, CharterReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(activity => activity.Id);
}
