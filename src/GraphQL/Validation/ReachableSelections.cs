using System.Collections;
using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation;

/// <summary>
/// The selections that an operation reaches, those in fragments too, each fragment once; with each the spreads that lead to it. What is left
/// out for certain, or may be, is not among them when fields are gone into.
/// </summary>
internal sealed class ReachableSelections(ValidationContext context, SelectionSetNode root, bool intoFields)
    : IEnumerable<(SelectionNode Selection, ImmutableArray<FragmentSpreadNode> Spreads)>
{
    // The way to a selection may lead through thousands of fragments; a reader of the error needs but the first.
    private const int MaxSpreadsNamed = 16;

    public IEnumerator<(SelectionNode Selection, ImmutableArray<FragmentSpreadNode> Spreads)> GetEnumerator()
    {
        // A list of what is still to read, and no recursion: fragments may follow one another without end.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<(SelectionNode Selection, ImmutableArray<FragmentSpreadNode> Spreads)>();
        Push(root, []);
        while (waiting.TryPop(out var next))
        {
            var (selection, spreads) = next;
            if (intoFields && MayBeLeftOut(selection))
                continue;
            yield return next;
            switch (selection)
            {
                case FieldNode { SelectionSet: { } below } when intoFields:
                    Push(below, spreads);
                    break;
                case InlineFragmentNode inline:
                    Push(inline.SelectionSet, spreads);
                    break;
                case FragmentSpreadNode spread when seen.Add(spread.Name.Value) && context.Fragments.TryGetValue(spread.Name.Value, out var fragment):
                    Push(fragment.SelectionSet, spreads.Length < MaxSpreadsNamed ? [.. spreads, spread] : spreads);
                    break;
            }
        }

        void Push(SelectionSetNode selectionSet, ImmutableArray<FragmentSpreadNode> spreads)
        {
            foreach (var selection in selectionSet.Selections.Reverse())
                waiting.Push((selection, spreads));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool MayBeLeftOut(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is not ("skip" or "include") || directive.Arguments.Length == 0)
                continue;
            if (directive.Arguments[0].Value is not BooleanValueNode condition || condition.Value == (directive.Name.Value == "skip"))
                return true;
        }
        return false;
    }
}
