using Engagement.Api.Authorization;
using Engagement.Api.Charter;
using Engagement.Charter;
using Engagement.EvidencePacks;
using GraphQL;

namespace Engagement.Api.EvidencePacks;

/// <summary>All the evidence as it was on record at a moment: for an inspection of the whole partnership, or for the review of one contract.</summary>
[ObjectType<EvidencePack>, Node, Authorize(Permissions.MakeEvidencePacks)]
[GraphQLIgnore(nameof(EvidencePack.CommissioningActivityId))]
public static partial class EvidencePackNode
{
    [NodeResolver, Authorize(Permissions.MakeEvidencePacks)]
    public static Task<EvidencePack?> LoadAsync(Guid id, EvidencePackReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The commissioning activity it is about; null: the whole partnership.</summary>
    public static async Task<CommissioningActivity?> GetCommissioningActivityAsync(
        [Parent] EvidencePack pack, ICommissioningActivityByIdDataLoader activities, CancellationToken cancellation) =>
        pack.CommissioningActivityId is { } id ? await activities.LoadAsync(id, cancellation) : null;

    /// <summary>How far its making is.</summary>
    public static Task<PackProgress?> GetProgressAsync([Parent] EvidencePack pack, IPackProgressByIdDataLoader progress, CancellationToken cancellation) =>
        progress.LoadAsync(pack.Id, cancellation);

    /// <summary>The first pack that was made with the very same bytes; null where this is the first.</summary>
    public static async Task<EvidencePack?> GetSameAsAsync([Parent] EvidencePack pack, IFirstPackByManifestHashDataLoader first, CancellationToken cancellation) =>
        pack.ManifestHash is { } hash && await first.LoadAsync(hash, cancellation) is { } found && found.Id != pack.Id ? found : null;
}

/// <summary>How far the making of a pack is.</summary>
[ObjectType<PackProgress>, GraphQLName("EvidencePackProgress"), Authorize(Permissions.MakeEvidencePacks)]
public static partial class PackProgressNode;

/// <summary>A file of a pack.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes, in Base64.</param>
public sealed record EvidencePackContent(string Name, string MediaType, string Content);

/// <summary>A file of a pack.</summary>
[ObjectType<EvidencePackContent>, Authorize(Permissions.MakeEvidencePacks)]
public static partial class EvidencePackContentNode;
