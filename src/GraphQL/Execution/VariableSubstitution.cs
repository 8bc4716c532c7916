using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>Replaces the variables inside a literal of a scalar that takes lists and objects.</summary>
internal static class VariableSubstitution
{
    public static ValueNode Apply(ValueNode literal, IReadOnlyDictionary<string, object?> variables) => literal switch
    {
        VariableNode variable => ToLiteral(variables.TryGetValue(variable.Name.Value, out var value) ? value : null),
        ListValueNode list => new ListValueNode([.. list.Items.Select(item => Apply(item, variables))], list.Span),
        ObjectValueNode node => new ObjectValueNode(
            [.. node.Fields.Select(field => new ObjectFieldNode(field.Name, Apply(field.Value, variables), field.Span))], node.Span),
        _ => literal,
    };

    private static ValueNode ToLiteral(object? value) => FromJson(value is JsonElement json ? json : JsonSerializer.SerializeToElement(value));

    private static ValueNode FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode(json.GetString()!),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(json.GetBoolean()),
        JsonValueKind.Number when json.GetRawText() is var text => text.AsSpan().IndexOfAny(".eE") < 0 ? new IntValueNode(text) : new FloatValueNode(text),
        JsonValueKind.Array => new ListValueNode([.. json.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => new ObjectValueNode(
            [.. json.EnumerateObject().Select(property => new ObjectFieldNode(new NameNode(property.Name), FromJson(property.Value)))]),
        _ => new NullValueNode(),
    };
}
