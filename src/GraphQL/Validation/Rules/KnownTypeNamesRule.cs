using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A type a document names exists in the schema, or among what the document itself defines.</summary>
internal sealed class KnownTypeNamesRule : ValidationRule
{
    private HashSet<string>? _defined;

    public override string Code => "KNOWN_TYPE_NAMES";

    protected override string Section => "sec-Fragment-Spread-Type-Existence";

    public override void EnterNamedType(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (Context.Schema.GetType(name) is not null)
            return;
        _defined ??= [.. Context.Document.Definitions.OfType<TypeDefinitionNode>().Select(definition => definition.Name.Value)];
        if (!_defined.Contains(name))
            Report($"Unknown type \"{name}\".", type);
    }
}
