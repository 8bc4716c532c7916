using System.Globalization;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.Validation;

/// <summary>A value as the client gave it: a literal of the document, or the JSON of a variable.</summary>
internal readonly struct GivenValue
{
    private readonly ValueNode? _literal;
    private readonly JsonElement _json;
    private readonly VariableValues? _variables;

    private GivenValue(ValueNode? literal, JsonElement json, VariableValues? variables)
    {
        _literal = literal;
        _json = json;
        _variables = variables;
    }

    public bool IsGiven => _literal is not (null or NullValueNode) || _json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public bool IsTrue => _literal is BooleanValueNode { Value: true } || _json.ValueKind == JsonValueKind.True;

    public static GivenValue Of(ValueNode? literal, VariableValues variables) =>
        literal is VariableNode variable ? variables.Get(variable.Name.Value) : new(literal, default, variables);

    public static GivenValue Of(JsonElement json) => new(null, json, null);

    /// <summary>The value as a number of items; null when it is not a number.</summary>
    public int? AsSize()
    {
        double number;
        if (_literal is IntValueNode literal)
            number = double.Parse(literal.Text, CultureInfo.InvariantCulture);
        else if (_json.ValueKind != JsonValueKind.Number || !_json.TryGetDouble(out number))
            return null;
        return (int)Math.Clamp(number, 0, int.MaxValue);
    }

    public GivenValue Field(string name)
    {
        if (_literal is ObjectValueNode node)
            return Of(node.Fields.FirstOrDefault(field => field.Name.Value == name)?.Value, _variables!);
        return _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out var value) ? Of(value) : default;
    }

    /// <summary>The items of a list; the value itself when it is none, as the specification coerces it.</summary>
    public IEnumerable<GivenValue> Items()
    {
        if (_literal is ListValueNode list)
        {
            foreach (var item in list.Items)
                yield return Of(item, _variables!);
        }
        else if (_json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in _json.EnumerateArray())
                yield return Of(item);
        }
        else
        {
            yield return this;
        }
    }
}
