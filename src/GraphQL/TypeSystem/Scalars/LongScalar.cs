using System.Globalization;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>A whole number of 64 bits.</summary>
internal sealed class LongScalar : ScalarType
{
    public LongScalar()
        : base("Long")
    {
        Description = "A whole number of 64 bits, between -9223372036854775808 and 9223372036854775807.";
        RuntimeType = typeof(long);
        SpecifiedBy = "https://scalars.graphql.org/chillicream/long.html";
    }

    public override object? ParseLiteral(ValueNode literal) =>
        literal is IntValueNode number && long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Cannot("non 64-bit signed integer", literal);

    public override object? ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : throw Cannot("non 64-bit signed integer", value.GetRawText());

    public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteNumberValue(value switch
    {
        long number => number,
        int number => number,
        short number => number,
        byte number => number,
        uint number => number,
        _ => throw Cannot("non 64-bit signed integer", value),
    });
}
