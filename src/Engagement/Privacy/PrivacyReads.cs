using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Privacy;

/// <summary>The requests for erasure, for the privacy officer; holds, for the safeguarding lead; and what was deleted by its rule.</summary>
public sealed class PrivacyReads(DocumentStore store, SubjectKeys subjectKeys)
{
    public Task<ErasureCase?> FindAsync(Guid subject, CancellationToken cancellationToken) =>
        store.LoadAsync<ErasureCase>(SubjectRecord.IdOf(subject), cancellationToken);

    /// <summary>What is still to be done, the first due first: so what is overdue comes before everything else.</summary>
    /// <param name="isDone">Those that are done instead, in the same order.</param>
    /// <param name="after">The place of the last case already seen.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Slice<ErasureCase>> ListAsync(bool isDone, DayPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<ErasureCase>(
            """
            select data from public.mt_doc_erasurecase
            where (data ->> 'IsDone')::boolean = $1 and ($2::text is null or (data ->> 'AnswerBy', id) > ($2, $3))
            order by data ->> 'AnswerBy', id
            limit $4
            """,
            cancellationToken,
            isDone,
            after is { } position ? IsoDay.Of(position.Day) : null,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(bool isDone, CancellationToken cancellationToken) => (int)await store.CountAsync(
        "select count(*) from public.mt_doc_erasurecase where (data ->> 'IsDone')::boolean = $1", cancellationToken, isDone);

    public static DayPosition PositionOf(ErasureCase one) => new(one.AnswerBy, one.Id);

    /// <summary>The records that are on hold, the first to be reviewed first, with the reasons opened.</summary>
    /// <exception cref="RuleRefusedException">This person is not the safeguarding lead.</exception>
    public async Task<Slice<SafeguardingHold>> HoldsAsync(Acting viewer, DayPosition? after, int limit, CancellationToken cancellationToken) =>
        (await HoldsAsync(viewer, subject: null, after, limit + 1, cancellationToken)).SliceOf(limit);

    /// <summary>The hold on one record; null when there is none.</summary>
    /// <exception cref="RuleRefusedException">This person is not the safeguarding lead.</exception>
    public async Task<SafeguardingHold?> FindHoldAsync(Guid subject, Acting viewer, CancellationToken cancellationToken) =>
        await HoldsAsync(viewer, subject, after: null, 1, cancellationToken) is [var hold] ? hold : null;

    public static DayPosition PositionOf(SafeguardingHold hold) => new(hold.ReviewOn, hold.SubjectId);

    private async Task<IReadOnlyList<SafeguardingHold>> HoldsAsync(
        Acting viewer, Guid? subject, DayPosition? after, int most, CancellationToken cancellationToken)
    {
        if (viewer.CheckSafeguardingLead() is { } refusal)
            throw new RuleRefusedException(refusal);

        var rows = await store.ListAsync(
            """
            select e.data ->> 'SubjectId', e.data ->> 'ReviewOn', e.data -> 'Reason' ->> 'Cipher', e.timestamp
            from (
                select distinct on (stream_id) type, data, timestamp from public.mt_events
                where type in ('safeguarding_hold_set', 'safeguarding_hold_lifted')
                order by stream_id, version desc) e
            where e.type = 'safeguarding_hold_set'
              and ($1::text is null or e.data ->> 'SubjectId' = $1)
              and ($2::text is null or (e.data ->> 'ReviewOn', e.data ->> 'SubjectId') > ($2, $3))
            order by 2, 1
            limit $4
            """,
            row => (
                Hold: new SafeguardingHold(Guid.Parse(row.GetString(0)), IsoDay.Parse(row.GetString(1)), null, row.GetFieldValue<DateTimeOffset>(3)),
                Reason: new PersonalText(Guid.Parse(row.GetString(0)), row.GetString(2))),
            cancellationToken,
            subject?.ToString(),
            after is { } position ? IsoDay.Of(position.Day) : null,
            after?.Id.ToString(),
            most);
        var reasons = await subjectKeys.OpenAsync([.. rows.Select(row => row.Reason)], cancellationToken);
        return [.. rows.Select((row, i) => row.Hold with { Reason = reasons[i] })];
    }

    /// <summary>What each rule of retention has deleted so far, by class; classes of which nothing was are left out.</summary>
    public async Task<IReadOnlyDictionary<string, RetentionHistory>> RetentionAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select data ->> 'RecordClass', max(timestamp), sum(coalesce((data ->> 'Count')::bigint, 1))::bigint
            from public.mt_events where type in ('retention_expired', 'records_expired') group by 1
            """,
            row => (Class: row.GetString(0), History: new RetentionHistory(row.GetFieldValue<DateTimeOffset>(1), row.GetInt64(2))),
            cancellationToken);
        return rows.ToDictionary(row => row.Class, row => row.History);
    }
}
