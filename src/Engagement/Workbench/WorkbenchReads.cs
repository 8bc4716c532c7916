using Engagement.Common;

namespace Engagement.Workbench;

/// <summary>What needs an officer now, from every module that has something, oldest first.</summary>
public sealed class WorkbenchReads(IEnumerable<IWorkSource> sources)
{
    // Each source gives its own first items after the position; the oldest of all of them are among those.
    public async Task<Slice<WorkItem>> ListAsync(DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(sources.Select(source => source.OldestAsync(today, after, limit + 1, cancellationToken)));
        WorkItem[] merged = [.. lists.SelectMany(list => list).OrderBy(item => item.Since).ThenBy(item => item.Id, InTheDatabasesOrder).Take(limit + 1)];
        return merged.SliceOf(limit);
    }

    public static TimePosition PositionOf(WorkItem item) => new(item.Since, item.Id);

    // PostgreSQL orders ids by their bytes as written; Guid compares parts of it as numbers.
    private static readonly Comparer<Guid> InTheDatabasesOrder = Comparer<Guid>.Create(
        (a, b) => string.CompareOrdinal(a.ToString("N"), b.ToString("N")));
}
