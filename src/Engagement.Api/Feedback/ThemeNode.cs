using Engagement.Api.Authorization;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>Views that make the same point.</summary>
[ObjectType<ThemeCard>, GraphQLName("Theme")]
[GraphQLIgnore(
    nameof(ThemeCard.ConsultationId),
    nameof(ThemeCard.OpenedAt),
    nameof(ThemeCard.Description),
    nameof(ThemeCard.MergedInto),
    nameof(ThemeCard.SplitFrom),
    nameof(ThemeCard.LinkedTo),
    nameof(ThemeCard.Disposition),
    nameof(ThemeCard.DisposedAt),
    nameof(ThemeCard.SharedBackAt))]
[Node, Authorize(Permissions.ReadLoops)]
public static partial class ThemeNode
{
    [NodeResolver, Authorize(Permissions.ReadLoops)]
    public static Task<ThemeCard?> LoadAsync(Guid id, FeedbackReads reads, CancellationToken cancellation) => reads.FindThemeAsync(id, cancellation);

    /// <summary>How many views it has. Exact, so for staff only.</summary>
    public static async Task<int> GetViewCountAsync(
        [Parent] ThemeCard theme, IViewCountByThemeDataLoader counts, CancellationToken cancellation) =>
        await counts.LoadAsync(theme.Id, cancellation) ?? 0;

    /// <summary>What is being done about it, once that has begun.</summary>
    public static Task<LoopCard?> GetLoopAsync([Parent] ThemeCard theme, ILoopByThemeDataLoader loops, CancellationToken cancellation) =>
        loops.LoadAsync(theme.Id, cancellation);
}
