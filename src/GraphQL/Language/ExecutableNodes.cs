using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>What an operation does.</summary>
public enum OperationType
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Changes, one root field after another.</summary>
    Mutation,

    /// <summary>Listens to a stream of events.</summary>
    Subscription,
}

/// <summary>A query, mutation or subscription.</summary>
/// <param name="operation">What the operation does.</param>
/// <param name="name">Its name, or null when anonymous.</param>
/// <param name="variables">The variables it declares.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="selectionSet">What it selects at the root.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class OperationDefinitionNode(
    OperationType operation,
    NameNode? name,
    ImmutableArray<VariableDefinitionNode> variables,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    StringValueNode? description = null,
    SourceSpan span = default) : DefinitionNode(description, span)
{
    /// <summary>What the operation does.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>Its name, or null when anonymous.</summary>
    public NameNode? Name { get; } = name;

    /// <summary>The variables it declares.</summary>
    public ImmutableArray<VariableDefinitionNode> Variables { get; } = variables;

    /// <summary>Directives on the operation.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>What it selects at the root.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>The declaration of a variable.</summary>
/// <param name="variable">The variable.</param>
/// <param name="type">Its type.</param>
/// <param name="defaultValue">Its default, if any.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class VariableDefinitionNode(
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives,
    StringValueNode? description = null,
    SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>The description before the declaration, if any.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The variable.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>Its type.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>Its default, or null when it has none.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>Directives on the declaration.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A named fragment.</summary>
/// <param name="name">Its name.</param>
/// <param name="typeCondition">The type it applies to.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="selectionSet">What it selects.</param>
/// <param name="description">The description before it.</param>
/// <param name="span">Where it stands.</param>
public sealed class FragmentDefinitionNode(
    NameNode name,
    NamedTypeNode typeCondition,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    StringValueNode? description = null,
    SourceSpan span = default) : DefinitionNode(description, span)
{
    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type the fragment applies to.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;

    /// <summary>Directives on the fragment.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>What it selects.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A use of a directive, such as <c>@include(if: $more)</c>.</summary>
/// <param name="name">The directive's name, without the at sign.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="span">Where it stands.</param>
public sealed class DirectiveNode(NameNode name, ImmutableArray<ArgumentNode> arguments, SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>The directive's name, without the at sign.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its arguments.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}

/// <summary>A named argument.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value.</param>
/// <param name="span">Where it stands.</param>
public sealed class ArgumentNode(NameNode name, ValueNode value, SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its value.</summary>
    public ValueNode Value { get; } = value;
}
