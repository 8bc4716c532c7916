using Engagement.Paper;
using GraphQL;

namespace Engagement.Api.Paper;

internal static partial class PaperLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, PaperFormCard>> GetPaperFormByIdAsync(
        IReadOnlyList<Guid> ids, PaperReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(form => form.Id);
}
