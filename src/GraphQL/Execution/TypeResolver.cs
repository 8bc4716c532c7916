using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        if (value is IReadOnlyDictionary<string, object?> or IDictionary or JsonElement or JsonObject
            && PlainValues.Of(DefaultResolver.Read(value, "__typename")) is string name)
        {
            return Possible(type, name);
        }
        foreach (var candidate in schema.GetPossibleTypes(type))
        {
            if (candidate.IsTypeOf?.Invoke(value) == true)
                return candidate;
        }
        return _byRuntimeType.GetOrAdd((type, value.GetType()), FindByRuntimeType);
    }

    private ObjectType? Possible(NamedType type, string? name) =>
        name is not null && schema.GetType(name) is ObjectType found && schema.IsSubType(type, found) ? found : null;

    // The closest base class that a possible type stands for, or, where the schema is text and says nothing, is named after.
    private ObjectType? FindByRuntimeType((NamedType Abstract, Type Runtime) key)
    {
        var possible = schema.GetPossibleTypes(key.Abstract);
        for (var runtime = key.Runtime; runtime is not null; runtime = runtime.BaseType)
        {
            foreach (var candidate in possible)
            {
                if (candidate.RuntimeType == runtime || (candidate.RuntimeType is null && candidate.Name == runtime.Name))
                    return candidate;
            }
        }
        return null;
    }
}
