namespace EventStore;

/// <summary>One recorded fact of a known type.</summary>
/// <typeparam name="T">The type of the event's data, or a base of it.</typeparam>
public interface IEvent<out T> : IEvent where T : notnull
{
    /// <summary>The event itself.</summary>
    new T Data { get; }
}
