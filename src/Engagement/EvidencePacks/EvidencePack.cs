using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>All the evidence as it was on record at a moment, as its rules see it and as it is listed. Right at once.</summary>
public sealed record EvidencePack : IEvolve<EvidencePack>
{
    /// <summary>The pack.</summary>
    public required Guid Id { get; init; }

    /// <summary>The commissioning activity it is about; null: the whole partnership.</summary>
    public Guid? CommissioningActivityId { get; init; }

    /// <summary>It holds what had been recorded by this moment.</summary>
    public required DateTimeOffset AsAt { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The role that asked for it.</summary>
    public string? AskedByRole { get; init; }

    /// <summary>Where it stands.</summary>
    public EvidencePackState State { get; init; }

    /// <summary>When it was made; null before.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>SHA-256 of its manifest, in hexadecimal; null before. Packs with the same are the same, byte for byte.</summary>
    public string? ManifestHash { get; init; }

    /// <summary>Whether it was printed as PDF too.</summary>
    public bool HasPdf { get; init; }

    /// <summary>Why it could not be made.</summary>
    public string? FailedBecause { get; init; }

    /// <summary>How often it was taken.</summary>
    public int Taken { get; init; }

    public static EvidencePack? Evolve(EvidencePack? state, IEvent e) => (state, e.Data) switch
    {
        (null, EvidencePackAsked asked) => new EvidencePack
        {
            Id = e.StreamId,
            CommissioningActivityId = asked.CommissioningActivityId,
            AsAt = asked.AsAt,
            AskedAt = e.Timestamp,
            AskedByRole = e.UserName,
        },
        ({ } pack, EvidencePackMade made) => pack with { State = EvidencePackState.Made, MadeAt = e.Timestamp, ManifestHash = made.ManifestHash, HasPdf = made.HasPdf },
        ({ } pack, EvidencePackFailed failed) => pack with { State = EvidencePackState.Failed, FailedBecause = failed.Because },
        ({ } pack, EvidencePackTaken) => pack with { Taken = pack.Taken + 1 },
        _ => state,
    };
}
