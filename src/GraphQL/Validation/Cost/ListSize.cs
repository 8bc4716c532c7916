using System.Collections.Immutable;

namespace GraphQL.Validation;

/// <summary>How many items a list may have, as <c>@listSize</c> or paging says.</summary>
internal sealed class ListSize
{
    public int? AssumedSize { get; init; }

    public ImmutableArray<string> SlicingArguments { get; init; } = [];

    public ImmutableArray<string> SizedFields { get; init; } = [];

    public bool RequireOneSlicingArgument { get; init; }

    /// <summary>The most items there can be, whatever is asked for.</summary>
    public int MaxSize { get; init; } = int.MaxValue;

    /// <summary>A page: as many items as asked for, else the default, never more than the field allows.</summary>
    public static ListSize Page(int defaultSize, int maxSize) => new()
    {
        AssumedSize = defaultSize,
        MaxSize = maxSize,
        SlicingArguments = ["first", "last"],
        SizedFields = ["edges", "nodes"],
    };
}
