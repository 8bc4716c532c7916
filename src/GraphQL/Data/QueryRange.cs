namespace GraphQL.Data;

/// <summary>A part of the rows that a page may have, read before or after the other part.</summary>
/// <param name="Condition">Which rows, beside the filter; null for all.</param>
/// <param name="Order">The order to read them in.</param>
internal sealed record QueryRange(FilterNode? Condition, IReadOnlyList<SortKey> Order);
