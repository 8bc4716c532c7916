using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Sdl;

/// <summary>What is known of a directive before types are resolved, be it defined in text or in C#.</summary>
internal sealed record DirectiveShape(
    ImmutableArray<DirectiveLocation> Locations, bool IsRepeatable, IReadOnlyDictionary<string, (string Type, bool IsRequired)> Arguments)
{
    public static DirectiveShape? Find(string name, Dictionary<string, SyntaxReference> defined, SchemaAssembly assembly)
    {
        if (defined.TryGetValue(name, out var reference))
            return From((DirectiveDefinitionNode)reference.Node);
        return assembly.FindDirective(name) is { } directive ? From(directive) : null;
    }

    private static DirectiveShape From(DirectiveDefinitionNode node)
    {
        var arguments = new Dictionary<string, (string Type, bool IsRequired)>(StringComparer.Ordinal);
        foreach (var argument in node.Arguments)
            arguments[argument.Name.Value] = (argument.Type.ToString(), argument.Type is NonNullTypeNode && argument.DefaultValue is null);
        var locations = node.Locations.Select(location => DirectiveLocations.TryParse(location.Value, out var known) ? known : default);
        return new DirectiveShape([.. locations], node.IsRepeatable, arguments);
    }

    private static DirectiveShape From(DirectiveDefinition directive)
    {
        var arguments = new Dictionary<string, (string Type, bool IsRequired)>(StringComparer.Ordinal);
        foreach (var argument in directive.Arguments)
        {
            var type = argument.TypeReference.ToString()!;
            arguments[argument.Name] = (type, type.EndsWith('!') && argument.DefaultValue is null);
        }

        return new DirectiveShape(directive.Locations, directive.IsRepeatable, arguments);
    }
}
