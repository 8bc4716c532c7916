using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>The comments of other assemblies, from the documentation files that the build hands over.</summary>
internal sealed class DocumentationFiles(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
{
    private Dictionary<string, XElement>? _members;

    /// <summary>The description, wherever it stands.</summary>
    public string? Find(Documentation documentation)
    {
        if (documentation.Text is not null || documentation.Id is null)
            return documentation.Text;
        _members ??= Read();
        return _members.TryGetValue(documentation.Id, out var member) ? DocumentationText.Text(member, documentation.Parameter) : null;
    }

    private Dictionary<string, XElement> Read()
    {
        var members = new Dictionary<string, XElement>();
        foreach (var file in files)
        {
            var text = file.GetText(cancellation)?.ToString();
            if (text is null)
                continue;
            try
            {
                foreach (var member in XDocument.Parse(text).Descendants("member"))
                    members[(string?)member.Attribute("name") ?? ""] = member;
            }
            catch (XmlException)
            {
                // A file that is not a documentation file has no descriptions to give.
            }
        }
        return members;
    }
}
