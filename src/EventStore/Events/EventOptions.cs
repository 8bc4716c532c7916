using System.Text.Json;

namespace EventStore;

/// <summary>Which event types the store knows, by which alias each is written, and how older versions are read.</summary>
/// <remarks>
/// Every type that the process reads or appends is registered here: an event of another type cannot be appended, and is read as an
/// <see cref="UnknownEvent"/>. Registrations that contradict each other are refused when the store is made.
/// </remarks>
public sealed partial class EventOptions
{
    private readonly Dictionary<Type, string?> _types = [];
    private readonly List<EventUpcaster> _upcasters = [];

    /// <summary>The registered types with the alias that was given, or null for the default one.</summary>
    internal IReadOnlyDictionary<Type, string?> Types => _types;

    internal IReadOnlyList<EventUpcaster> Upcasters => _upcasters;

    /// <summary>How the log is sealed; null when it is not.</summary>
    internal SealOptions? Seals { get; private set; }

    /// <summary>Registers an event type under its default alias: its name in snake case.</summary>
    public EventOptions AddEventType<T>() where T : notnull => Add(typeof(T));

    /// <summary>Registers an event type under an alias of your own, which must never change once events are written.</summary>
    public EventOptions AddEventType<T>(string alias) where T : notnull => Add(typeof(T), alias);

    /// <summary>The same as <see cref="AddEventType{T}(string)"/>, by Marten's name for it.</summary>
    public EventOptions MapEventType<T>(string eventTypeName) where T : notnull => Add(typeof(T), eventTypeName);

    /// <summary>Registers an event type under its default alias with a version behind it, such as <c>item_added_v2</c>.</summary>
    /// <param name="schemaVersion">The version of what is written from now on; from 1.</param>
    public EventOptions MapEventTypeWithSchemaVersion<T>(int schemaVersion) where T : notnull => MapEventTypeWithSchemaVersion(typeof(T), schemaVersion);

    /// <summary>The same, for a type that is known only when the program runs.</summary>
    public EventOptions MapEventTypeWithSchemaVersion(Type eventType, int schemaVersion)
    {
        ArgumentNullException.ThrowIfNull(eventType);
        ArgumentOutOfRangeException.ThrowIfLessThan(schemaVersion, 1);
        return Add(eventType, $"{NameAlias.ForEvent(eventType)}_v{schemaVersion}");
    }

    /// <summary>Registers several event types, each under its default alias.</summary>
    public EventOptions AddEventTypes(IEnumerable<Type> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        foreach (var type in types) Add(type);
        return this;
    }

    /// <summary>Reads events that were written as <typeparamref name="TOld"/>, under its default alias, as <typeparamref name="TNew"/>.</summary>
    /// <remarks>
    /// Where the result is itself an old version, reading goes on to the next, so each upcaster knows one step only. The newest type is registered
    /// by this, under its default alias unless it is given another; the old one must not be registered, and cannot be appended any more.
    /// </remarks>
    /// <param name="upcast">Makes the new event of the old one. Must be pure: it runs at every read, on any thread.</param>
    public EventOptions Upcast<TOld, TNew>(Func<TOld, TNew> upcast) where TOld : notnull where TNew : notnull =>
        Upcast(NameAlias.ForEvent(typeof(TOld)), upcast);

    /// <summary>The same, for events that were written under an alias other than the default one of <typeparamref name="TOld"/>.</summary>
    public EventOptions Upcast<TOld, TNew>(string eventTypeName, Func<TOld, TNew> upcast) where TOld : notnull where TNew : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventTypeName);
        ArgumentNullException.ThrowIfNull(upcast);
        return Upcast(new LambdaUpcaster<TOld, TNew>(eventTypeName, upcast));
    }

    /// <summary>Reads events that were written under an alias as <typeparamref name="TNew"/>, from their JSON: the old type need not be kept.</summary>
    /// <param name="eventTypeName">The alias that the old events bear.</param>
    /// <param name="upcast">Makes the new event of the JSON as it was written, which lives no longer than the call. Must be pure.</param>
    public EventOptions Upcast<TNew>(string eventTypeName, Func<JsonDocument, TNew> upcast) where TNew : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventTypeName);
        ArgumentNullException.ThrowIfNull(upcast);
        return Upcast(new JsonLambdaUpcaster<TNew>(eventTypeName, upcast));
    }

    /// <summary>Reads older events by an upcaster of its own class.</summary>
    public EventOptions Upcast<TUpcaster>() where TUpcaster : EventUpcaster, new() => Upcast(new TUpcaster());

    /// <summary>Reads older events by upcasters that were made already.</summary>
    public EventOptions Upcast(params EventUpcaster[] upcasters)
    {
        ArgumentNullException.ThrowIfNull(upcasters);
        foreach (var upcaster in upcasters)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(upcaster?.EventTypeName, nameof(upcasters));
            _upcasters.Add(upcaster);
        }

        return this;
    }

    /// <summary>Seals the log while the daemon runs, from its beginning: see <see cref="DocumentStore.Seals"/>.</summary>
    /// <param name="everyEvents">A seal is made as soon as so many events are there; 1,024 unless given, at most 65,536.</param>
    /// <param name="every">Or when the first of them has waited this long; one minute unless given.</param>
    public EventOptions AddSeals(int everyEvents = 1024, TimeSpan? every = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everyEvents, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(everyEvents, 65_536);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every ?? TimeSpan.MaxValue, TimeSpan.Zero);
        Seals = new SealOptions(everyEvents, every ?? TimeSpan.FromMinutes(1));
        return this;
    }

    private EventOptions Add(Type type)
    {
        _types.TryAdd(type, null);
        return this;
    }

    private EventOptions Add(Type type, string alias)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alias);
        if (_types.GetValueOrDefault(type) is { } other && other != alias)
        {
            throw new InvalidStoreUseException(
                "EVENT_ALIAS_AMBIGUOUS",
                $"'{type}' is registered under '{other}' and under '{alias}', but is written under one alias only. Keep one, and read the other by an upcaster.");
        }

        _types[type] = alias;
        return this;
    }
}
