using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>A scalar whose values are written as text of a fixed form.</summary>
internal abstract class TextScalar(string name, string form) : ScalarType(name)
{
    public sealed override object? ParseLiteral(ValueNode literal) => literal is StringValueNode text && Parse(text.Value) is { } value
        ? value
        : throw Cannot($"non {form}", literal);

    public sealed override object? ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Parse(value.GetString()!) is { } parsed ? parsed : throw Cannot($"non {form}", value.GetRawText());

    /// <summary>The value of a text, or null when the text has another form.</summary>
    protected abstract object? Parse(string text);
}
