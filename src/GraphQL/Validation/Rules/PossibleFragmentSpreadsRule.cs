using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation.Rules;

/// <summary>A fragment stands only where its type and the enclosing type have an object type in common.</summary>
internal sealed class PossibleFragmentSpreadsRule : ValidationRule
{
    public override string Code => "POSSIBLE_FRAGMENT_SPREADS";

    protected override string Section => "sec-Fragment-Spread-Is-Possible";

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is not null)
            Check("Fragment", fragment.TypeCondition, fragment);
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragments.TryGetValue(spread.Name.Value, out var fragment))
            Check($"Fragment \"{spread.Name.Value}\"", fragment.TypeCondition, spread);
    }

    private void Check(string subject, NamedTypeNode condition, SelectionNode node)
    {
        if (Context.ParentType is not { } parent || Context.Schema.GetType(condition.Name.Value) is not { IsComposite: true } type)
            return;
        if (!Overlap(parent, type))
            Report($"{subject} cannot be spread here as objects of type \"{parent.Name}\" can never be of type \"{type.Name}\".", node);
    }

    private bool Overlap(NamedType first, NamedType second) =>
        first == second || Context.Schema.GetPossibleTypes(first).AsSpan().ContainsAnyOf(Context.Schema.GetPossibleTypes(second).AsSpan());
}

file static class PossibleTypes
{
    public static bool ContainsAnyOf(this ReadOnlySpan<ObjectType> types, ReadOnlySpan<ObjectType> others)
    {
        foreach (var type in types)
        {
            foreach (var other in others)
            {
                if (ReferenceEquals(type, other))
                    return true;
            }
        }

        return false;
    }
}
