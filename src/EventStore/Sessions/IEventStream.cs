namespace EventStore;

/// <summary>A stream that was loaded to be appended to.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IEventStream<out T> where T : class
{
    /// <summary>The stream; empty where streams are identified by strings.</summary>
    Guid Id { get; }

    /// <summary>The stream's key where streams are identified by strings; null otherwise.</summary>
    string? Key { get; }

    /// <summary>The aggregate as it was loaded, without what was appended since; null when the stream does not exist or leaves none.</summary>
    T? Aggregate { get; }

    /// <summary>The version the stream was loaded at; zero when it does not exist.</summary>
    long StartingVersion { get; }

    /// <summary>The version it will have once what was appended is saved.</summary>
    long CurrentVersion { get; }

    /// <summary>Appends one event.</summary>
    void AppendOne(object e);

    /// <summary>Appends events; none is none, since a decision may come to nothing.</summary>
    void AppendMany(params object[] events);

    /// <summary>Appends events; none is none, since a decision may come to nothing.</summary>
    void AppendMany(IEnumerable<object> events);
}
