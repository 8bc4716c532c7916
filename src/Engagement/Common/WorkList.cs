using EventStore;

namespace Engagement.Common;

/// <summary>Work found by one statement.</summary>
internal static class WorkList
{
    /// <summary>
    /// The oldest of what <paramref name="items"/> gives: a statement with the columns kind, id, title, since (timestamptz) and due_on (text), in
    /// which $1 is the day as ISO text.
    /// </summary>
    public static Task<IReadOnlyList<WorkItem>> OldestAsync(
        this DocumentStore store, string items, DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken) =>
        store.ListAsync(
            $"""
            select kind, id, title, since, due_on from ({items}) as items (kind, id, title, since, due_on)
            where $1::text is not null and ($2::timestamptz is null or (since, id) > ($2, $3))
            order by since, id
            limit $4
            """,
            row => new WorkItem(
                row.GetString(0),
                row.GetGuid(1),
                row.GetString(2),
                row.GetFieldValue<DateTimeOffset>(3),
                row.IsDBNull(4) ? null : IsoDay.Parse(row.GetString(4))),
            cancellationToken,
            IsoDay.Of(today),
            after?.At.UtcDateTime,
            after?.Id,
            limit);
}
