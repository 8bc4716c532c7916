using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>
/// A condition on rows, immutable and independent of any data source: one of <see cref="AllFilter"/>, <see cref="AnyFilter"/>,
/// <see cref="FieldFilter"/>, <see cref="ObjectFilter"/> and <see cref="ListFilter"/>. Only properties that are declared filterable, and for
/// paging those sorted by, appear in it. Values have the property's type; moments are in UTC, texts without the character U+0000.
/// </summary>
public abstract record FilterNode
{
    private protected FilterNode()
    {
    }

    internal static FilterNode Everything { get; } = new AllFilter([]);

    internal static FilterNode Nothing { get; } = new AnyFilter([]);

    /// <summary>The condition as an expression of nodes that query providers translate; values are captured variables, not constants.</summary>
    /// <typeparam name="T">The row's type.</typeparam>
    /// <returns>The expression.</returns>
    public Expression<Func<T, bool>> ToExpression<T>() => FilterExpression.Of<T>(this);

    internal static FilterNode All(params IEnumerable<FilterNode?> filters)
    {
        var kept = filters.OfType<FilterNode>().Where(filter => filter is not AllFilter { Filters.Count: 0 }).ToArray();
        return kept.Length == 1 ? kept[0] : kept.FirstOrDefault(filter => filter is AnyFilter { Filters.Count: 0 }) ?? new AllFilter(kept);
    }

    internal static FilterNode Any(params IEnumerable<FilterNode> filters)
    {
        var kept = filters.Where(filter => filter is not AnyFilter { Filters.Count: 0 }).ToArray();
        return kept.Length == 1 ? kept[0] : kept.FirstOrDefault(filter => filter is AllFilter { Filters.Count: 0 }) ?? new AnyFilter(kept);
    }
}

/// <summary>Holds when all conditions hold; when there is none, it holds for each row.</summary>
/// <param name="Filters">The conditions.</param>
public sealed record AllFilter(IReadOnlyList<FilterNode> Filters) : FilterNode;

/// <summary>Holds when any condition holds; when there is none, it holds for no row.</summary>
/// <param name="Filters">The conditions.</param>
public sealed record AnyFilter(IReadOnlyList<FilterNode> Filters) : FilterNode;

/// <summary>Compares a property with a value.</summary>
/// <param name="Field">The property.</param>
/// <param name="Operator">How they are compared.</param>
/// <param name="Value">The value, or the list of values for <see cref="FilterOperator.In"/> and <see cref="FilterOperator.Nin"/>.</param>
public sealed record FieldFilter(QueryField Field, FilterOperator Operator, object? Value) : FilterNode;

/// <summary>Holds when there is an object and the condition holds for it.</summary>
/// <param name="Field">The property with the object.</param>
/// <param name="Filter">A condition on the object.</param>
public sealed record ObjectFilter(QueryField Field, FilterNode Filter) : FilterNode;

/// <summary>Holds when there is a list and as many of its items as said meet the condition.</summary>
/// <param name="Field">The property with the list.</param>
/// <param name="Quantifier">How many items.</param>
/// <param name="Filter">
/// A condition on an item. On an item that is a plain value it is a <see cref="FieldFilter"/> whose field has no member.
/// </param>
public sealed record ListFilter(QueryField Field, ListQuantifier Quantifier, FilterNode Filter) : FilterNode;
