using EventStore;
using Npgsql;

namespace Engagement.Common;

/// <summary>What of one module waits for people. Each module adds its own; the workbench merges them.</summary>
internal abstract class WorkSource(DocumentStore store)
{
    // What a source adds of its own begins after these.
    protected const string First = "$5";

    // Names of kinds are compared by their bytes, as they are where the sources are merged.
    private const string Kind = "kind collate \"C\"";

    /// <summary>Its kinds, each with whom it is for.</summary>
    public abstract IReadOnlyList<WorkKind> Kinds { get; }

    /// <summary>
    /// All its items: a statement with the columns kind, id, title, since (timestamptz), due_on (text), consultation_id, claimed_by and claimed_until, in
    /// which $1 is the day as ISO text, and <see cref="First"/> and what follows it are <see cref="OwnParameters"/>.
    /// </summary>
    protected abstract string Items { get; }

    /// <summary>What <see cref="Items"/> asks of who asks.</summary>
    protected virtual IReadOnlyList<object?> OwnParameters(WorkAsker asker) => [];

    /// <summary>At most so many items after a position, in its order.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">The place of the last item already seen; null: from the first on.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<IReadOnlyList<WorkItem>> FirstAsync(WorkQuery query, WorkPosition? after, int limit, CancellationToken cancellationToken)
    {
        var kinds = KindsOf(query);
        if (kinds.Length == 0)
            return [];

        object?[] parameters = [.. Parameters(query, kinds), after is { } place ? !place.IsOverdue : null, after?.At.UtcDateTime, after?.Id, after?.Kind, limit];
        var next = parameters.Length - 4;
        return await store.ListAsync(
            $"""
            select {Columns} from ({Placed}) as placed
            where {Asked} and (${next}::boolean is null or (not late, at, id, {Kind}) > (${next}, ${next + 1}::timestamptz, ${next + 2}::uuid, ${next + 3}::text))
            order by not late, at, id, {Kind}
            limit ${next + 4}
            """,
            Read,
            cancellationToken,
            parameters);
    }

    /// <summary>At most so many items of each kind, in its order.</summary>
    public async Task<IReadOnlyList<WorkItem>> FirstOfEachAsync(WorkQuery query, int limit, CancellationToken cancellationToken)
    {
        var kinds = KindsOf(query);
        if (kinds.Length == 0)
            return [];

        object?[] parameters = [.. Parameters(query, kinds), limit];
        return await store.ListAsync(
            $"""
            select first.* from unnest($2::text[]) as wanted (kind) cross join lateral (
                select {Columns} from ({Placed}) as placed
                where placed.kind = wanted.kind and {Asked}
                order by not late, at, id limit ${parameters.Length}) as first
            """,
            Read,
            cancellationToken,
            parameters);
    }

    /// <summary>How many there are of each kind, counted no further than to <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<WorkCount>> CountAsync(WorkQuery query, int most, CancellationToken cancellationToken)
    {
        var kinds = KindsOf(query);
        if (kinds.Length == 0)
            return [];

        object?[] parameters = [.. Parameters(query, kinds), most + 1];
        return await store.ListAsync(
            $"""
            select wanted.kind, (select count(*) from (
                select from ({Placed}) as placed where placed.kind = wanted.kind and {Asked} limit ${parameters.Length}) as counted)
            from unnest($2::text[]) as wanted (kind)
            """,
            row => new WorkCount(row.GetString(0), (int)Math.Min(row.GetInt64(1), most), row.GetInt64(1) > most),
            cancellationToken,
            parameters);
    }

    private string Placed =>
        $"""
        select *, coalesce(due_on < $1, false) as late, case when due_on < $1 then due_on::timestamp at time zone 'UTC' else since end as at
        from ({Items}) as items (kind, id, title, since, due_on, consultation_id, claimed_by, claimed_until)
        """;

    private static string Asked => "placed.kind = any($2) and ($3::uuid is null or consultation_id = $3) and (late or not $4) and $1::text is not null";

    private const string Columns = "placed.kind, id, title, since, due_on, late, consultation_id, claimed_by, claimed_until";

    private static WorkItem Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetFieldValue<DateTimeOffset>(3),
        row.IsDBNull(4) ? null : IsoDay.Parse(row.GetString(4)),
        row.GetBoolean(5))
    {
        ConsultationId = row.IsDBNull(6) ? null : row.GetGuid(6),
        ClaimedBy = row.IsDBNull(7) ? null : row.GetGuid(7),
        ClaimedUntil = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
    };

    private string[] KindsOf(WorkQuery query) => [.. Kinds.Where(query.Includes).Select(kind => kind.Name)];

    private object?[] Parameters(WorkQuery query, string[] kinds) =>
        [IsoDay.Of(query.Today), kinds, query.ConsultationId, query.OverdueOnly, .. OwnParameters(query.Asker)];
}
