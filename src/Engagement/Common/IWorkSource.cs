namespace Engagement.Common;

/// <summary>
/// What of one module waits for officers. Each module adds its own; the workbench merges them by age.
/// </summary>
public interface IWorkSource
{
    /// <summary>
    /// At most <paramref name="limit"/> items, oldest first by <see cref="WorkItem.Since"/> and then by <see cref="WorkItem.Id"/>, that come
    /// after a position in that order.
    /// </summary>
    /// <param name="today">The day in London that what is overdue is judged by.</param>
    /// <param name="after">The place of the last item already seen; null: from the oldest on.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<WorkItem>> OldestAsync(DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken);
}
