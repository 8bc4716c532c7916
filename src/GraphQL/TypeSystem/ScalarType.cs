using System.Globalization;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>
/// A scalar: a single value. This class accepts any value and passes it on; a scalar of its own meaning derives from it.
/// </summary>
/// <param name="name">The type's name.</param>
public class ScalarType(string name) : NamedType(name)
{
    /// <summary>The address of the text that says what the scalar's values look like (<c>@specifiedBy</c>), or null.</summary>
    public string? SpecifiedBy
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Whether the specification defines the scalar, so that a printed schema leaves it out.</summary>
    public virtual bool IsSpecified => false;

    /// <summary>The .NET value of a literal. Variables inside it must have been replaced.</summary>
    /// <param name="literal">The literal, not <c>null</c>.</param>
    /// <returns>The .NET value.</returns>
    /// <exception cref="ValueCoercionException">The literal is not a value of this scalar.</exception>
    public virtual object? ParseLiteral(ValueNode literal) => literal switch
    {
        NullValueNode => null,
        StringValueNode text => text.Value,
        BooleanValueNode boolean => boolean.Value,
        EnumValueNode name => name.Value,
        IntValueNode number => long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : double.Parse(number.Text, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Text, CultureInfo.InvariantCulture),
        ListValueNode list => list.Items.Select(ParseAny).ToList(),
        ObjectValueNode value => ParseObject(value),
        _ => throw new ValueCoercionException($"Scalar \"{Name}\" cannot represent value: {literal}."),
    };

    /// <summary>The .NET value of a variable's JSON.</summary>
    /// <param name="value">The JSON, not null.</param>
    /// <returns>The .NET value.</returns>
    /// <exception cref="ValueCoercionException">The JSON is not a value of this scalar.</exception>
    public virtual object? ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(ParseValue).ToList(),
        JsonValueKind.Object => value.EnumerateObject().GroupBy(property => property.Name)
            .ToDictionary(property => property.Key, property => ParseValue(property.Last().Value)),
        _ => null,
    };

    /// <summary>Writes a .NET value.</summary>
    /// <param name="value">The .NET value.</param>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ValueCoercionException">The scalar cannot represent the value.</exception>
    public virtual void Serialize(object value, Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, value);

    /// <summary>Says that a literal is not a value of this scalar.</summary>
    /// <param name="what">What was expected, such as <c>non-integer</c>.</param>
    /// <param name="value">The value as written.</param>
    /// <returns>The exception to throw.</returns>
    protected ValueCoercionException Cannot(string what, object? value) =>
        new($"{Name} cannot represent {what} value: {ValueCoercionException.Shorten(Convert.ToString(value, CultureInfo.InvariantCulture))}");

    private object? ParseAny(ValueNode literal) => literal is NullValueNode ? null : ParseLiteral(literal);

    private Dictionary<string, object?> ParseObject(ObjectValueNode value)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
            result[field.Name.Value] = ParseAny(field.Value);
        return result;
    }
}
