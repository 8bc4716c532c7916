using Engagement.EvidencePacks;
using GraphQL;

namespace Engagement.Api.EvidencePacks;

internal static partial class EvidencePackLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, PackProgress>> GetPackProgressByIdAsync(
        IReadOnlyList<Guid> ids, EvidencePackReads reads, CancellationToken cancellation) =>
        new(await reads.ProgressAsync(ids, cancellation));

    [DataLoader]
    public static async Task<Dictionary<string, EvidencePack>> GetFirstPackByManifestHashAsync(
        IReadOnlyList<string> hashes, EvidencePackReads reads, CancellationToken cancellation) =>
        (await reads.FirstByManifestHashesAsync(hashes, cancellation)).ToDictionary(pack => pack.ManifestHash!);
}
