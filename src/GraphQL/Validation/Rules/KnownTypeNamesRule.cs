using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A type a document names exists in the schema.</summary>
internal sealed class KnownTypeNamesRule : ValidationRule
{
    public override string Code => "KNOWN_TYPE_NAMES";

    protected override string Section => "sec-Fragment-Spread-Type-Existence";

    public override void EnterNamedType(NamedTypeNode type)
    {
        if (Context.Schema.GetType(type.Name.Value) is null)
            Report($"Unknown type \"{type.Name.Value}\".", type);
    }
}
