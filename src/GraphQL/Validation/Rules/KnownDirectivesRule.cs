using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A directive exists in the schema and may stand where it stands.</summary>
internal sealed class KnownDirectivesRule : ValidationRule
{
    public override string Code => "KNOWN_DIRECTIVES";

    protected override string Section => "sec-Directives-Are-Defined";

    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, DirectiveLocation location)
    {
        foreach (var directive in directives)
        {
            if (Context.Schema.GetDirective(directive.Name.Value) is not { } definition)
                Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
            else if (!definition.Locations.Contains(location))
                Report($"Directive \"@{definition.Name}\" may not be used on {location.ToName()}.", directive);
        }
    }
}
