using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>A value a client gives: an argument, or a field of an input object.</summary>
public abstract class InputValueDefinition : SchemaElement
{
    private GraphQLType? _type;

    private protected InputValueDefinition(string name, TypeReference type)
        : base(name) => TypeReference = type ?? throw new ArgumentNullException(nameof(type));

    /// <summary>The value's type, once the schema is built.</summary>
    /// <exception cref="InvalidOperationException">The schema is not built yet.</exception>
    public GraphQLType Type => _type ?? throw new InvalidOperationException($"The type of '{Name}' is known once SchemaBuilder.Build has run.");

    /// <summary>The value's type as it was referred to.</summary>
    public TypeReference TypeReference { get; }

    /// <summary>The value when none is given, as a literal, or null when there is no default.</summary>
    public ValueNode? DefaultValue
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Why the value should no longer be given, or null.</summary>
    public string? DeprecationReason
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>The .NET type the value is coerced to, or null for the natural one of its GraphQL type.</summary>
    public Type? RuntimeType
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Whether the value should no longer be given.</summary>
    public bool IsDeprecated => DeprecationReason is not null;

    /// <summary>Whether a client must give the value: it is non-null and has no default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;

    internal void ResolveType(GraphQLType type) => _type = type;
}

/// <summary>An argument of a field or directive.</summary>
/// <param name="name">The argument's name.</param>
/// <param name="type">The argument's type.</param>
public sealed class ArgumentDefinition(string name, TypeReference type) : InputValueDefinition(name, type);

/// <summary>A field of an input object type.</summary>
/// <param name="name">The field's name.</param>
/// <param name="type">The field's type.</param>
public sealed class InputFieldDefinition(string name, TypeReference type) : InputValueDefinition(name, type);
