using Engagement.Activities;
using Engagement.Feedback;
using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>An event behind a claim: where it is in the log, and nothing of what it says.</summary>
/// <param name="Reference">What the pack calls it: E1 and so on, in the order of the log.</param>
/// <param name="Event">The event.</param>
/// <param name="Digest">SHA-256 of it as it is stored.</param>
/// <param name="Proof">That it is under a seal; null where none had been made over it by the pack's moment.</param>
internal sealed record PackEvent(string Reference, IEvent Event, string Digest, InclusionProof? Proof)
{
    /// <summary>Its place in its stream. Not told of a loop: between two of its events there is one for each person who confirmed it, so they could be counted.</summary>
    public long? Version => Event.Data is EntryPublished or LoopClosed or GroupConfirmationGiven ? null : Event.Version;
}

/// <summary>The events behind the claims of a pack.</summary>
internal sealed class PackEvents
{
    private readonly PackLinks _links;
    private readonly Dictionary<long, PackEvent> _bySequence;

    private PackEvents(PackLinks links, IReadOnlyList<PackEvent> all, Seal? latest)
    {
        (_links, All, Latest) = (links, all, latest);
        _bySequence = all.ToDictionary(one => one.Event.Sequence);
    }

    /// <summary>In the order of the log.</summary>
    public IReadOnlyList<PackEvent> All { get; }

    /// <summary>The newest seal that had been made by the pack's moment: it stands for all that was sealed by then.</summary>
    public Seal? Latest { get; }

    public static PackEvents Of(PackLinks links, IReadOnlyDictionary<long, string> digests, IReadOnlyList<InclusionProof> proofs, Seal? latest)
    {
        var proved = proofs.ToDictionary(proof => proof.Sequence);
        return new PackEvents(
            links, [.. links.Events.Select((e, i) => new PackEvent($"E{i + 1}", e, digests[e.Sequence], proved.GetValueOrDefault(e.Sequence)))], latest);
    }

    /// <summary>The references of a claim's events.</summary>
    public string ReferencesOf(Guid claim) => References(_links.OfClaims[claim]);

    public string ReferencesOf(Guid activity, string principle, CycleStage stage) => References(_links.OfCells[(activity, principle, stage)]);

    private string References(IEnumerable<IEvent> events) => string.Join(' ', events.Select(e => e.Sequence).Distinct().Order().Select(sequence => _bySequence[sequence].Reference));
}
