using System.Collections.Frozen;
using System.Text.Json;

namespace EventStore;

/// <summary>Finds how to write by .NET type, and how to read by alias (or else by the written .NET name).</summary>
internal sealed class EventTypeRegistry
{
    private readonly FrozenDictionary<Type, EventTypeMapping> _byType;
    private readonly FrozenDictionary<string, EventReader> _byAlias;
    private readonly FrozenDictionary<string, EventReader> _byDotNetName;
    private readonly FrozenDictionary<Type, string[]> _aliases;
    private readonly FrozenDictionary<Type, Type> _newerTypes;

    public EventTypeRegistry(EventOptions options, JsonSerializerOptions json)
    {
        var chains = EventUpcasts.Chains(options.Upcasters);
        _newerTypes = EventUpcasts.NewerTypes(options);

        var byType = new Dictionary<Type, EventTypeMapping>();
        var byAlias = new Dictionary<string, EventReader>(StringComparer.Ordinal);
        foreach (var type in options.Types.Keys.Concat(chains.Select(steps => steps[^1].NewType)).Distinct())
        {
            if (ReasonToRefuse(type) is { } reason) throw new UnknownEventTypeException(type, reason);
            var mapping = EventTypeMapping.Create(type, options.Types.GetValueOrDefault(type) ?? NameAlias.ForEvent(type), json);
            byType.Add(type, mapping);
            if (!byAlias.TryAdd(mapping.Alias, mapping))
                throw new EventAliasCollisionException(mapping.Alias, ((EventTypeMapping)byAlias[mapping.Alias]).Type, type);
        }

        var byDotNetName = byType.Values.ToDictionary(mapping => mapping.DotNetTypeName, EventReader (mapping) => mapping, StringComparer.Ordinal);
        var aliases = byType.Values.ToDictionary(mapping => mapping.Type, mapping => new List<string> { mapping.Alias });
        foreach (var steps in chains)
        {
            var (first, newest) = (steps[0], byType[steps[^1].NewType]);
            var reader = new UpcastReader(steps, newest, json);
            if (!byAlias.TryAdd(first.EventTypeName, reader))
                throw new EventAliasCollisionException(first.EventTypeName, ((EventTypeMapping)byAlias[first.EventTypeName]).Type, first.OldType ?? first.NewType);

            aliases[newest.Type].Add(first.EventTypeName);
            if (first.OldType is { } old) byDotNetName.TryAdd(NameAlias.DotNetName(old), reader);
        }

        _byType = byType.ToFrozenDictionary();
        _byAlias = byAlias.ToFrozenDictionary(StringComparer.Ordinal);
        _byDotNetName = byDotNetName.ToFrozenDictionary(StringComparer.Ordinal);
        _aliases = aliases.ToFrozenDictionary(one => one.Key, one => one.Value.ToArray());
    }

    /// <summary>How a type is written.</summary>
    /// <exception cref="UnknownEventTypeException">It is not registered, or cannot be an event.</exception>
    public EventTypeMapping For(Type type)
    {
        if (_byType.TryGetValue(type, out var known)) return known;
        var reason = ReasonToRefuse(type)
            ?? (_newerTypes.TryGetValue(type, out var newer)
                ? $"it is an old version, which is read as '{newer}'. Use that instead"
                : $"it is not registered. Register it with options.Events.AddEventType<{type.Name}>(), in every process that reads or appends it");
        throw new UnknownEventTypeException(type, reason);
    }

    /// <summary>All aliases that are read as a type: its own, and those of its old versions.</summary>
    /// <exception cref="UnknownEventTypeException">It is not registered, or cannot be an event.</exception>
    public IReadOnlyList<string> AliasesFor(Type type) => _aliases[For(type).Type];

    /// <summary>The registered types that are, derive from, or implement a type.</summary>
    /// <exception cref="UnknownEventTypeException">There are none.</exception>
    public IReadOnlyList<Type> TypesOf(Type type)
    {
        Type[] known = [.. _byType.Keys.Where(type.IsAssignableFrom)];
        return known.Length > 0 ? known : throw new UnknownEventTypeException(type, "no event type that is registered is one");
    }

    /// <summary>Only registered types are ever made from what the database says: a type name in a row must not load code.</summary>
    public EventReader? Find(string alias, string? dotNetTypeName) =>
        _byAlias.TryGetValue(alias, out var byAlias) ? byAlias
        : dotNetTypeName is not null && _byDotNetName.TryGetValue(dotNetTypeName, out var byName) ? byName
        : null;

    private static string? ReasonToRefuse(Type type) =>
        type == typeof(UnknownEvent) ? "it stands for an event that could not be read"
        : type.IsPrimitive || type == typeof(string) || type.IsAbstract || type.ContainsGenericParameters || typeof(IEvent).IsAssignableFrom(type)
            ? "it is not a type with a meaning of its own. Use a record or class of your own"
        : null;
}
