namespace Engagement.EvidencePacks;

/// <summary>The message by which a pack is made, in the background.</summary>
public sealed record MakeEvidencePack(Guid PackId)
{
    /// <summary>Packs are made one at a time on each node, and delay nothing else.</summary>
    public const string Queue = "evidence-packs";
}
