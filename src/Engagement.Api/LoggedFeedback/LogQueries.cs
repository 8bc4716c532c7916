using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.LoggedFeedback;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.LoggedFeedback;

[QueryType]
public static partial class LogQueries
{
    private const int LastReviews = 10;

    /// <summary>Complaints, compliments and comments of the areas of your account. No list holds their words.</summary>
    /// <param name="order">In which order.</param>
    [Authorize(Permissions.ReadLoggedFeedback), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<LogEntrySheet>> GetLoggedFeedbackAsync(
        [Spread] LogFilter filter,
        PagingArguments paging,
        LogReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        LogOrder order = LogOrder.Oldest)
    {
        var within = filter with { Districts = Asker.Of(user).Districts };
        return Keyset.PageByAsync<LogEntrySheet, DayPosition>(
            paging,
            DayPosition.TryParse,
            LogReads.PositionOf,
            (after, limit) => reads.ListAsync(within, order, after, limit, cancellation),
            () => reads.CountAsync(within, cancellation));
    }

    /// <summary>What the person said and what they were answered, opened for whoever has to deal with it.</summary>
    /// <param name="id">The entry of the log.</param>
    [Authorize(Permissions.ReadLoggedFeedback)]
    public static Task<LoggedWords?> GetLoggedFeedbackWordsAsync([ID<LogEntrySheet>] Guid id, LogReads reads, CancellationToken cancellation) =>
        reads.WordsAsync(id, cancellation);

    /// <summary>The last times that the whole log was looked at beside who took part, the newest first.</summary>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<IReadOnlyList<LogReviewSheet>> GetLogReviewsAsync(LogReads reads, CancellationToken cancellation) =>
        reads.LastReviewsAsync(LastReviews, cancellation);

    /// <summary>The services that people complain of or praise.</summary>
    [AllowAnonymous]
    public static IReadOnlyList<Service> GetServices() => Service.All;
}
