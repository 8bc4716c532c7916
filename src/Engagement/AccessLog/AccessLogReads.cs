using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.AccessLog;

/// <summary>Who had access to what, for the privacy officer.</summary>
public sealed class AccessLogReads(DocumentStore store)
{
    private const string Columns = "select id, kind, at, role, actor, subject, count, purpose from engagement.access_log";

    /// <summary>One entry; null when there is none.</summary>
    public async Task<AccessEntry?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await store.ListAsync($"{Columns} where id = $1", Read, cancellationToken, id) is [var entry] ? entry : null;

    /// <summary>Newest first.</summary>
    public async Task<Slice<AccessEntry>> ListAsync(TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            {Columns}
            where $1::timestamptz is null or (at, id) < ($1, $2)
            order by at desc, id desc
            limit $3
            """,
            Read,
            cancellationToken,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (int)await store.CountAsync("select count(*) from engagement.access_log", cancellationToken);

    public static TimePosition PositionOf(AccessEntry entry) => new(entry.At, entry.Id);

    private static AccessEntry Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        Enum.Parse<AccessKind>(row.GetString(1)),
        row.GetFieldValue<DateTimeOffset>(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetGuid(4),
        row.IsDBNull(5) ? null : row.GetGuid(5),
        row.GetInt32(6),
        row.GetString(7));
}
