using Engagement.Common;

namespace Engagement.History;

/// <summary>All that happened to one thing, oldest first.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Entries">What happened.</param>
public sealed record ThingHistory(HistoryKind Kind, IReadOnlyList<HistoryEntry> Entries)
{
    /// <summary>The newest first.</summary>
    /// <param name="before">The number of the last entry already seen; null: from the newest on.</param>
    /// <param name="limit">The most that are wanted.</param>
    public Slice<HistoryEntry> Newest(long? before, int limit)
    {
        HistoryEntry[] rows = [.. Entries.Where(entry => before is null || entry.Number < before).Reverse().Take(limit + 1)];
        return rows.SliceOf(limit);
    }
}
