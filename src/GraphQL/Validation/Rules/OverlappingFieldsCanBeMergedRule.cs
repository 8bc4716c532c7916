using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Fields with the same key in the response ask for the same thing, so that one value can answer them all.</summary>
internal sealed class OverlappingFieldsCanBeMergedRule : ValidationRule
{
    private FieldMergeChecker? _checker;
    private SelectionSetNode? _inline;

    public override string Code => "OVERLAPPING_FIELDS_CAN_BE_MERGED";

    protected override string Section => "sec-Field-Selection-Merging";

    public override void EnterInlineFragment(InlineFragmentNode fragment) => _inline = fragment.SelectionSet;

    public override void EnterSelectionSet(SelectionSetNode selectionSet)
    {
        // Compared already, as part of the selection set around it.
        if (ReferenceEquals(selectionSet, _inline))
            return;
        _checker ??= new FieldMergeChecker(Context);
        foreach (var conflict in _checker.FindConflicts(Context.ParentType, selectionSet))
        {
            Report(
                $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.First, .. conflict.Second]);
        }
    }
}
