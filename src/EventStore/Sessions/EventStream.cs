namespace EventStore;

internal sealed class EventStream<T>(EventStoreOperations operations, Identity stream, T? aggregate, long startingVersion, LoadedDocument? loaded)
    : IEventStream<T>
    where T : class
{
    private int _appended;

    public Guid Id => stream.Guid;
    public string? Key => stream.Key;
    public T? Aggregate => aggregate;
    public long StartingVersion => startingVersion;
    public long CurrentVersion => startingVersion + _appended;

    public void AppendOne(object e) => AppendMany(e);

    public void AppendMany(IEnumerable<object> events) => AppendMany([.. events]);

    public void AppendMany(params object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        operations.AppendAt(stream, startingVersion, NameAlias.ForStream(typeof(T)), events, loaded);
        _appended += events.Length;
    }
}
