using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>A node together with the text it came from, so that an error can name line and column.</summary>
internal sealed record SyntaxReference(SourceText Source, SyntaxNode Node)
{
    public Location Location => Source.GetLocation(Node.Span.Start);
}

/// <summary>Ways from a definition to the part of it that an error is about. All of them lead nowhere for a definition made in code.</summary>
internal static class SyntaxReferences
{
    public static SyntaxReference? At(this SyntaxReference? reference, SyntaxNode? node) =>
        reference is null || node is null ? null : reference with { Node = node };

    public static SyntaxReference? TypeOf(this SyntaxReference? reference) => reference.At(reference?.Node switch
    {
        FieldDefinitionNode field => field.Type,
        InputValueDefinitionNode value => value.Type,
        _ => null,
    });

    public static SyntaxReference? DefaultValueOf(this SyntaxReference? reference) =>
        reference.At((reference?.Node as InputValueDefinitionNode)?.DefaultValue);

    public static SyntaxReference? DeprecatedDirective(this SyntaxReference? reference)
    {
        var directives = reference?.Node switch
        {
            FieldDefinitionNode field => field.Directives,
            InputValueDefinitionNode value => value.Directives,
            _ => [],
        };
        return reference.At(directives.FirstOrDefault(directive => directive.Name.Value == "deprecated"));
    }
}
