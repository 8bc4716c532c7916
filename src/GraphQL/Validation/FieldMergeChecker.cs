using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GraphQL.Execution.Incremental;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>
/// Compares fields that share a response name, within a selection set and across the fragments it spreads. Fragments are compared as
/// pairs and each pair once, so that fragments need not be written out. The comparisons are counted: a hostile document costs no more
/// than the limit.
/// </summary>
internal sealed class FieldMergeChecker(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, CollectedFields> _collected = [];
    private readonly Dictionary<FieldNode, string> _arguments = [];
    private readonly ComparedPairs<string, string> _fragmentPairs = new();
    private readonly ComparedPairs<CollectedFields, string> _fieldsAndFragments = new();
    private int _comparisons;

    public List<FieldConflict> FindConflicts(NamedType? parentType, SelectionSetNode selectionSet)
    {
        var conflicts = new List<FieldConflict>();
        if (context.IsFull)
            return conflicts;
        var fields = Collect(parentType, selectionSet);
        CompareWithin(conflicts, fields);
        for (var i = 0; i < fields.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, areExclusive: false, fields, fields.Fragments[i]);
            for (var j = i + 1; j < fields.Fragments.Count; j++)
                CompareFragments(conflicts, areExclusive: false, fields.Fragments[i], fields.Fragments[j]);
        }

        return conflicts;
    }

    private void CompareWithin(List<FieldConflict> conflicts, CollectedFields fields)
    {
        foreach (var (name, entries) in fields.ByResponseName)
        {
            for (var i = 0; i < entries.Count && !context.IsFull; i++)
            {
                for (var j = i + 1; j < entries.Count && !context.IsFull; j++)
                    Compare(conflicts, areParentsExclusive: false, name, entries[i], entries[j]);
            }
        }
    }

    private void CompareBetween(List<FieldConflict> conflicts, bool areExclusive, CollectedFields first, CollectedFields second)
    {
        foreach (var (name, entries) in first.ByResponseName)
        {
            if (!second.ByResponseName.TryGetValue(name, out var others))
                continue;
            foreach (var entry in entries)
            {
                foreach (var other in others)
                {
                    if (context.IsFull)
                        return;
                    Compare(conflicts, areExclusive, name, entry, other);
                }
            }
        }
    }

    private void CompareWithFragment(List<FieldConflict> conflicts, bool areExclusive, CollectedFields fields, string fragmentName)
    {
        if (!MayGoOn() || !_fieldsAndFragments.Add(fields, fragmentName, areExclusive))
            return;
        if (Collect(fragmentName) is not { } inFragment || ReferenceEquals(fields, inFragment))
            return;
        CompareBetween(conflicts, areExclusive, fields, inFragment);
        foreach (var nested in inFragment.Fragments)
            CompareWithFragment(conflicts, areExclusive, fields, nested);
    }

    private void CompareFragments(List<FieldConflict> conflicts, bool areExclusive, string first, string second)
    {
        if (first == second)
            return;
        var isOrdered = string.CompareOrdinal(first, second) < 0;
        if (!MayGoOn() || !_fragmentPairs.Add(isOrdered ? first : second, isOrdered ? second : first, areExclusive))
            return;
        if (Collect(first) is not { } firstFields || Collect(second) is not { } secondFields)
            return;
        CompareBetween(conflicts, areExclusive, firstFields, secondFields);
        foreach (var nested in secondFields.Fragments)
            CompareFragments(conflicts, areExclusive, first, nested);
        foreach (var nested in firstFields.Fragments)
            CompareFragments(conflicts, areExclusive, nested, second);
    }

    private void Compare(List<FieldConflict> conflicts, bool areParentsExclusive, string name, FieldEntry first, FieldEntry second)
    {
        if (!MayGoOn())
            return;

        // Two different object types never apply to one value, so their fields may differ, as long as the answer keeps one shape.
        var areExclusive = areParentsExclusive
            || (first.ParentType is ObjectType && second.ParentType is ObjectType && first.ParentType != second.ParentType);
        if (!areExclusive && first.Node.Name.Value != second.Node.Name.Value)
        {
            conflicts.Add(new(name, $"\"{first.Node.Name.Value}\" and \"{second.Node.Name.Value}\" are different fields", [first.Node], [second.Node]));
            return;
        }

        if (!areExclusive && ArgumentsOf(first.Node) != ArgumentsOf(second.Node))
        {
            conflicts.Add(new(name, "they have differing arguments", [first.Node], [second.Node]));
            return;
        }

        // Two places may want the list cut at different items.
        if (!ReferenceEquals(first.Node, second.Node) && (IsStreamed(first.Node) || IsStreamed(second.Node)))
        {
            conflicts.Add(new(name, "they have overlapping stream directives", [first.Node], [second.Node]));
            return;
        }

        if (first.Type is not null && second.Type is not null && HaveDifferentShapes(first.Type, second.Type))
        {
            conflicts.Add(new(name, $"they return conflicting types \"{first.Type}\" and \"{second.Type}\"", [first.Node], [second.Node]));
            return;
        }

        if (first.Node.SelectionSet is null || second.Node.SelectionSet is null)
            return;
        var below = CompareSubfields(
            areExclusive, first.Type?.Named, first.Node.SelectionSet, second.Type?.Named, second.Node.SelectionSet);
        if (below.Count > 0)
            conflicts.Add(FieldConflict.Above(name, first.Node, second.Node, below));
    }

    private List<FieldConflict> CompareSubfields(
        bool areExclusive, NamedType? firstType, SelectionSetNode first, NamedType? secondType, SelectionSetNode second)
    {
        var conflicts = new List<FieldConflict>();
        var firstFields = Collect(firstType, first);
        var secondFields = Collect(secondType, second);
        CompareBetween(conflicts, areExclusive, firstFields, secondFields);
        foreach (var fragment in secondFields.Fragments)
            CompareWithFragment(conflicts, areExclusive, firstFields, fragment);
        foreach (var fragment in firstFields.Fragments)
            CompareWithFragment(conflicts, areExclusive, secondFields, fragment);
        foreach (var firstFragment in firstFields.Fragments)
        {
            foreach (var secondFragment in secondFields.Fragments)
                CompareFragments(conflicts, areExclusive, firstFragment, secondFragment);
        }

        return conflicts;
    }

    private bool MayGoOn()
    {
        if (context.IsFull)
            return false;
        if (++_comparisons <= context.Options.MaxFieldMergeComparisons && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        context.ReportLimit(
            "The document has too many fields with the same name to compare. Use fewer fields and fragments.", ValidationErrorCodes.FieldMergeLimit);
        return false;
    }

    private static bool IsStreamed(FieldNode field) => IncrementalDirectives.Find(field.Directives, IncrementalDirectives.Stream) is not null;

    private static bool HaveDifferentShapes(GraphQLType first, GraphQLType second)
    {
        while (true)
        {
            switch (first, second)
            {
                case (NonNullType a, NonNullType b):
                    (first, second) = (a.OfType, b.OfType);
                    break;
                case (ListType a, ListType b):
                    (first, second) = (a.OfType, b.OfType);
                    break;
                case (NamedType a, NamedType b):
                    return (a.IsLeaf || b.IsLeaf) && a != b;
                default:
                    return true;
            }
        }
    }

    /// <summary>The arguments as text in a fixed order, so that equal arguments make equal text.</summary>
    private string ArgumentsOf(FieldNode field)
    {
        if (field.Arguments.IsEmpty)
            return "";
        if (!_arguments.TryGetValue(field, out var text))
        {
            var sorted = field.Arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal);
            _arguments.Add(field, text = string.Join(',', sorted.Select(argument => $"{argument.Name.Value}:{Normalise(argument.Value)}")));
        }

        return text;
    }

    private static ValueNode Normalise(ValueNode value) => value switch
    {
        ListValueNode list => new ListValueNode([.. list.Items.Select(Normalise)]),
        ObjectValueNode input => new ObjectValueNode(
        [
            .. input.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal)
                .Select(field => new ObjectFieldNode(field.Name, Normalise(field.Value))),
        ]),
        _ => value,
    };

    private CollectedFields? Collect(string fragmentName) => context.Fragments.TryGetValue(fragmentName, out var fragment)
        ? Collect(context.Schema.GetType(fragment.TypeCondition.Name.Value), fragment.SelectionSet)
        : null;

    private CollectedFields Collect(NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (!_collected.TryGetValue(selectionSet, out var fields))
        {
            fields = new CollectedFields();
            Collect(parentType, selectionSet.Selections, fields);
            _collected.Add(selectionSet, fields);
        }

        return fields;
    }

    private void Collect(NamedType? parentType, ImmutableArray<SelectionNode> selections, CollectedFields fields)
    {
        foreach (var selection in selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new FieldEntry(parentType, field, parentType is null ? null : context.Schema.GetField(parentType, field.Name.Value)?.Type));
                    break;
                case FragmentSpreadNode spread:
                    fields.AddFragment(spread.Name.Value);
                    break;
                case InlineFragmentNode fragment:
                    Collect(
                        fragment.TypeCondition is null ? parentType : context.Schema.GetType(fragment.TypeCondition.Name.Value),
                        fragment.SelectionSet.Selections,
                        fields);
                    break;
            }
        }
    }
}
