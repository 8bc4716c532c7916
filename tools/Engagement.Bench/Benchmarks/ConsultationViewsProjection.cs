using EventStore;

namespace Engagement.Bench.Benchmarks;

internal sealed class ConsultationViewsProjection : MultiStreamProjection<ConsultationViews>
{
    public ConsultationViewsProjection() => Identity<ViewShared>(e => e.Data.Consultation);

    public override ConsultationViews Evolve(ConsultationViews? snapshot, Guid id, IEvent e) => Of(snapshot, (ViewShared)e.Data);

    public static ConsultationViews Of(ConsultationViews? snapshot, ViewShared view) =>
        new((snapshot?.Views ?? 0) + 1, (snapshot?.Agreement ?? 0) + view.Agreement, view.Words);
}
