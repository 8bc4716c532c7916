using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Feedback;

[QueryType]
public static partial class EntryQueries
{
    /// <summary>Published "you said, we did": what is looked for, or all there is.</summary>
    /// <param name="order">In which order.</param>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<EntryPage>> GetEntriesAsync(
        [Spread, ID<ConsultationPage>(nameof(EntryQuery.ConsultationId))] EntryQuery query,
        PagingArguments paging,
        EntrySearch search,
        CancellationToken cancellation,
        EntryOrder order = EntryOrder.Newest) =>
        Keyset.PageAsync(
            paging,
            entry => entry.Position,
            (after, limit) => search.FindAsync(query, order, after, limit, cancellation),
            () => search.CountAsync(query, cancellation));

    /// <summary>
    /// What the entries that are looked for could be narrowed to, with how many each would leave. Entries are public documents that anybody can count, so
    /// the numbers are exact; they say nothing of how many people spoke.
    /// </summary>
    [AllowAnonymous]
    public static Task<EntryFacets> GetEntryFacetsAsync(
        [Spread, ID<ConsultationPage>(nameof(EntryQuery.ConsultationId))] EntryQuery query, EntrySearch search, CancellationToken cancellation) =>
        search.FacetsAsync(query, cancellation);

    /// <summary>One entry by the readable part of its address.</summary>
    /// <param name="slug">The readable part of its address.</param>
    [AllowAnonymous]
    public static Task<EntryPage?> GetEntryBySlugAsync(string slug, EntryReads reads, CancellationToken cancellation) =>
        reads.BySlugAsync(slug, cancellation);

    /// <summary>Words that wait for a family reader to say whether they are plain. Those of the loops due first come first.</summary>
    [Authorize(Permissions.SignPlainLanguage), UsePaging(DefaultPageSize = 20)]
    public static async Task<Connection<DraftToRead>> GetEntriesToReadAsync(
        PagingArguments paging, LoopReads reads, TimeProvider clock, CancellationToken cancellation)
    {
        var page = await Keyset.PageAsync(
            paging,
            LoopReads.PositionOf,
            (after, limit) => reads.BoardAsync(new LoopBoardQuery(DraftsToReadOnly: true), clock.LondonToday(), after, limit, cancellation));
        return new Connection<DraftToRead>([.. page.Edges.Select(edge => new Edge<DraftToRead>(DraftToRead.Of(edge.Node)!, edge.Cursor))], page.PageInfo);
    }
}
