using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A directive stands once in a place, unless it is repeatable.</summary>
internal sealed class UniqueDirectivesPerLocationRule : ValidationRule
{
    public override string Code => "UNIQUE_DIRECTIVES_PER_LOCATION";

    protected override string Section => "sec-Directives-Are-Unique-per-Location";

    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, DirectiveLocation location)
    {
        if (directives.Length < 2)
            return;
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.GetDirective(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
                Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}
