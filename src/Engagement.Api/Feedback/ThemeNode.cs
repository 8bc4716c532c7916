using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>Views that make the same point.</summary>
[ObjectType<ThemeCard>, GraphQLName("Theme"), GraphQLIgnore(nameof(ThemeCard.ConsultationId))]
[Node, Authorize(Permissions.ReadLoops)]
public static partial class ThemeNode
{
    [NodeResolver, Authorize(Permissions.ReadLoops)]
    public static Task<ThemeCard?> LoadAsync(Guid id, FeedbackReads reads, CancellationToken cancellation) => reads.FindThemeAsync(id, cancellation);

    /// <summary>The consultation it is of; null for a standing theme, which takes views from anywhere.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] ThemeCard theme, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        theme.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>How many views it has. Exact, so for staff only.</summary>
    public static async Task<int> GetViewCountAsync(
        [Parent] ThemeCard theme, IViewCountByThemeDataLoader counts, CancellationToken cancellation) =>
        await counts.LoadAsync(theme.Id, cancellation) ?? 0;

    /// <summary>When the first of its views was said; null while it has none.</summary>
    public static Task<DateTimeOffset?> GetFirstSaidAtAsync(
        [Parent] ThemeCard theme, IFirstSaidByThemeDataLoader firsts, CancellationToken cancellation) =>
        firsts.LoadAsync(theme.Id, cancellation);

    /// <summary>
    /// Since when it has been without a published answer: since it was opened or, where a decision is looked at again, since then. Null where its answer
    /// stands, and for a theme that was merged into another.
    /// </summary>
    public static async Task<DateTimeOffset?> GetWaitingSinceAsync(
        [Parent] ThemeCard theme, ILoopByThemeDataLoader loops, CancellationToken cancellation)
    {
        if (theme.MergedInto is not null)
            return null;
        var loop = await loops.LoadAsync(theme.Id, cancellation);
        return loop?.PublishedAs is not null ? null : loop?.Reopened is [.., var last] ? last.ReopenedAt : theme.OpenedAt;
    }

    /// <summary>How many views it has, each audience apart. Exact, so for staff only.</summary>
    public static async Task<IReadOnlyList<ThemeVoices>> GetVoicesAsync(
        [Parent] ThemeCard theme, IVoicesByThemeDataLoader voices, CancellationToken cancellation) =>
        await voices.LoadAsync(theme.Id, cancellation) ?? [];

    /// <summary>Its views in parts, each audience apart. What could tell who said it is not shown.</summary>
    /// <param name="by">What they are broken down by.</param>
    public static async Task<IReadOnlyList<ThemeBreakdown>> GetBreakdownAsync(
        [Parent] ThemeCard theme, ThemeDimension by, IBreakdownByThemeDataLoader breakdowns, CancellationToken cancellation) =>
        await breakdowns.LoadAsync(new ThemeCut(theme.Id, by), cancellation);

    /// <summary>What is being done about it, once that has begun.</summary>
    public static Task<LoopCard?> GetLoopAsync([Parent] ThemeCard theme, ILoopByThemeDataLoader loops, CancellationToken cancellation) =>
        loops.LoadAsync(theme.Id, cancellation);

    /// <summary>The theme it was merged into; that one may have been merged since.</summary>
    [BindMember(nameof(ThemeCard.MergedInto))]
    public static async Task<ThemeCard?> GetMergedIntoAsync([Parent] ThemeCard theme, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        theme.MergedInto is { } id ? await themes.LoadAsync(id, cancellation) : null;

    /// <summary>How many views it brought along into the theme it was merged into, which go back with it when it is taken out; null where it was not merged.</summary>
    public static async Task<int?> GetViewsBroughtAlongAsync(
        [Parent] ThemeCard theme, IViewsBroughtByThemeDataLoader views, CancellationToken cancellation) =>
        theme.MergedInto is null ? null : await views.LoadAsync(theme.Id, cancellation) ?? 0;

    /// <summary>The theme it was a part of.</summary>
    [BindMember(nameof(ThemeCard.SplitFrom))]
    public static async Task<ThemeCard?> GetSplitFromAsync([Parent] ThemeCard theme, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        theme.SplitFrom is { } id ? await themes.LoadAsync(id, cancellation) : null;

    /// <summary>Themes that belong together with it and stay apart, in the order they were linked.</summary>
    [BindMember(nameof(ThemeCard.LinkedTo))]
    public static async Task<IReadOnlyList<ThemeCard>> GetLinkedToAsync(
        [Parent] ThemeCard theme, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        [.. (await themes.LoadAsync(theme.LinkedTo, cancellation)).OfType<ThemeCard>()];

    /// <summary>Where its meaning is found now, and how it came to be what it is.</summary>
    public static async Task<ThemeHistory> GetHistoryAsync(
        [Parent] ThemeCard theme, IHistoryByThemeDataLoader histories, CancellationToken cancellation) =>
        (await histories.LoadAsync(theme.Id, cancellation))!;
}

/// <summary>A theme's entry in the codebook.</summary>
[ObjectType<ThemeDescribed>, GraphQLName("ThemeDescription")]
public static partial class ThemeDescriptionNode;

/// <summary>What becomes of a theme.</summary>
[ObjectType<ThemeDisposed>, GraphQLName("ThemeDisposition")]
public static partial class ThemeDispositionNode;

[ObjectType<ThemeBreakdown>, GraphQLIgnore(nameof(ThemeBreakdown.ThemeId)), Authorize(Permissions.ReadLoops)]
public static partial class ThemeBreakdownNode;

[ObjectType<ThemeHistory>, GraphQLIgnore(nameof(ThemeHistory.ThemeIds)), Authorize(Permissions.ReadLoops)]
public static partial class ThemeHistoryNode
{
    /// <summary>What it is today first, then the parts that were split off and what has become of them.</summary>
    [BindMember(nameof(ThemeHistory.TodaysThemeIds)), GraphQLName("todaysThemes")]
    public static async Task<IReadOnlyList<ThemeCard>> GetTodaysThemesAsync(
        [Parent] ThemeHistory history, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        [.. (await themes.LoadAsync(history.TodaysThemeIds, cancellation)).OfType<ThemeCard>()];
}

[ObjectType<ThemeChange>, Authorize(Permissions.ReadLoops)]
public static partial class ThemeChangeNode
{
    /// <summary>The theme it happened to.</summary>
    [BindMember(nameof(ThemeChange.From))]
    public static Task<ThemeCard?> GetFromAsync([Parent] ThemeChange change, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        themes.LoadAsync(change.From, cancellation);

    /// <summary>The theme that it went into, that was split off or that it was linked to.</summary>
    [BindMember(nameof(ThemeChange.Into))]
    public static Task<ThemeCard?> GetIntoAsync([Parent] ThemeChange change, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        themes.LoadAsync(change.Into, cancellation);
}
