using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>One document a stream. It is as large after a hundred events as after one, so that a longer run measures the same.</summary>
internal sealed record LatestView(Guid Consultation, string Audience, int Agreement, string[] Choices, string Words, DateTimeOffset At);

internal sealed class LatestViewProjection : SingleStreamProjection<LatestView>
{
    public override IReadOnlyCollection<Type>? EventTypes => [typeof(ViewShared)];

    public override LatestView? Evolve(LatestView? snapshot, Guid id, IEvent e) => Of(snapshot, (ViewShared)e.Data);

    public static LatestView Of(LatestView? snapshot, ViewShared view) =>
        new(view.Consultation, view.Audience, Math.Max(snapshot?.Agreement ?? 0, view.Agreement), view.Choices, view.Words, view.At);
}
