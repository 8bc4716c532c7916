using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>A whole document: operations and fragments, or type-system definitions, or both.</summary>
/// <param name="definitions">The definitions, in the order written.</param>
/// <param name="source">The text, kept to work out line and column for errors.</param>
public sealed class DocumentNode(ImmutableArray<DefinitionNode> definitions, SourceText source) : SyntaxNode(new SourceSpan(0, source.Length))
{
    /// <summary>The definitions, in the order written.</summary>
    public ImmutableArray<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>The text the document was parsed from.</summary>
    public SourceText Source { get; } = source;
}

/// <summary>A definition at the top of a document.</summary>
/// <param name="description">The description before it, if any.</param>
/// <param name="span">Where it stands.</param>
public abstract class DefinitionNode(StringValueNode? description, SourceSpan span) : SyntaxNode(span)
{
    /// <summary>The description before the definition, if any.</summary>
    public StringValueNode? Description { get; } = description;
}
