using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>What was promised, over all loops that stand, those due first first. Right at once.</summary>
public sealed class CommitmentReads(DocumentStore store)
{
    private const string Matching =
        $"""
        from public.mt_doc_loopcard cross join lateral jsonb_array_elements(data -> 'Commitments') as c(one)
        where {LoopReads.Stands}
          and ($1::text is null or data ->> 'ConsultationId' = $1)
          and ($2::boolean is null or (one ->> 'DeliveredOn' is not null) = $2)
          and (not $3 or (one ->> 'DeliveredOn' is null and one ->> 'DueOn' < $4))
          and ($5::text is null or one ->> 'OwnerRole' = $5)
          and ($6::text is null or one ->> 'DueOn' >= $6)
          and ($7::text is null or one ->> 'DueOn' <= $7)
        """;

    public async Task<Slice<LoopCommitment>> ListAsync(
        CommitmentQuery query, DateOnly today, CommitmentPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            select id, one {Matching}
              and ($8::text is null or (one ->> 'DueOn', id, (one ->> 'Number')::int) > ($8, $9, $10))
            order by one ->> 'DueOn', id, (one ->> 'Number')::int
            limit $11
            """,
            row => LoopCommitment.Of(row.GetGuid(0), store.Document<CommitmentCard>(row, 1)),
            cancellationToken,
            [.. Parameters(query, today), after is { } position ? IsoDay.Of(position.DueOn) : null, after?.LoopId, after?.Number, limit + 1]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(CommitmentQuery query, DateOnly today, CancellationToken cancellationToken) =>
        (int)await store.CountAsync($"select count(*) {Matching}", cancellationToken, Parameters(query, today));

    private static object?[] Parameters(CommitmentQuery query, DateOnly today) =>
    [
        query.ConsultationId?.ToString(),
        query.Delivered,
        query.LateOnly,
        IsoDay.Of(today),
        query.OwnerRole is { } role ? CleanText.OneLine(role) : null,
        query.DueFrom is { } from ? IsoDay.Of(from) : null,
        query.DueTo is { } to ? IsoDay.Of(to) : null,
    ];
}
