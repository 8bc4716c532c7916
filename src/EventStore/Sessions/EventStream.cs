namespace EventStore;

internal sealed class EventStream<T>(EventStoreOperations operations, Guid id, T? aggregate, long startingVersion) : IEventStream<T>
    where T : class
{
    private int _appended;

    public Guid Id => id;
    public T? Aggregate => aggregate;
    public long StartingVersion => startingVersion;
    public long CurrentVersion => startingVersion + _appended;

    public void AppendOne(object e) => AppendMany(e);

    public void AppendMany(IEnumerable<object> events) => AppendMany([.. events]);

    public void AppendMany(params object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        operations.AppendAt(id, startingVersion, NameAlias.ForStream(typeof(T)), events);
        _appended += events.Length;
    }
}
