using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>The selections between two braces.</summary>
/// <param name="selections">The selections, in the order written.</param>
/// <param name="span">Where the braces stand.</param>
public sealed class SelectionSetNode(ImmutableArray<SelectionNode> selections, SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>The selections, in the order written.</summary>
    public ImmutableArray<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
/// <param name="directives">Directives on it.</param>
/// <param name="span">Where it stands.</param>
public abstract class SelectionNode(ImmutableArray<DirectiveNode> directives, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>Directives on the selection.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A selected field.</summary>
/// <param name="alias">The name the response uses instead, if any.</param>
/// <param name="name">The field's name.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="selectionSet">What is selected below, or null for a leaf.</param>
/// <param name="span">Where it stands.</param>
public sealed class FieldNode(
    NameNode? alias,
    NameNode name,
    ImmutableArray<ArgumentNode> arguments,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode? selectionSet,
    SourceSpan span = default) : SelectionNode(directives, span)
{
    /// <summary>The name the response uses instead, if any.</summary>
    public NameNode? Alias { get; } = alias;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its arguments.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

    /// <summary>What is selected below, or null for a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key of this field in the response: the alias, or else the name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>A use of a named fragment, <c>...Name</c>.</summary>
/// <param name="name">The fragment's name.</param>
/// <param name="directives">Directives on the spread.</param>
/// <param name="span">Where it stands.</param>
public sealed class FragmentSpreadNode(NameNode name, ImmutableArray<DirectiveNode> directives, SourceSpan span = default)
    : SelectionNode(directives, span)
{
    /// <summary>The fragment's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A fragment written in place, <c>... on Type { }</c>.</summary>
/// <param name="typeCondition">The type it applies to, or null for the enclosing type.</param>
/// <param name="directives">Directives on it.</param>
/// <param name="selectionSet">What it selects.</param>
/// <param name="span">Where it stands.</param>
public sealed class InlineFragmentNode(
    NamedTypeNode? typeCondition,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    SourceSpan span = default) : SelectionNode(directives, span)
{
    /// <summary>The type the fragment applies to, or null for the enclosing type.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <summary>What it selects.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
