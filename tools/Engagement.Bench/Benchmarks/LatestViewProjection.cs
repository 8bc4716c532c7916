using EventStore;

namespace Engagement.Bench.Benchmarks;

internal sealed class LatestViewProjection : SingleStreamProjection<LatestView>
{
    public override IReadOnlyCollection<Type>? EventTypes => [typeof(ViewShared)];

    public override LatestView? Evolve(LatestView? snapshot, Guid id, IEvent e) => Of(snapshot, (ViewShared)e.Data);

    public static LatestView Of(LatestView? snapshot, ViewShared view) =>
        new(view.Consultation, view.Audience, Math.Max(snapshot?.Agreement ?? 0, view.Agreement), view.Choices, view.Words, view.At);
}
