namespace GraphQL.Validation;

/// <summary>
/// What an operation may cost and how costs are counted. The cost is worked out before anything is executed, from the document, the
/// variables and the schema's <c>@cost</c> and <c>@listSize</c> directives.
/// </summary>
public sealed class CostOptions
{
    /// <summary>What the fields of an operation may cost: how much work it may ask for. Default 1,000.</summary>
    public double MaxFieldCost { get; set; } = 1_000;

    /// <summary>What the objects of an operation's result may cost: how much it may give back. Default 1,000.</summary>
    public double MaxTypeCost { get; set; } = 1_000;

    /// <summary>Whether an operation that costs more is refused. Default true.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>What a field costs whose resolver may wait for something. Default 10; composite fields else cost 1 and leaves nothing.</summary>
    public double DefaultResolverCost { get; set; } = 10;

    /// <summary>How many items a list is taken to have when the schema does not say. Default 1.</summary>
    public int DefaultListSize { get; set; } = 1;
}
