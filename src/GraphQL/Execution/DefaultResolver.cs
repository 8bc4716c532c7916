using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphQL.Execution;

/// <summary>
/// Reads a field from its parent by name, for schemas made from text whose fields have no resolver of their own: from a dictionary, a JSON
/// object, or a property.
/// </summary>
internal static class DefaultResolver
{
    private static readonly ConcurrentDictionary<(Type Type, string Name), PropertyInfo?> Properties = new();

    public static Func<IResolverContext, object?> For(string name) => context => PlainValues.Of(Read(context.Parent, name));

    /// <summary>A named part of a value; null when it has none such.</summary>
    public static object? Read(object? parent, string name) => parent switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> values => values.TryGetValue(name, out var value) ? value : null,
        IDictionary<string, object?> values => values.TryGetValue(name, out var value) ? value : null,
        JsonElement json => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null,
        JsonObject json => json[name],
        IDictionary values => values.Contains(name) ? values[name] : null,
        _ => Property(parent.GetType(), name)?.GetValue(parent, BindingFlags.DoNotWrapExceptions, null, null, null),
    };

    private static PropertyInfo? Property(Type type, string name) => Properties.GetOrAdd((type, name), static key =>
    {
        var readable = key.Type.GetProperties().Where(property => property.CanRead && property.GetIndexParameters().Length == 0).ToList();
        return readable.Find(property => property.Name == key.Name)
            ?? readable.Find(property => property.Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase));
    });
}
