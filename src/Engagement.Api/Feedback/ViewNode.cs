using Engagement.Api.Authorization;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>A unit of what someone said.</summary>
[ObjectType<ViewDetail>, GraphQLName("View"), GraphQLIgnore(nameof(ViewDetail.ConsultationId), nameof(ViewDetail.ThemeIds))]
[Node, Authorize(Permissions.ReadViews)]
public static partial class ViewNode
{
    [NodeResolver, Authorize(Permissions.ReadViews)]
    public static Task<ViewDetail?> LoadAsync(Guid id, FeedbackReads reads, CancellationToken cancellation) => reads.FindViewAsync(id, cancellation);

    /// <summary>The themes it is coded to.</summary>
    public static async Task<IReadOnlyList<ThemeCard>> GetThemesAsync(
        [Parent] ViewDetail view, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        [.. (await themes.LoadAsync(view.ThemeIds, cancellation)).OfType<ThemeCard>()];
}
