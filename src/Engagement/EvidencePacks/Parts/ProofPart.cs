namespace Engagement.EvidencePacks.Parts;

/// <summary>What proves the rest: the events behind the claims with their hashes, and the seal that stands for the log.</summary>
internal static class ProofPart
{
    public static PackSection Of(PackFacts known, PackEvents events) => new(
        "proofs",
        "Annex: events, seals and hashes",
        [
            "For whoever checks this pack, and not needed to read it. Each claim names the events behind it by E1, E2 and so on.",
            events.Latest is { } seal ? $"The newest seal of that time is number {seal.Number}, and its hash {seal.Hash}." : "No seal had been made by that time.",
        ],
        [Events(events), Hashes(known)]);

    private static PackTable Events(PackEvents events) => new(
        "events",
        "The events behind the claims",
        [
            new("reference", "Event"), new("type", "What"), new("eventId"), new("streamId"), new("version", "Version"), new("position", "Position in the log"), new("recordedAt", "Recorded"),
            new("sha256", "SHA-256 of the event as it is stored"), new("seal", "Seal"), new("sealHash"),
        ],
        [
            .. events.All.Select(one => (IReadOnlyList<object?>)
            [
                one.Reference, one.Event.EventTypeName, one.Event.Id, one.Event.StreamId, one.Version, one.Event.Sequence, one.Event.Timestamp, one.Digest, one.Proof?.Seal.Number, one.Proof?.Seal.Hash,
            ]),
        ])
    {
        Note = "What an event says is not here. An event without a seal was recorded after the last seal of that time. The version of what happened to an answer is left out: it would count those who confirmed it.",
        Empty = "No claim, no events.",
    };

    private static PackTable Hashes(PackFacts known) => new(
        "release-hashes",
        "The hashes of the releases",
        [new("release", "Release"), new("sha256", "SHA-256 of its figures")],
        [.. ParticipationPart.Standing(known).Select(release => (IReadOnlyList<object?>)[release.Title, release.Hash])])
    {
        From = "releases",
        Empty = "No release, no hash.",
    };
}
