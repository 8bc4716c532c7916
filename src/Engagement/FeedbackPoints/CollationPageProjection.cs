using Engagement.Common;
using EventStore;

namespace Engagement.FeedbackPoints;

public sealed class CollationPageProjection : SingleStreamProjection<CollationPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(MonthCollated), typeof(CollationCorrected)];

    public override CollationPage? Evolve(CollationPage? snapshot, Guid id, IEvent e)
    {
        var page = Show(snapshot, id, e);
        return page is null ? null : page with { Version = (int)e.Version };
    }

    private static CollationPage? Show(CollationPage? page, Guid id, IEvent e) => (page, e.Data) switch
    {
        (null, MonthCollated collated) => new CollationPage
        {
            Id = id,
            Month = collated.Month,
            Points = collated.Points,
            CollatedAt = e.OccurredAt(),
        },
        ({ }, CollationCorrected corrected) => page with
        {
            Points = corrected.Points,
            Corrections = [.. page.Corrections, new Correction(corrected.Reason, e.OccurredAt())],
        },
        _ => page,
    };
}
