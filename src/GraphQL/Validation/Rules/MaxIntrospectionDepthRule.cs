using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Introspection's lists are not nested without need: each level multiplies the answer by the size of the schema. Not a rule of the
/// specification, but one that every public server needs.
/// </summary>
internal sealed class MaxIntrospectionDepthRule : ValidationRule
{
    private const int MaxNestedLists = 3;

    private readonly Dictionary<string, int> _depthByFragment = new(StringComparer.Ordinal);

    public override string Code => "MAX_INTROSPECTION_DEPTH";

    protected override string Section => "sec-Introspection";

    public override void EnterField(FieldNode field)
    {
        if (field.Name.Value is "__schema" or "__type" && field.SelectionSet is not null && NestedLists(field.SelectionSet) >= MaxNestedLists)
            Report("Maximum introspection depth exceeded", field);
    }

    private int NestedLists(SelectionSetNode selectionSet)
    {
        var deepest = 0;
        foreach (var selection in selectionSet.Selections)
        {
            deepest = Math.Max(deepest, selection switch
            {
                FieldNode field => (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0)
                    + (field.SelectionSet is null ? 0 : NestedLists(field.SelectionSet)),
                InlineFragmentNode fragment => NestedLists(fragment.SelectionSet),
                FragmentSpreadNode spread => NestedLists(spread),
                _ => 0,
            });

            // Deep enough to refuse: looking further would only cost.
            if (deepest >= MaxNestedLists)
                break;
        }

        return deepest;
    }

    private int NestedLists(FragmentSpreadNode spread)
    {
        var name = spread.Name.Value;
        if (_depthByFragment.TryGetValue(name, out var known))
            return known;
        if (!Context.Fragments.TryGetValue(name, out var fragment) || !Context.HasStack())
            return 0;

        // Counted as nothing while it is looked at, which ends a cycle; another rule reports it.
        _depthByFragment[name] = 0;
        return _depthByFragment[name] = NestedLists(fragment.SelectionSet);
    }
}
