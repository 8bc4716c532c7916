using System.Globalization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Forums;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Forums;

[QueryType]
public static partial class ForumQueries
{
    /// <summary>Forums, in the order of their titles.</summary>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<ForumPage>> GetForumsAsync(PagingArguments paging, ForumReads reads, CancellationToken cancellation) =>
        Keyset.PageByAsync<ForumPage, TextPosition>(
            paging, TextPosition.TryParse, ForumReads.PositionOf, (after, limit) => reads.ListAsync(after, limit, cancellation));

    /// <summary>One forum by its id; null when there is none.</summary>
    /// <param name="id">The forum.</param>
    [AllowAnonymous]
    public static Task<ForumPage?> GetForumAsync([ID<ForumPage>] Guid id, ForumReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>One forum by the readable part of its address; null when there is none.</summary>
    /// <param name="slug">The readable part of its address.</param>
    [AllowAnonymous]
    public static Task<ForumPage?> GetForumBySlugAsync(string slug, ForumReads reads, CancellationToken cancellation) => reads.BySlugAsync(slug, cancellation);

    /// <summary>One topic by its id; null when there is none.</summary>
    /// <param name="id">The topic.</param>
    [AllowAnonymous]
    public static Task<TopicPage?> GetTopicAsync([ID<TopicPage>] Guid id, ForumReads reads, CancellationToken cancellation) =>
        reads.FindTopicAsync(id, cancellation);

    /// <summary>One topic by the readable part of its address; null when there is none.</summary>
    /// <param name="slug">The readable part of its address.</param>
    [AllowAnonymous]
    public static Task<TopicPage?> GetTopicBySlugAsync(string slug, ForumReads reads, CancellationToken cancellation) =>
        reads.TopicBySlugAsync(slug, cancellation);

    /// <summary>Topics of all forums: all there are, or what is looked for.</summary>
    /// <param name="order">In which order.</param>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<TopicPage>> GetTopicsAsync(
        [Spread, ID<ForumPage>(nameof(TopicFilter.ForumId)), ID<ConsultationPage>(nameof(TopicFilter.ConsultationId))] TopicFilter filter,
        PagingArguments paging,
        ForumReads reads,
        TimeProvider clock,
        CancellationToken cancellation,
        TopicOrder order = TopicOrder.Newest) => Keyset.PageByAsync<TopicPage, TimePosition>(
            paging,
            TimePosition.TryParse,
            ForumReads.PositionOf,
            (after, limit) => reads.ListTopicsAsync(filter, order, clock.LondonToday(), after, limit, cancellation));

    /// <summary>How a forum was moderated, the last month first. Only months that are over; months without contributions are left out.</summary>
    /// <param name="forumId">The forum.</param>
    [AllowAnonymous, UsePaging(DefaultPageSize = 12)]
    public static Task<Connection<TransparencyReport>> GetTransparencyReportsAsync(
        [ID<ForumPage>] Guid forumId, PagingArguments paging, TransparencyReads reads, TimeProvider clock, CancellationToken cancellation) =>
        Keyset.PageByAsync<TransparencyReport, DateOnly>(
            paging,
            TryParseMonth,
            report => report.Month,
            (before, limit) => reads.ListAsync(forumId, clock.LondonToday(), before, limit, cancellation));

    private static bool TryParseMonth(string? text, out DateOnly month) =>
        DateOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out month);
}
