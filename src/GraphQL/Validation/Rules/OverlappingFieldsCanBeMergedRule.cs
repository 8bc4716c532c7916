using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Fields with the same key in the response ask for the same thing, so that one value can answer them all.</summary>
internal sealed class OverlappingFieldsCanBeMergedRule : ValidationRule
{
    private FieldMergeChecker? _checker;

    public override string Code => "OVERLAPPING_FIELDS_CAN_BE_MERGED";

    protected override string Section => "sec-Field-Selection-Merging";

    public override void EnterSelectionSet(SelectionSetNode selectionSet)
    {
        _checker ??= new FieldMergeChecker(Context);
        foreach (var conflict in _checker.FindConflicts(Context.ParentType, selectionSet))
        {
            Report(
                $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.First, .. conflict.Second]);
        }
    }
}
