using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>The definition of a field of an object type or interface.</summary>
/// <param name="name">Its name.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="type">Its type.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class FieldDefinitionNode(
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    TypeNode type,
    ImmutableArray<DirectiveNode> directives,
    StringValueNode? description = null,
    SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>The description before the field, if any.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its arguments.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Its type.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>Directives on the field.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The definition of an argument or of an input object's field.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">Its type.</param>
/// <param name="defaultValue">Its default, if any.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class InputValueDefinitionNode(
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives,
    StringValueNode? description = null,
    SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>The description before it, if any.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its type.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>Its default, or null when it has none.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>Directives on it.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The definition of an enum's value.</summary>
/// <param name="name">Its name.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class EnumValueDefinitionNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    StringValueNode? description = null,
    SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>The description before the value, if any.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Directives on the value.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
