using System.Text.RegularExpressions;
using System.Xml.Linq;
using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Turns documentation comments into descriptions.</summary>
internal static class DocumentationText
{
    private static readonly Regex Spaces = new(@"\s+", RegexOptions.Compiled);

    /// <summary>The description of a type, member or enum value.</summary>
    public static Documentation Of(ISymbol symbol, CancellationToken cancellation)
    {
        var text = Attributes.Description(symbol) ?? Text(Comment(symbol, cancellation), null);
        return new(text, text is null ? symbol.GetDocumentationCommentId() : null);
    }

    /// <summary>The description of a property; that of a positional record's stands with the record, as a parameter.</summary>
    public static Documentation OfProperty(IPropertySymbol property, CancellationToken cancellation)
    {
        var own = Of(property, cancellation);
        return own.Text is not null || !property.ContainingType.IsRecord ? own : OfParameter(property, property.ContainingType, property.Name, cancellation) switch
        {
            { Text: not null } found => found,
            var elsewhere when property.DeclaringSyntaxReferences.Length == 0 && IsPositional(property) => elsewhere,
            _ => own,
        };
    }

    // Of another assembly only the documentation file is known, in which the two stand in different places.
    private static bool IsPositional(IPropertySymbol property) => property.ContainingType.InstanceConstructors
        .Any(constructor => constructor.Parameters.Any(parameter => parameter.Name == property.Name));

    /// <summary>The description of a parameter, which stands in the comment of its method or record.</summary>
    public static Documentation OfParameter(ISymbol annotated, ISymbol owner, string name, CancellationToken cancellation)
    {
        var text = Attributes.Description(annotated) ?? Text(Comment(owner, cancellation), name);
        return new(text, text is null ? owner.GetDocumentationCommentId() : null, name);
    }

    /// <summary>The summary, or a parameter's text, in a member element of a documentation comment.</summary>
    public static string? Text(XElement? comment, string? parameter)
    {
        var element = parameter is null
            ? comment?.Element("summary")
            : comment?.Elements("param").FirstOrDefault(candidate => (string?)candidate.Attribute("name") == parameter);
        if (element is null)
            return null;
        var text = string.Join("\n", Flatten(element).Split('\n').Select(line => Spaces.Replace(line, " ").Trim())).Trim();
        return text.Length == 0 ? null : text;
    }

    private static XElement? Comment(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrEmpty(xml))
            return null;
        try
        {
            return XElement.Parse(xml!);
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    private static string Flatten(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => Spaces.Replace(text.Value, " "),
        XElement { Name.LocalName: "para" } paragraph => "\n\n" + Flatten(paragraph).Trim() + "\n\n",
        XElement { IsEmpty: true } reference => Reference(reference),
        XElement inline => Flatten(inline),
        _ => "",
    }));

    private static string Reference(XElement element)
    {
        var target = (string?)element.Attribute("name") ?? (string?)element.Attribute("langword") ?? (string?)element.Attribute("cref") ?? "";
        var parenthesis = target.IndexOf('(');
        if (parenthesis >= 0)
            target = target.Substring(0, parenthesis);
        return target.Substring(target.LastIndexOfAny(['.', ':']) + 1);
    }
}
