using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>Finds the variables that skip and include ask about anywhere in an operation or a fragment of its document.</summary>
internal static class ConditionVariables
{
    public static ImmutableArray<string> Find(DocumentNode document, OperationDefinitionNode operation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Add(operation.SelectionSet, names);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
            Add(fragment.SelectionSet, names);
        return [.. names];
    }

    private static void Add(SelectionSetNode selectionSet, SortedSet<string> names)
    {
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value is "skip" or "include" && directive.Arguments is [{ Value: VariableNode variable }])
                    names.Add(variable.Name.Value);
            }
            var below = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode inline => inline.SelectionSet,
                _ => null,
            };
            if (below is not null)
                Add(below, names);
        }
    }
}
