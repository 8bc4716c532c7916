using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Fragments of one document have different names.</summary>
internal sealed class UniqueFragmentNamesRule : ValidationRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override string Code => "UNIQUE_FRAGMENT_NAMES";

    protected override string Section => "sec-Fragment-Name-Uniqueness";

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        if (!_seen.TryAdd(name.Value, name))
            Report($"There can be only one fragment named \"{name.Value}\".", _seen[name.Value], name);
    }
}
