using System.Globalization;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>An exact decimal number.</summary>
internal sealed class DecimalScalar : ScalarType
{
    public DecimalScalar()
        : base("Decimal")
    {
        Description = "An exact decimal number of up to 28 digits.";
        RuntimeType = typeof(decimal);
        SpecifiedBy = "https://scalars.graphql.org/chillicream/decimal.html";
    }

    public override object? ParseLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode whole => whole.Text,
            FloatValueNode fraction => fraction.Text,
            _ => throw Cannot("non decimal", literal),
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Cannot("non decimal", text);
    }

    public override object? ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : throw Cannot("non decimal", value.GetRawText());

    public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteNumberValue(value switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        _ => throw Cannot("non decimal", value),
    });
}
