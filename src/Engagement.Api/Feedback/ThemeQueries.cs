using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Feedback;

[QueryType]
public static partial class ThemeQueries
{
    /// <summary>
    /// Themes: all there are, or those that are looked for, such as those raised in a district that have had no answer for 60 days
    /// (<c>district</c> with <c>waitingDays</c>).
    /// </summary>
    /// <param name="order">In which order.</param>
    [Authorize(Permissions.ReadLoops), UsePaging(DefaultPageSize = 20, MaxPageSize = 200, IncludeTotalCount = true)]
    public static async Task<Connection<ThemeCard>> GetThemesAsync(
        [Spread, ID<ConsultationPage>(nameof(ThemeQuery.ConsultationId))] ThemeQuery query,
        PagingArguments paging,
        ThemeListReads reads,
        ClaimsPrincipal user,
        TimeProvider clock,
        CancellationToken cancellation,
        ThemeOrder order = ThemeOrder.Oldest)
    {
        var (today, readsViews) = (clock.LondonToday(), user.May(Permissions.ReadViews));
        var page = await Keyset.PageByAsync(
            paging,
            (string? text, out ThemePosition position) => ThemePosition.TryParse(text, order, out position),
            row => row.Position,
            (after, limit) => reads.ListAsync(query, readsViews, today, order, after, limit, cancellation),
            () => reads.CountAsync(query, readsViews, today, cancellation));
        return new Connection<ThemeCard>([.. page.Edges.Select(edge => new Edge<ThemeCard>(edge.Node.Theme, edge.Cursor))], page.PageInfo, paging.IsTotalCountSelected ? page.TotalCount : null);
    }

    /// <summary>One theme.</summary>
    /// <param name="id">The theme.</param>
    /// <param name="asAt">As it stood at this moment, null before it was opened; left out: as it stands now. What it leads to is always as it is now.</param>
    [Authorize(Permissions.ReadLoops)]
    public static Task<ThemeCard?> GetThemeAsync([ID<ThemeCard>] Guid id, DateTimeOffset? asAt, FeedbackReads reads, CancellationToken cancellation) =>
        asAt is { } moment ? reads.FindThemeAsync(id, moment, cancellation) : reads.FindThemeAsync(id, cancellation);
}
