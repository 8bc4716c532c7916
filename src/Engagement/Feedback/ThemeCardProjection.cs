using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

public sealed class ThemeCardProjection : SingleStreamProjection<ThemeCard>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ThemeOpened)];

    public override ThemeCard? Evolve(ThemeCard? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (null, ThemeOpened opened) => new ThemeCard
        {
            Id = id,
            ConsultationId = opened.ConsultationId,
            Title = opened.Title,
            Summary = opened.Summary,
            OpenedAt = e.OccurredAt(),
            Version = (int)e.Version,
        },
        _ => snapshot,
    };
}
