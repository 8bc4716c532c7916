using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

public sealed class ThemeCardProjection : SingleStreamProjection<ThemeCard>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ThemeOpened),
        typeof(ThemeDescribed),
        typeof(ThemesMerged),
        typeof(ThemeUnmerged),
        typeof(ThemeSplit),
        typeof(ThemesLinked),
        typeof(ThemeSharedBack),
        typeof(ThemeDisposed),
        typeof(ThemeMarkedForLocalOffer),
    ];

    public override ThemeCard? Evolve(ThemeCard? snapshot, Guid id, IEvent e)
    {
        var card = Show(snapshot, id, e);
        return card is null ? null : card with { Version = (int)e.Version };
    }

    private static ThemeCard? Show(ThemeCard? card, Guid id, IEvent e) => (card, e.Data) switch
    {
        (null, ThemeOpened opened) => new ThemeCard
        {
            Id = id,
            ConsultationId = opened.ConsultationId,
            Title = opened.Title,
            Summary = opened.Summary,
            OpenedAt = e.OccurredAt(),
        },
        ({ }, ThemeDescribed described) => card with { Description = described },
        ({ }, ThemesMerged merged) when merged.From.Contains(id) => card with { MergedInto = merged.Into },
        ({ }, ThemeUnmerged unmerged) when unmerged.From == id => card with { MergedInto = null },
        ({ }, ThemeSplit split) when split.Into == id => card with { SplitFrom = split.From },
        ({ }, ThemesLinked linked) => card with { LinkedTo = [.. card.LinkedTo, linked.ThemeId == id ? linked.OtherThemeId : linked.ThemeId] },
        ({ }, ThemeSharedBack) => card with { SharedBackAt = e.OccurredAt() },
        ({ }, ThemeMarkedForLocalOffer marked) => card with { LocalOffer = marked.Matter },
        ({ }, ThemeDisposed disposed) => card with { Disposition = disposed, DisposedAt = e.OccurredAt() },
        _ => card,
    };
}
