namespace GraphQL.Language;

/// <summary>Where a node stands in its source, in UTF-8 bytes.</summary>
/// <param name="Start">The offset of the first byte.</param>
/// <param name="End">The offset just after the last byte.</param>
public readonly record struct SourceSpan(int Start, int End);

/// <summary>A piece of a parsed document. Nodes never change, so a document may be shared between threads and cached.</summary>
/// <param name="span">Where the node stands in its source.</param>
public abstract class SyntaxNode(SourceSpan span)
{
    /// <summary>Where the node stands in its source; zero for a node that was not parsed.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>The node as GraphQL text.</summary>
    /// <returns>GraphQL text that parses to an equal node.</returns>
    public override string ToString() => SyntaxPrinter.Print(this);
}

/// <summary>A name: of a type, a field, an argument, a fragment and so on.</summary>
/// <param name="value">The name's text.</param>
/// <param name="span">Where it stands.</param>
public sealed class NameNode(string value, SourceSpan span = default) : SyntaxNode(span)
{
    /// <summary>The name's text.</summary>
    public string Value { get; } = value;
}
