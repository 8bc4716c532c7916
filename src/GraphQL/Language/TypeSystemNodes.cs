using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>A definition or extension in a type-system document.</summary>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public abstract class TypeSystemDefinitionNode(
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description,
    SourceSpan span) : DefinitionNode(description, span)
{
    /// <summary>Directives on the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>Whether it extends an earlier definition.</summary>
    public bool IsExtension { get; } = isExtension;
}

/// <summary>The <c>schema { }</c> block.</summary>
/// <param name="operationTypes">The root types it names.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class SchemaDefinitionNode(
    ImmutableArray<OperationTypeDefinitionNode> operationTypes,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description = null,
    SourceSpan span = default) : TypeSystemDefinitionNode(directives, isExtension, description, span)
{
    /// <summary>The root types it names.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary>One root type, such as <c>query: Query</c>.</summary>
/// <param name="operation">The operation.</param>
/// <param name="type">The root type.</param>
/// <param name="span">Where it stands.</param>
public sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type, SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>The operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The root type.</summary>
    public NamedTypeNode Type { get; } = type;
}

/// <summary>The definition or extension of a named type.</summary>
/// <param name="name">The type's name.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public abstract class TypeDefinitionNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description,
    SourceSpan span) : TypeSystemDefinitionNode(directives, isExtension, description, span)
{
    /// <summary>The type's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A scalar.</summary>
/// <param name="name">The type's name.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class ScalarTypeDefinitionNode(
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description = null,
    SourceSpan span = default) : TypeDefinitionNode(name, directives, isExtension, description, span);

/// <summary>An object type or an interface: what has fields and implements interfaces.</summary>
/// <param name="name">The type's name.</param>
/// <param name="interfaces">The interfaces it implements.</param>
/// <param name="fields">Its fields.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public abstract class ComplexTypeDefinitionNode(
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<FieldDefinitionNode> fields,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description,
    SourceSpan span) : TypeDefinitionNode(name, directives, isExtension, description, span)
{
    /// <summary>The interfaces it implements.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>Its fields.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>An object type.</summary>
/// <param name="name">The type's name.</param>
/// <param name="interfaces">The interfaces it implements.</param>
/// <param name="fields">Its fields.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class ObjectTypeDefinitionNode(
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<FieldDefinitionNode> fields,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description = null,
    SourceSpan span = default) : ComplexTypeDefinitionNode(name, interfaces, fields, directives, isExtension, description, span);

/// <summary>An interface.</summary>
/// <param name="name">The type's name.</param>
/// <param name="interfaces">The interfaces it implements.</param>
/// <param name="fields">Its fields.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class InterfaceTypeDefinitionNode(
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<FieldDefinitionNode> fields,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description = null,
    SourceSpan span = default) : ComplexTypeDefinitionNode(name, interfaces, fields, directives, isExtension, description, span);

/// <summary>A union.</summary>
/// <param name="name">The type's name.</param>
/// <param name="types">The object types it may be.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class UnionTypeDefinitionNode(
    NameNode name,
    ImmutableArray<NamedTypeNode> types,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description = null,
    SourceSpan span = default) : TypeDefinitionNode(name, directives, isExtension, description, span)
{
    /// <summary>The object types it may be.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}

/// <summary>An enum.</summary>
/// <param name="name">The type's name.</param>
/// <param name="values">Its values.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class EnumTypeDefinitionNode(
    NameNode name,
    ImmutableArray<EnumValueDefinitionNode> values,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description = null,
    SourceSpan span = default) : TypeDefinitionNode(name, directives, isExtension, description, span)
{
    /// <summary>Its values.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>An input object type.</summary>
/// <param name="name">The type's name.</param>
/// <param name="fields">Its fields.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="isExtension">Whether it begins with <c>extend</c>.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class InputObjectTypeDefinitionNode(
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> fields,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    StringValueNode? description = null,
    SourceSpan span = default) : TypeDefinitionNode(name, directives, isExtension, description, span)
{
    /// <summary>Its fields.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}

/// <summary>The definition of a directive.</summary>
/// <param name="name">Its name, without the at sign.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="isRepeatable">Whether it may stand several times in one place.</param>
/// <param name="locations">The places it may stand, as written.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class DirectiveDefinitionNode(
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    ImmutableArray<NameNode> locations,
    StringValueNode? description = null,
    SourceSpan span = default) : TypeSystemDefinitionNode([], false, description, span)
{
    /// <summary>Its name, without the at sign.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its arguments.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Whether it may stand several times in one place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>The places it may stand, as written.</summary>
    public ImmutableArray<NameNode> Locations { get; } = locations;
}
