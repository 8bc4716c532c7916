namespace GraphQL;

/// <summary>Says what a field costs, as <c>@cost(weight:)</c> in the schema.</summary>
/// <param name="weight">The cost; the limits are in <see cref="Validation.CostOptions"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The cost.</summary>
    public double Weight { get; } = weight;
}

/// <summary>
/// Says how many items a list may have, as <c>@listSize</c> in the schema, so that its cost can be told before it is read. A field with
/// <see cref="UsePagingAttribute"/> needs none.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>How many items there are when no slicing argument says; -1 when the schema does not say.</summary>
    public int AssumedSize { get; set; } = -1;

    /// <summary>The arguments that say how many items are asked for. A dot leads into an input object.</summary>
    public string[] SlicingArguments { get; set; } = [];

    /// <summary>The fields below that hold the items, when the field itself is no list.</summary>
    public string[] SizedFields { get; set; } = [];

    /// <summary>Whether exactly one slicing argument must be given. Default true.</summary>
    public bool RequireOneSlicingArgument { get; set; } = true;
}
