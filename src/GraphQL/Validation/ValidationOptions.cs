namespace GraphQL.Validation;

/// <summary>How far validation goes before it gives up on a document. The defaults suit requests from strangers.</summary>
public sealed record ValidationOptions
{
    /// <summary>The defaults: 5 errors, 200 levels, 10,000 fragment visits, 100,000 field comparisons.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>How many errors are reported before validation stops: of a document, and in the same way of the variables of a request.</summary>
    public int MaxErrors { get; init; } = 5;

    /// <summary>How many selection sets may stand inside one another once all fragments are written out.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>How many fragments an operation may use, counting a fragment again wherever it is used.</summary>
    public int MaxFragmentVisits { get; init; } = 10_000;

    /// <summary>How many pairs of fields may be compared to see whether they can be merged.</summary>
    public int MaxFieldMergeComparisons { get; init; } = 100_000;
}
