namespace EventStore;

/// <summary>Where events of a type (or of those derived from it) go.</summary>
internal sealed record EventRoute<TId>(Type EventType, Func<IEvent, IEnumerable<TId>> Identities);
