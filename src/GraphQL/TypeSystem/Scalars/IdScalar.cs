using System.Globalization;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>An identity: opaque text, which may be given as a whole number.</summary>
internal sealed class IdScalar : ScalarType
{
    public IdScalar()
        : base("ID")
    {
        Description = "An identity. It is written as text and not meant to be read by people; a whole number is accepted too.";
        RuntimeType = typeof(string);
    }

    public override bool IsSpecified => true;

    public override object? ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Text,
        _ => throw Cannot("a non-string and non-integer", literal),
    };

    public override object? ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.GetRawText() is var text && text.AsSpan().IndexOfAny(".eE") < 0 => text,
        _ => throw Cannot("a non-string and non-integer", value.GetRawText()),
    };

    public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteStringValue(value switch
    {
        string text => text,
        Guid or int or long or short => Convert.ToString(value, CultureInfo.InvariantCulture),
        double number when number == Math.Floor(number) && double.IsFinite(number) => NumberText.Of(number),
        _ => throw Cannot("a non-string and non-integer", value),
    });
}
