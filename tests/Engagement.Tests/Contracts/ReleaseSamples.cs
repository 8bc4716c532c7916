using Engagement.Releases;

namespace Engagement.Tests.Contracts;

internal static class ReleaseSamples
{
    private static readonly Guid Earlier = Guid.Parse("7c4f5d21-10ae-8f41-ad68-3e92631524a1");
    private static readonly Guid Later = Guid.Parse("7c4f5d21-10ae-8f41-ad68-3e92631524a2");
    private const string Hash = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    public static IReadOnlyList<object> All { get; } =
    [
        new ReleaseDrafted(
            "What parents said in autumn 2024",
            new ReleaseSubject(ReleaseKind.WaveResults, EventSamples.WaveId, new DateOnly(2024, 10, 1), [new CrossedQuestion("P1", "District")]),
            EventSamples.SubmittedAt,
            1_205,
            2,
            Earlier,
            "Forms on paper came after the first figures",
            EventSamples.ModeratorId),
        new DisclosureCheckFailed("Public", 1, DisclosureFailure.ShowsDifference),
        new DisclosureCheckPassed("Public", 1, Hash),
        new ReleaseApproved(EventSamples.PersonId),
        new ReleaseDraftReplaced(Later),
        new ReleasePublished("{}", Hash),
        new ReleaseRevised(Later, "Forms on paper came after the first figures"),
    ];
}
