using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>A fragment applies to an object type, interface or union.</summary>
internal sealed class FragmentsOnCompositeTypesRule : ValidationRule
{
    public override string Code => "FRAGMENTS_ON_COMPOSITE_TYPES";

    protected override string Section => "sec-Fragments-on-Object-Interface-or-Union-Types";

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is not null)
            Check(fragment.TypeCondition, "Fragment");
    }

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment) =>
        Check(fragment.TypeCondition, $"Fragment \"{fragment.Name.Value}\"");

    private void Check(NamedTypeNode condition, string subject)
    {
        if (Context.Schema.GetType(condition.Name.Value) is { IsComposite: false })
            Report($"{subject} cannot condition on non composite type \"{condition.Name.Value}\".", condition);
    }
}
