using Engagement.Common;

namespace Engagement.Workbench;

/// <summary>What waits for somebody, from every module that has something: what is overdue first, then what has waited longest. Each is told of what is theirs to do.</summary>
public sealed class WorkbenchReads
{
    /// <summary>How far a kind is counted: more than that is all the same to whoever has to begin.</summary>
    public const int CountedTo = 100;

    private readonly WorkSource[] _sources;

    internal WorkbenchReads(IEnumerable<WorkSource> sources)
    {
        _sources = [.. sources];
        Kinds = [.. _sources.SelectMany(source => source.Kinds)];
    }

    /// <summary>Every kind of work there is.</summary>
    public IReadOnlyList<WorkKind> Kinds { get; }

    // Each source gives its own first items after the position; the first of all of them are among those.
    public async Task<Slice<WorkItem>> ListAsync(WorkQuery query, WorkPosition? after, int limit, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(_sources.Select(source => source.FirstAsync(query, after, limit + 1, cancellationToken)));
        WorkItem[] merged = [.. InOrder(lists.SelectMany(list => list)).Take(limit + 1)];
        return merged.SliceOf(limit);
    }

    /// <summary>How much waits of each kind that is theirs, also where nothing does; in the order of <see cref="Kinds"/>.</summary>
    public async Task<IReadOnlyList<WorkCount>> CountAsync(WorkQuery query, CancellationToken cancellationToken)
    {
        var counts = await Task.WhenAll(_sources.Select(source => source.CountAsync(query, CountedTo, cancellationToken)));
        var byKind = counts.SelectMany(list => list).ToDictionary(count => count.Kind);
        return [.. Kinds.Where(query.Includes).Select(kind => byKind[kind.Name])];
    }

    /// <summary>Each kind that is theirs and of which something waits, with its first items; in the order of <see cref="Kinds"/>.</summary>
    public async Task<IReadOnlyList<WorkGroup>> GroupAsync(WorkQuery query, int each, CancellationToken cancellationToken)
    {
        var first = Task.WhenAll(_sources.Select(source => source.FirstOfEachAsync(query, each, cancellationToken)));
        var counts = await CountAsync(query, cancellationToken);
        var byKind = (await first).SelectMany(list => list).ToLookup(item => item.Kind);
        return [.. counts.Where(count => count.Count > 0).Select(count => new WorkGroup(count, InOrder(byKind[count.Kind])))];
    }

    private static WorkItem[] InOrder(IEnumerable<WorkItem> items) =>
    [
        .. items.OrderByDescending(item => item.IsOverdue)
            .ThenBy(item => WorkPosition.Of(item).At)
            .ThenBy(item => item.Id, InTheDatabasesOrder)
            .ThenBy(item => item.Kind, StringComparer.Ordinal),
    ];

    // PostgreSQL orders ids by their bytes as written; Guid compares parts of it as numbers.
    private static readonly Comparer<Guid> InTheDatabasesOrder = Comparer<Guid>.Create(
        (a, b) => string.CompareOrdinal(a.ToString("N"), b.ToString("N")));
}
