using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A spread names a fragment of the document.</summary>
internal sealed class KnownFragmentNamesRule : ValidationRule
{
    public override string Code => "KNOWN_FRAGMENT_NAMES";

    protected override string Section => "sec-Fragment-Spread-Target-Defined";

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (!Context.Fragments.ContainsKey(spread.Name.Value))
            Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
    }
}
