using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.LoggedFeedback;

/// <summary>What officers see of the log.</summary>
public sealed class LogReads(DocumentStore store, SubjectKeys subjectKeys)
{
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

    /// <summary>Oldest first, because those have waited longest; <paramref name="after"/> is the last entry already seen.</summary>
    public async Task<Slice<LogEntrySheet>> ListAsync(
        FeedbackKind? kind, bool onlyUnanswered, LogEntrySheet? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<LogEntrySheet>(
            """
            select data from public.mt_doc_logentrysheet
            where ($1::text is null or data ->> 'Kind' = $1)
              and (not $2 or data ->> 'AnsweredOn' is null)
              and ($3::text is null or (data ->> 'ReceivedOn', id) > ($3, $4))
            order by data ->> 'ReceivedOn', id
            limit $5
            """,
            cancellationToken,
            kind?.ToString(),
            onlyUnanswered,
            after is null ? null : IsoDay.Of(after.ReceivedOn),
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }
}
