using System.Globalization;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>Text.</summary>
internal sealed class StringScalar : ScalarType
{
    public StringScalar()
        : base("String")
    {
        Description = "Text, of any Unicode characters.";
        RuntimeType = typeof(string);
    }

    public override bool IsSpecified => true;

    public override object? ParseLiteral(ValueNode literal) => literal is StringValueNode text ? text.Value : throw Cannot("a non string", literal);

    public override object? ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : throw Cannot("a non string", value.GetRawText());

    public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteStringValue(value switch
    {
        string text => text,
        bool boolean => boolean ? "true" : "false",
        double number when double.IsFinite(number) => NumberText.Of(number),
        int or long or short or byte or float or decimal or Guid or char or Enum or Uri =>
            Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => throw Cannot("a non string", value.GetType().Name),
    });
}
