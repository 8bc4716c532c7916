using GraphQL.Data;

namespace GraphQL.Tests.Library;

/// <summary>Where the works are: a list in memory, or a database.</summary>
/// <param name="Works">The works for resolvers that return a query.</param>
/// <param name="ReadAsync">Answers resolvers that take what is asked.</param>
public sealed record Archive(IQueryable<Work> Works, Func<QueryContext<Work>, CancellationToken, Task<Connection<Work>>> ReadAsync)
{
    public static Archive Of(IEnumerable<Work> works)
    {
        var query = works.AsQueryable();
        return new(query, (asked, cancellation) => query.ToConnectionAsync(asked, cancellation));
    }
}
