using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.LoggedFeedback;

/// <summary>What officers see of the log.</summary>
public sealed class LogReads(DocumentStore store, SubjectKeys subjectKeys)
{
    private const string Matches =
        """
        ($1::text is null or data ->> 'Kind' = $1)
          and ($2::text is null or data ->> 'Service' = $2)
          and (not $3 or data ->> 'AnsweredOn' is null)
          and ($4::text[] is null or data ->> 'District' = any($4))
        """;

    public Task<LogEntrySheet?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<LogEntrySheet>(id, cancellationToken);

    /// <summary>The words of an entry, opened for whoever has to deal with it. No list holds them.</summary>
    public async Task<LoggedWords?> WordsAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var events = (await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken)).Select(e => e.Data).ToList();
        if (events.OfType<FeedbackLogged>().FirstOrDefault() is not { } logged)
            return null;

        var words = await subjectKeys.OpenAsync(logged.Words, cancellationToken);
        var answer = events.OfType<FeedbackAnswered>().FirstOrDefault() is { } answered
            ? await subjectKeys.OpenAsync(answered.Answer, cancellationToken)
            : null;
        return new LoggedWords(words, answer);
    }

    public Task<LogReviewSheet?> FindReviewAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<LogReviewSheet>(id, cancellationToken);

    /// <summary>The last times that the log was looked at as a whole, the newest first. There are a few a year.</summary>
    public Task<IReadOnlyList<LogReviewSheet>> LastReviewsAsync(int limit, CancellationToken cancellationToken) =>
        store.ListDocumentsAsync<LogReviewSheet>(
            "select data from public.mt_doc_logreviewsheet order by data ->> 'To' desc, (data ->> 'ReviewedAt')::timestamptz desc, id limit $1", cancellationToken, limit);

    /// <summary>By the day they were received.</summary>
    public async Task<Slice<LogEntrySheet>> ListAsync(LogFilter filter, LogOrder order, DayPosition? after, int limit, CancellationToken cancellationToken)
    {
        var (follows, direction) = order == LogOrder.Oldest ? (">", "") : ("<", " desc");
        var rows = await store.ListDocumentsAsync<LogEntrySheet>(
            $"""
            select data from public.mt_doc_logentrysheet
            where {Matches} and ($5::text is null or (data ->> 'ReceivedOn', id) {follows} ($5, $6))
            order by data ->> 'ReceivedOn'{direction}, id{direction}
            limit $7
            """,
            cancellationToken,
            [.. Parameters(filter), after is { } position ? IsoDay.Of(position.Day) : null, after?.Id, limit + 1]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(LogFilter filter, CancellationToken cancellationToken) =>
        (int)await store.CountAsync($"select count(*) from public.mt_doc_logentrysheet where {Matches}", cancellationToken, Parameters(filter));

    public static DayPosition PositionOf(LogEntrySheet entry) => new(entry.ReceivedOn, entry.Id);

    private static object?[] Parameters(LogFilter filter) => [filter.Kind?.ToString(), filter.Service, filter.OnlyUnanswered, filter.Districts?.ToArray()];
}
