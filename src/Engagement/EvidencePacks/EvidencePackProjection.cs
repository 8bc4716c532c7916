using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>The list of packs.</summary>
public sealed class EvidencePackProjection : SingleStreamProjection<EvidencePack>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = EvidencePacksModule.Types;

    public override EvidencePack? Evolve(EvidencePack? snapshot, Guid id, IEvent e) => EvidencePack.Evolve(snapshot, e);
}
