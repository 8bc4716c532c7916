using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>A node together with the text it came from, so that an error can name line and column.</summary>
internal sealed record SyntaxReference(SourceText Source, SyntaxNode Node)
{
    public Location Location => LocationOf(Node);

    public Location LocationOf(SyntaxNode node) => Source.GetLocation(node.Span.Start);
}
