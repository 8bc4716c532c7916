using EventStore;

namespace Engagement.Releases;

/// <summary>
/// What was recorded by a moment: up to a position in the log below which nothing can appear any more, and not later than the moment. So the same is
/// read whenever it is read again, also when a slow transaction ended after the moment.
/// </summary>
/// <param name="At">The moment.</param>
/// <param name="Position">The last position in the log that counts.</param>
public sealed record LogMoment(DateTimeOffset At, long Position)
{
    public bool Includes(IEvent e) => e.Sequence <= Position && e.Timestamp <= At;

    /// <summary>A thing as it was recorded by then; null when it was not there.</summary>
    internal async Task<T?> FoldAsync<T>(IQuerySession session, Guid id, CancellationToken cancellationToken) where T : class, IEvolve<T>
    {
        T? state = null;
        foreach (var e in (await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken)).Where(Includes))
            state = T.Evolve(state, e);

        return state;
    }

    /// <summary>All events of some types that were recorded by then, in order.</summary>
    internal IAsyncEnumerable<IEvent> ReadAsync(IQuerySession session, Type[] types, CancellationToken cancellationToken) =>
        session.Events.ReadAllAsync(0, new LogFilter { EventTypes = types, UpTo = Position }, cancellationToken).Where(Includes);
}
