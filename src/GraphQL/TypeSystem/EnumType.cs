using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>An enum: one of several names.</summary>
/// <param name="name">The type's name.</param>
public sealed class EnumType(string name) : NamedType(name)
{
    private readonly Dictionary<object, EnumValueDefinition> _byRuntimeValue = [];

    /// <summary>The type's values.</summary>
    public DefinitionList<EnumValueDefinition> Values { get; } = [];

    /// <summary>Finds a value by its .NET value.</summary>
    /// <param name="runtimeValue">The .NET value.</param>
    /// <returns>The value, or null when the enum has none such.</returns>
    public EnumValueDefinition? FindByRuntimeValue(object runtimeValue) => _byRuntimeValue.GetValueOrDefault(runtimeValue);

    /// <summary>The .NET value of a literal.</summary>
    /// <param name="literal">The literal.</param>
    /// <returns>The .NET value.</returns>
    /// <exception cref="ValueCoercionException">The literal is not one of the enum's names.</exception>
    public object ParseLiteral(ValueNode literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        return literal is EnumValueNode value
            ? ParseName(value.Value)
            : throw new ValueCoercionException($"Enum \"{Name}\" cannot represent non-enum value: {literal}.");
    }

    /// <summary>The .NET value of a variable's JSON.</summary>
    /// <param name="value">The JSON.</param>
    /// <returns>The .NET value.</returns>
    /// <exception cref="ValueCoercionException">The JSON is not one of the enum's names.</exception>
    public object ParseValue(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? ParseName(value.GetString()!)
        : throw new ValueCoercionException($"Enum \"{Name}\" cannot represent non-string value: {ValueCoercionException.Shorten(value.GetRawText())}.");

    /// <summary>Writes a .NET value as the enum's name for it.</summary>
    /// <param name="value">The .NET value.</param>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ValueCoercionException">The enum has no name for the value.</exception>
    public void Serialize(object value, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(writer);
        var definition = FindByRuntimeValue(value)
            ?? (value is string name && Values.TryGet(name, out var named) ? named : null)
            ?? throw new ValueCoercionException($"Enum \"{Name}\" cannot represent value: {ValueCoercionException.Shorten(value.ToString())}.");
        writer.WriteStringValue(definition.EncodedName);
    }

    internal override void Freeze()
    {
        base.Freeze();
        Values.Freeze();
        foreach (var value in Values)
            _byRuntimeValue.TryAdd(value.RuntimeValue, value);
    }

    private object ParseName(string name) => Values.TryGet(name, out var value)
        ? value.RuntimeValue
        : throw new ValueCoercionException($"Value \"{ValueCoercionException.Shorten(name)}\" does not exist in \"{Name}\" enum.");
}

/// <summary>A value of an enum.</summary>
/// <param name="name">The value's name in GraphQL.</param>
/// <param name="runtimeValue">The .NET value it stands for; the name itself when null.</param>
public sealed class EnumValueDefinition(string name, object? runtimeValue = null) : SchemaElement(name)
{
    /// <summary>The .NET value it stands for.</summary>
    public object RuntimeValue
    {
        get;
        set => Set(ref field, value);
    } = runtimeValue ?? name;

    /// <summary>Why the value should no longer be used, or null.</summary>
    public string? DeprecationReason
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Whether the value should no longer be used.</summary>
    public bool IsDeprecated => DeprecationReason is not null;

    /// <summary>The name, encoded once for JSON.</summary>
    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);
}
