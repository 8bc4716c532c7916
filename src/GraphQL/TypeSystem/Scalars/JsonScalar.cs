using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>Any JSON value.</summary>
internal sealed class JsonScalar : ScalarType
{
    public JsonScalar()
        : base("JSON")
    {
        Description = "Any JSON value.";
        RuntimeType = typeof(JsonElement);
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc8259";
    }

    public override object? ParseLiteral(ValueNode literal) => JsonSerializer.SerializeToElement(base.ParseLiteral(literal));

    public override object? ParseValue(JsonElement value) => value.Clone();

    public override void Serialize(object value, Utf8JsonWriter writer)
    {
        if (value is JsonElement element)
            element.WriteTo(writer);
        else
            base.Serialize(value, writer);
    }
}
