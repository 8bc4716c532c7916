using Engagement.Releases;

namespace Engagement.Tests.Releases;

/// <summary>A release on its way, for specs.</summary>
internal static class ReleaseStory
{
    public static readonly Guid Drafter = Guid.Parse("d0000000-0000-4000-8000-000000000001");
    public static readonly Guid Colleague = Guid.Parse("d0000000-0000-4000-8000-000000000002");
    public static readonly Guid Earlier = Guid.Parse("d0000000-0000-4000-8000-000000000003");
    public static readonly DateTimeOffset Now = new(2024, 12, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly LogMoment Moment = new(Now.AddHours(-1), 1_205);
    public static readonly ReleaseSubject Subject = ReleaseSubject.OfWave(Guid.Parse("d0000000-0000-4000-8000-000000000004"));

    public static FrozenFigures Figures { get; } = Of(12, 3, 25, 0);

    public static ReleaseDrafted Drafted { get; } = new("What parents said", Subject, Moment.At, Moment.Position, 1, null, null, Drafter);

    public static DisclosureCheckPassed Passed { get; } = new("Public", 1, Figures.Hash);

    public static FrozenFigures Of(params int[] counts) => FrozenFigures.Of(
        Subject, Moment.At, [CountTable.Line("P1", "own voice", "P1", [.. counts.Select((_, i) => $"{i}")], counts)], DisclosurePolicy.PublicV1);
}
