using System.Text.Json;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>A universally unique identifier.</summary>
internal sealed class UuidScalar : TextScalar
{
    public UuidScalar()
        : base("UUID", "UUID")
    {
        Description = "A universally unique identifier, such as 123e4567-e89b-12d3-a456-426614174000.";
        RuntimeType = typeof(Guid);
        SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc9562";
    }

    public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteStringValue(value is Guid id ? id : throw Cannot("non UUID", value));

    protected override object? Parse(string text) => Guid.TryParseExact(text, "D", out var id) || Guid.TryParseExact(text, "N", out id) ? id : null;
}
