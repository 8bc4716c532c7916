using Engagement.Feedback;

namespace Engagement.Metrics;

/// <summary>A row of <c>engagement.view_facts</c>. Where <see cref="Captured"/> is null, its counts go on from those of the version before the page.</summary>
internal sealed record ViewVersion(Guid ViewId, int Version, DateTime RecordedAt)
{
    public DateTime EndedAt { get; init; } = Facts.StillSo;

    public ViewCaptured? Captured { get; init; }

    public int MoreCodes { get; init; }

    public bool? NotCodable { get; init; }

    public bool Withdrawn { get; init; }
}

/// <summary>From when to when a view carried a theme.</summary>
internal sealed record ViewCoding(Guid ViewId, Guid ThemeId, int Version, DateTime RecordedAt)
{
    public DateTime EndedAt { get; init; } = Facts.StillSo;
}
