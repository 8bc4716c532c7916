using System.Collections.Concurrent;
using System.Text.Json;

namespace EventStore;

/// <summary>Finds a mapping by .NET type when writing, and by alias (or else the written .NET name) when reading.</summary>
internal sealed class EventTypeRegistry
{
    private readonly JsonSerializerOptions _json;
    private readonly ConcurrentDictionary<Type, EventTypeMapping> _byType = new();
    private readonly ConcurrentDictionary<string, EventTypeMapping> _byAlias = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EventTypeMapping> _byDotNetName = new(StringComparer.Ordinal);

    public EventTypeRegistry(EventOptions options, JsonSerializerOptions json)
    {
        _json = json;
        foreach (var (type, alias) in options.Types) Learn(type, alias);
    }

    public EventTypeMapping For(Type type) =>
        _byType.TryGetValue(type, out var known) ? known : Learn(type, NameAlias.ForEvent(type));

    /// <summary>Only registered types are ever made from what the database says: a type name in a row must not load code.</summary>
    public EventTypeMapping? Find(string alias, string? dotNetTypeName) =>
        _byAlias.TryGetValue(alias, out var byAlias) ? byAlias
        : dotNetTypeName is not null && _byDotNetName.TryGetValue(dotNetTypeName, out var byName) ? byName
        : null;

    private EventTypeMapping Learn(Type type, string alias)
    {
        if (type == typeof(UnknownEvent)) throw new UnknownEventTypeException(type, "it stands for an event that could not be read");
        if (type.IsPrimitive || type == typeof(string) || type.IsAbstract || type.ContainsGenericParameters || typeof(IEvent).IsAssignableFrom(type))
            throw new UnknownEventTypeException(type, "it is not a type with a meaning of its own");

        var mapping = _byType.GetOrAdd(type, _ => EventTypeMapping.Create(type, alias, _json));
        var owner = _byAlias.GetOrAdd(mapping.Alias, mapping);
        if (owner.Type != type)
        {
            _byType.TryRemove(type, out _);
            throw new EventAliasCollisionException(mapping.Alias, owner.Type, type);
        }

        _byDotNetName.TryAdd(mapping.DotNetTypeName, mapping);
        return mapping;
    }
}
