using System.Globalization;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>A whole number of 32 bits.</summary>
internal sealed class IntScalar : ScalarType
{
    public IntScalar()
        : base("Int")
    {
        Description = "A whole number between -2147483648 and 2147483647.";
        RuntimeType = typeof(int);
    }

    public override bool IsSpecified => true;

    public override object? ParseLiteral(ValueNode literal) => literal is not IntValueNode number
        ? throw Cannot("non-integer", literal)
        : int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Cannot("non 32-bit signed integer", number.Text);

    public override object? ParseValue(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            throw Cannot("non-integer", value.GetRawText());
        if (value.TryGetInt32(out var whole))
            return whole;

        // JSON does not tell 1 from 1.0; a number without a fraction is an integer however it is written.
        var number = value.GetDouble();
        if (number != Math.Floor(number) || double.IsInfinity(number))
            throw Cannot("non-integer", value.GetRawText());
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Cannot("non 32-bit signed integer", value.GetRawText());
    }

    public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteNumberValue(value switch
    {
        int number => number,
        short number => number,
        byte number => number,
        bool boolean => boolean ? 1 : 0,
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        long number => number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Cannot("non 32-bit signed integer", number),
        double number when number == Math.Floor(number) => number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw Cannot("non 32-bit signed integer", number),
        _ => throw Cannot("non-integer", value),
    });
}
