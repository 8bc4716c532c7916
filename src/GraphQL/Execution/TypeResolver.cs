using System.Collections.Concurrent;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Finds the object type of a value where the field's type is an interface or union.</summary>
internal sealed class TypeResolver(SchemaDefinition schema)
{
    private readonly ConcurrentDictionary<(NamedType Abstract, Type Runtime), ObjectType?> _byRuntimeType = new();

    public ObjectType? Resolve(NamedType type, object value)
    {
        if (type is IAbstractType { ResolveTypeName: { } resolve })
            return Possible(type, resolve(value));
        if (value is IReadOnlyDictionary<string, object?> values && values.TryGetValue("__typename", out var name))
            return Possible(type, name as string);
        foreach (var candidate in schema.GetPossibleTypes(type))
        {
            if (candidate.IsTypeOf?.Invoke(value) == true)
                return candidate;
        }
        return _byRuntimeType.GetOrAdd((type, value.GetType()), FindByRuntimeType);
    }

    private ObjectType? Possible(NamedType type, string? name) =>
        name is not null && schema.GetType(name) is ObjectType found && schema.IsSubType(type, found) ? found : null;

    // The closest base class that a possible type stands for.
    private ObjectType? FindByRuntimeType((NamedType Abstract, Type Runtime) key)
    {
        var possible = schema.GetPossibleTypes(key.Abstract);
        for (var runtime = key.Runtime; runtime is not null; runtime = runtime.BaseType)
        {
            foreach (var candidate in possible)
            {
                if (candidate.RuntimeType == runtime)
                    return candidate;
            }
        }
        return null;
    }
}
