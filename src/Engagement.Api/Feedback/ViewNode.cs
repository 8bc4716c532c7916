using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>A unit of what someone said.</summary>
[ObjectType<ViewDetail>, GraphQLName("View"), GraphQLIgnore(nameof(ViewDetail.ConsultationId), nameof(ViewDetail.ThemeIds), nameof(ViewDetail.SourceId))]
[Node, Authorize(Permissions.ReadViews)]
public static partial class ViewNode
{
    [NodeResolver, Authorize(Permissions.ReadViews)]
    public static Task<ViewDetail?> LoadAsync(Guid id, FeedbackReads reads, CancellationToken cancellation) => reads.FindViewAsync(id, cancellation);

    /// <summary>The consultation in which it was said; null outside any.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] ViewDetail view, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        view.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>The themes it is coded to.</summary>
    public static async Task<IReadOnlyList<ThemeCard>> GetThemesAsync(
        [Parent] ViewDetail view, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        [.. (await themes.LoadAsync(view.ThemeIds, cancellation)).OfType<ThemeCard>()];

    /// <summary>Themes that may fit it, the best first: worked out from how others were coded. They decide nothing.</summary>
    [Authorize(Permissions.CodeViews)]
    public static async Task<IReadOnlyList<ThemeSuggestion>> GetSuggestionsAsync(
        [Parent] ViewDetail view, ISuggestionsByViewDataLoader suggestions, CancellationToken cancellation) =>
        await suggestions.LoadAsync(view.Id, cancellation) ?? [];
}

[ObjectType<ThemeSuggestion>, Authorize(Permissions.CodeViews)]
public static partial class ThemeSuggestionNode
{
    /// <summary>The theme.</summary>
    [BindMember(nameof(ThemeSuggestion.ThemeId))]
    public static Task<ThemeCard?> GetThemeAsync([Parent] ThemeSuggestion suggestion, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        themes.LoadAsync(suggestion.ThemeId, cancellation);

    /// <summary>The view of the theme that is most like it, if any is.</summary>
    [BindMember(nameof(ThemeSuggestion.LikeViewId))]
    [ID<ViewDetail>]
    public static Guid? GetLikeViewId([Parent] ThemeSuggestion suggestion) => suggestion.LikeViewId;
}

/// <summary>A view that is neither coded nor marked as not codable.</summary>
[ObjectType<UnfinishedView>, Authorize(Permissions.CodeViews)]
public static partial class UnfinishedViewNode
{
    /// <summary>The view.</summary>
    [BindMember(nameof(UnfinishedView.Id))]
    [ID<ViewDetail>]
    public static Guid GetViewId([Parent] UnfinishedView view) => view.Id;
}
