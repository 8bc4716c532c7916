using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>True or false.</summary>
internal sealed class BooleanScalar : ScalarType
{
    public BooleanScalar()
        : base("Boolean")
    {
        Description = "True or false.";
        RuntimeType = typeof(bool);
    }

    public override bool IsSpecified => true;

    public override object? ParseLiteral(ValueNode literal) => literal is BooleanValueNode boolean ? boolean.Value : throw Cannot("a non boolean", literal);

    public override object? ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Cannot("a non boolean", value.GetRawText()),
    };

    public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteBooleanValue(value switch
    {
        bool boolean => boolean,
        int number => number != 0,
        long number => number != 0,
        double number when double.IsFinite(number) => number != 0,
        _ => throw Cannot("a non boolean", value),
    });
}
