using System.ComponentModel;
using GraphQL.Execution;

namespace GraphQL.Data;

/// <summary>Reads what clients ask of lists; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class QueryContext
{
    /// <summary>Reads what a client sent for a field.</summary>
    /// <typeparam name="T">The row's type.</typeparam>
    /// <param name="context">The field.</param>
    /// <param name="paging">The page, or null when the field is not paged.</param>
    /// <param name="identity">The property that tells all rows apart, where one is known.</param>
    /// <returns>What is asked.</returns>
    /// <exception cref="GraphQLException">The filter or the order is too large, or a cursor is not of this list or of another order.</exception>
    public static QueryContext<T> Create<T>(IResolverContext context, PagingArguments? paging, QueryField? identity)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Argument<FilterNode?>("where"), SortKeys.Read(context.Argument<object?>("order")), paging, identity, context);
    }
}
