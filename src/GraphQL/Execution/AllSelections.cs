using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>Every selection of an operation and of the fragments of its document, however deep, in no order; a fragment counts once.</summary>
internal static class AllSelections
{
    public static IEnumerable<SelectionNode> Of(DocumentNode document, OperationDefinitionNode operation)
    {
        var waiting = new Stack<SelectionSetNode>(document.Definitions.OfType<FragmentDefinitionNode>().Select(fragment => fragment.SelectionSet));
        waiting.Push(operation.SelectionSet);
        while (waiting.TryPop(out var selectionSet))
        {
            foreach (var selection in selectionSet.Selections)
            {
                yield return selection;
                var below = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    _ => null,
                };
                if (below is not null)
                    waiting.Push(below);
            }
        }
    }
}
