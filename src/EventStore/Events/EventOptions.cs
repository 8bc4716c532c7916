namespace EventStore;

/// <summary>Which event types the store knows, and by which alias each is written.</summary>
/// <remarks>
/// Types are also learned when they are first appended; a process that only reads must register them here,
/// or it sees <see cref="UnknownEvent"/>.
/// </remarks>
public sealed partial class EventOptions
{
    private readonly List<(Type Type, string Alias)> _types = [];

    internal IReadOnlyList<(Type Type, string Alias)> Types => _types;

    /// <summary>Registers an event type under its default alias: its name in snake case.</summary>
    public EventOptions AddEventType<T>() where T : notnull => Add(typeof(T), NameAlias.ForEvent(typeof(T)));

    /// <summary>Registers an event type under an alias of your own, which must never change once events are written.</summary>
    public EventOptions AddEventType<T>(string alias) where T : notnull => Add(typeof(T), alias);

    /// <summary>The same as <see cref="AddEventType{T}(string)"/>, by Marten's name for it.</summary>
    public EventOptions MapEventType<T>(string eventTypeName) where T : notnull => Add(typeof(T), eventTypeName);

    /// <summary>Registers several event types, each under its default alias.</summary>
    public EventOptions AddEventTypes(IEnumerable<Type> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        foreach (var type in types) Add(type, NameAlias.ForEvent(type));
        return this;
    }

    private EventOptions Add(Type type, string alias)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alias);
        _types.RemoveAll(known => known.Type == type);
        _types.Add((type, alias));
        return this;
    }
}
