namespace GraphQL.Validation;

/// <summary>
/// The stable codes of limits in validation. Each rule has a code of its own beside these: the rule's name in capitals, such as
/// <c>FIELDS_ON_CORRECT_TYPE</c>.
/// </summary>
public static class ValidationErrorCodes
{
    /// <summary>More errors than <see cref="ValidationOptions.MaxErrors"/>; the rest are not reported.</summary>
    public const string ErrorLimit = "LIMIT_ERRORS";

    /// <summary>More levels than <see cref="ValidationOptions.MaxDepth"/> once fragments are written out.</summary>
    public const string DepthLimit = "LIMIT_DEPTH";

    /// <summary>More uses of fragments than <see cref="ValidationOptions.MaxFragmentVisits"/>.</summary>
    public const string FragmentVisitLimit = "LIMIT_FRAGMENT_VISITS";

    /// <summary>More comparisons than <see cref="ValidationOptions.MaxFieldMergeComparisons"/>.</summary>
    public const string FieldMergeLimit = "LIMIT_FIELD_MERGE_COMPARISONS";
}
