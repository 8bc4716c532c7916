using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace GraphQL.Execution;

/// <summary>
/// Reads a field from its parent by name, for schemas made from text whose fields have no resolver of their own: from a dictionary, a JSON
/// object, or a property.
/// </summary>
internal static class DefaultResolver
{
    private static readonly ConcurrentDictionary<(Type Type, string Name), PropertyInfo?> Properties = new();

    public static Func<IResolverContext, object?> For(string name) => context => context.Parent switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> values => values.TryGetValue(name, out var value) ? value : null,
        JsonElement { ValueKind: JsonValueKind.Object } json => json.TryGetProperty(name, out var value) ? Plain(value) : null,
        var parent => Property(parent.GetType(), name)?.GetValue(parent),
    };

    private static PropertyInfo? Property(Type type, string name) => Properties.GetOrAdd((type, name), static key =>
        key.Type.GetProperty(key.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase));

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        _ => value,
    };
}
