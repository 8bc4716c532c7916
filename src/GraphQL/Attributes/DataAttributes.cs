namespace GraphQL;

/// <summary>
/// Adds the argument where to a resolver: conditions on the properties of its items that are marked with <see cref="FilterableAttribute"/>.
/// A resolver that returns an <see cref="IQueryable{T}"/> has them applied to what it returns; one that takes a
/// <see cref="Data.QueryContext{T}"/> is given them.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseFilteringAttribute : Attribute;

/// <summary>
/// Adds the argument order to a resolver: a list of properties of its items that are marked with <see cref="SortableAttribute"/>, each with
/// ASC or DESC. A null counts as greater than every value. Applied, or given, as <see cref="UseFilteringAttribute"/> says.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseSortingAttribute : Attribute
{
    /// <summary>The order when the client gives none, as a GraphQL literal such as <c>[{ addedAt: DESC }]</c>; it stands in the schema.</summary>
    public string? DefaultOrder { get; set; }
}

/// <summary>
/// Lets clients filter by a property, wherever a resolver with <see cref="UseFilteringAttribute"/> returns its type. What is not marked
/// cannot be filtered by. On a positional record the attribute may stand on the parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class FilterableAttribute : Attribute;

/// <summary>
/// Lets clients sort by a property, wherever a resolver with <see cref="UseSortingAttribute"/> returns its type. What is not marked cannot be
/// sorted by. On a positional record the attribute may stand on the parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SortableAttribute : Attribute;
