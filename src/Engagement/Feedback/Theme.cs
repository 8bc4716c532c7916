using EventStore;

namespace Engagement.Feedback;

/// <summary>Views that make the same point.</summary>
public sealed record Theme : IEvolve<Theme>
{
    public required Guid Id { get; init; }

    public Guid? ConsultationId { get; init; }

    public required string Title { get; init; }

    /// <summary>The theme this one was merged into, which may have gone further since. Nothing happens to a merged theme.</summary>
    public Guid? MergedInto { get; init; }

    public IReadOnlyList<Guid> Absorbed { get; init; } = [];

    public IReadOnlyList<Guid> LinkedTo { get; init; } = [];

    public IReadOnlyList<Guid> Parts { get; init; } = [];

    public Guid? SplitFrom { get; init; }

    public ThemeDescribed? Description { get; init; }

    public ThemeDisposed? Disposition { get; init; }

    public LocalOfferMatter? LocalOffer { get; init; }

    public int TimesSharedBack { get; init; }

    public static Theme? Evolve(Theme? state, IEvent e) => (state, e.Data) switch
    {
        (null, ThemeOpened opened) => new Theme { Id = e.StreamId, ConsultationId = opened.ConsultationId, Title = opened.Title },
        ({ } theme, ThemeDescribed described) => theme with { Description = described },
        ({ } theme, ThemesMerged merged) => merged.From.Contains(e.StreamId)
            ? theme with { MergedInto = merged.Into }
            : theme with { Absorbed = [.. theme.Absorbed, .. merged.From] },
        ({ } theme, ThemeUnmerged unmerged) => unmerged.From == e.StreamId
            ? theme with { MergedInto = null }
            : theme with { Absorbed = [.. theme.Absorbed.Where(id => id != unmerged.From)] },
        ({ } theme, ThemeSplit split) => split.Into == e.StreamId
            ? theme with { SplitFrom = split.From }
            : theme with { Parts = [.. theme.Parts, split.Into] },
        ({ } theme, ThemesLinked linked) => theme with
        {
            LinkedTo = [.. theme.LinkedTo, linked.ThemeId == e.StreamId ? linked.OtherThemeId : linked.ThemeId],
        },
        ({ } theme, ThemeSharedBack) => theme with { TimesSharedBack = theme.TimesSharedBack + 1 },
        ({ } theme, ThemeMarkedForLocalOffer marked) => theme with { LocalOffer = marked.Matter },
        ({ } theme, ThemeDisposed disposed) => theme with { Disposition = disposed },
        _ => state,
    };
}
