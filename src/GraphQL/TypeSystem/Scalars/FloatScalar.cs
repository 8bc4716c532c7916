using System.Globalization;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>A finite number of double precision.</summary>
internal sealed class FloatScalar : ScalarType
{
    public FloatScalar()
        : base("Float")
    {
        Description = "A number of double precision, as IEEE 754 defines it; never infinite.";
        RuntimeType = typeof(double);
    }

    public override bool IsSpecified => true;

    public override object? ParseLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode whole => whole.Text,
            FloatValueNode fraction => fraction.Text,
            _ => throw Cannot("non numeric", literal),
        };
        var number = double.Parse(text, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw Cannot("non numeric", text);
    }

    public override object? ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw Cannot("non numeric", value.GetRawText());

    public override void Serialize(object value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool boolean:
                writer.WriteNumberValue(boolean ? 1 : 0);
                break;
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            default:
                throw Cannot("non numeric", value);
        }
    }
}
