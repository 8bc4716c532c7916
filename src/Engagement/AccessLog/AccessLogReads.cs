using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.AccessLog;

/// <summary>Who had access to what, for the privacy officer.</summary>
public sealed class AccessLogReads(DocumentStore store)
{
    private const string Columns = "select id, kind, at, role, actor, subject, count, purpose, account from engagement.access_log";

    private const string Fits =
        """
        ($1::text is null or kind = $1) and ($2::text is null or role = $2)
          and ($3::timestamptz is null or at >= $3) and ($4::timestamptz is null or at < $4)
        """;

    /// <summary>One entry; null when there is none.</summary>
    public async Task<AccessEntry?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await store.ListAsync($"{Columns} where id = $1", Read, cancellationToken, id) is [var entry] ? entry : null;

    /// <summary>Newest first.</summary>
    public async Task<Slice<AccessEntry>> ListAsync(AccessFilter filter, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            {Columns}
            where {Fits} and ($5::timestamptz is null or (at, id) < ($5, $6))
            order by at desc, id desc
            limit $7
            """,
            Read,
            cancellationToken,
            [.. Parameters(filter), after?.At.UtcDateTime, after?.Id, limit + 1]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(AccessFilter filter, CancellationToken cancellationToken) =>
        (int)await store.CountAsync($"select count(*) from engagement.access_log where {Fits}", cancellationToken, Parameters(filter));

    public static TimePosition PositionOf(AccessEntry entry) => new(entry.At, entry.Id);

    private static object?[] Parameters(AccessFilter filter) =>
        [filter.Kind?.ToString(), filter.Role, LondonCalendar.Since(filter.From), LondonCalendar.Through(filter.Until)];

    private static AccessEntry Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        Enum.Parse<AccessKind>(row.GetString(1)),
        row.GetFieldValue<DateTimeOffset>(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetGuid(4),
        row.IsDBNull(5) ? null : row.GetGuid(5),
        row.GetInt32(6),
        row.GetString(7),
        row.IsDBNull(8) ? null : row.GetString(8));
}
