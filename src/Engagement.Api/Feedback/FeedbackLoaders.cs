using Engagement.Feedback;
using Engagement.Journeys;
using GraphQL;

namespace Engagement.Api.Feedback;

internal static partial class FeedbackLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, ThemeCard>> GetThemeByIdAsync(
        IReadOnlyList<Guid> ids, FeedbackReads reads, CancellationToken cancellation) =>
        (await reads.ThemesByIdsAsync(ids, cancellation)).ToDictionary(theme => theme.Id);

    [DataLoader]
    public static async Task<Dictionary<Guid, Guid?>> GetTodaysThemeAsync(IReadOnlyList<Guid> ids, FeedbackReads reads, CancellationToken cancellation) =>
        (await reads.TodaysThemesAsync(ids, cancellation)).ToDictionary(theme => theme.Key, theme => (Guid?)theme.Value);

    [DataLoader]
    public static Task<Dictionary<Guid, LoopCard>> GetLoopByThemeAsync(
        IReadOnlyList<Guid> themeIds, FeedbackReads reads, CancellationToken cancellation) =>
        reads.LoopsByThemeAsync(themeIds, cancellation);

    [DataLoader]
    public static async Task<Dictionary<Guid, LoopCard>> GetLoopByIdAsync(
        IReadOnlyList<Guid> ids, FeedbackReads reads, CancellationToken cancellation) =>
        (await reads.LoopsByIdsAsync(ids, cancellation)).ToDictionary(loop => loop.Id);

    [DataLoader]
    public static async Task<Dictionary<Guid, int?>> GetViewCountByThemeAsync(
        IReadOnlyList<Guid> themeIds, FeedbackReads reads, CancellationToken cancellation) =>
        (await reads.ViewCountsByThemeAsync(themeIds, cancellation)).ToDictionary(count => count.Key, count => (int?)count.Value);

    [DataLoader]
    public static async Task<Dictionary<Guid, int?>> GetViewsBroughtByThemeAsync(
        IReadOnlyList<Guid> themeIds, FeedbackReads reads, CancellationToken cancellation) =>
        (await reads.ViewsBroughtByThemeAsync(themeIds, cancellation)).ToDictionary(count => count.Key, count => (int?)count.Value);

    [DataLoader]
    public static async Task<Dictionary<Guid, DateTimeOffset?>> GetFirstSaidByThemeAsync(
        IReadOnlyList<Guid> themeIds, ThemeListReads reads, CancellationToken cancellation) =>
        (await reads.FirstSaidAsync(themeIds, cancellation)).ToDictionary(theme => theme.Key, theme => (DateTimeOffset?)theme.Value);

    [DataLoader]
    public static async Task<Dictionary<Guid, IReadOnlyList<ThemeVoices>>> GetVoicesByThemeAsync(
        IReadOnlyList<Guid> themeIds, ThemeExplorerReads reads, TimeProvider clock, CancellationToken cancellation) =>
        new(await reads.VoicesAsync(themeIds, clock.GetUtcNow(), cancellation));

    // A statement for each dimension that is asked for, of which there are three.
    [DataLoader]
    public static async Task<ILookup<ThemeCut, ThemeBreakdown>> GetBreakdownByThemeAsync(
        IReadOnlyList<ThemeCut> cuts, ThemeExplorerReads reads, CancellationToken cancellation)
    {
        var breakdowns = new List<(ThemeCut Cut, ThemeBreakdown Breakdown)>();
        foreach (var cut in cuts.GroupBy(cut => cut.By))
        {
            foreach (var breakdown in await reads.BreakdownAsync([.. cut.Select(one => one.ThemeId)], cut.Key, cancellation))
                breakdowns.Add((new ThemeCut(breakdown.ThemeId, cut.Key), breakdown));
        }

        return breakdowns.ToLookup(one => one.Cut, one => one.Breakdown);
    }

    [DataLoader]
    public static Task<Dictionary<Guid, ThemeHistory>> GetHistoryByThemeAsync(
        IReadOnlyList<Guid> themeIds, ThemeExplorerReads reads, CancellationToken cancellation) =>
        reads.HistoriesAsync(themeIds, cancellation);

    [DataLoader]
    public static async Task<Dictionary<Guid, IReadOnlyList<ThemeSuggestion>>> GetSuggestionsByViewAsync(
        IReadOnlyList<Guid> viewIds, ThemeSuggestionReads reads, CancellationToken cancellation) =>
        new(await reads.ForViewsAsync(viewIds, cancellation));

    [DataLoader]
    public static async Task<Dictionary<Guid, EntryPage>> GetEntryByIdAsync(
        IReadOnlyList<Guid> ids, EntryReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(entry => entry.Id);

    [DataLoader]
    public static Task<ILookup<Guid, string>> GetQuotesByEntryAsync(IReadOnlyList<Guid> ids, EntryReads reads, CancellationToken cancellation) =>
        reads.QuotesAsync(ids, cancellation);

    [DataLoader]
    public static Task<Dictionary<Guid, EntryOrigin>> GetOriginByEntryAsync(IReadOnlyList<Guid> ids, JourneyReads reads, CancellationToken cancellation) =>
        reads.OfEntriesAsync(ids, cancellation);
}

/// <summary>A theme, and what its views are broken down by.</summary>
public readonly record struct ThemeCut(Guid ThemeId, ThemeDimension By);
