using GraphQL.Data;

namespace GraphQL.Tests.Library;

[QueryType]
public static partial class ArchiveQueries
{
    /// <summary>Works, a page at a time.</summary>
    [UsePaging(IncludeTotalCount = true), UseFiltering, UseSorting(DefaultOrder = "[{ title: ASC }]")]
    public static IQueryable<Work> GetWorks([Service] Archive archive) => archive.Works;

    /// <summary>All works at once.</summary>
    [UseFiltering, UseSorting]
    public static Task<IQueryable<Work>> GetAllWorksAsync([Service] Archive archive) => Task.FromResult(archive.Works);

    /// <summary>The same works, read by a read model that is told what is asked.</summary>
    [UsePaging(ConnectionName = "Works", IncludeTotalCount = true), UseFiltering, UseSorting]
    public static Task<Connection<Work>> GetWorksReadAsync(QueryContext<Work> query, [Service] Archive archive, CancellationToken cancellation) =>
        archive.ReadAsync(query, cancellation);

    /// <summary>How many pages of works there are, sizes taken from the server's options.</summary>
    [UsePaging(ConnectionName = "Works", IncludeTotalCount = true)]
    public static IQueryable<Work> GetWorksInOrder([Service] Archive archive) => archive.Works;
}
