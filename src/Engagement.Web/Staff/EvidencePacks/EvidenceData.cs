namespace Engagement.Web.Staff.EvidencePacks;

/// <summary>All the evidence as it was on record at a moment.</summary>
public sealed record EvidencePack(
    string Id,
    DateTimeOffset AsAt,
    DateTimeOffset AskedAt,
    string? AskedByRole,
    EvidencePackState State,
    DateTimeOffset? MadeAt,
    string? ManifestHash,
    bool HasPdf,
    string? FailedBecause,
    PackAbout? CommissioningActivity,
    PackProgress? Progress,
    int Taken = 0,
    SamePack? SameAs = null)
{
    // Long after the work is taken up again by itself, should a process have died with it.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    public string About => CommissioningActivity?.Title ?? "The whole partnership";

    public bool IsQuietAt(DateTimeOffset now) => State is EvidencePackState.Asked && Progress is { } progress && now - progress.SeenAt > Quiet;
}

public sealed record PackAbout(string Id, string Title);

public sealed record PackProgress(int Percent, string Stage, DateTimeOffset SeenAt);

/// <summary>An earlier pack with the very same bytes.</summary>
public sealed record SamePack(string Id, DateTimeOffset MadeAt);

public sealed record PackContent(string Name, string MediaType, string Content);

public enum EvidencePackState
{
    Asked,
    Made,
    Failed,
}
