using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Consultations;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Consultations;

[QueryType]
public static partial class ConsultationQueries
{
    /// <summary>Consultations. Drafts are among them only for those who may see drafts.</summary>
    /// <param name="order">In which order.</param>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<ConsultationPage>> GetConsultationsAsync(
        [Spread] ConsultationFilter filter,
        PagingArguments paging,
        ConsultationReads reads,
        ClaimsPrincipal user,
        TimeProvider clock,
        CancellationToken cancellation,
        ConsultationOrder order = ConsultationOrder.Newest)
    {
        var drafts = user.May(Permissions.ReadDrafts);
        var today = clock.LondonToday();
        return Keyset.PageAsync(
            paging,
            consultation => ConsultationReads.PositionOf(consultation, order),
            (after, limit) => reads.ListAsync(filter, order, drafts, today, after, limit, cancellation),
            () => reads.CountAsync(filter, drafts, today, cancellation));
    }

    /// <summary>One consultation by its id; null when there is none, or none that you may see.</summary>
    /// <param name="id">The consultation.</param>
    [AllowAnonymous]
    public static Task<ConsultationPage?> GetConsultationAsync([ID<ConsultationPage>] Guid id, ConsultationReads reads, CancellationToken cancellation) =>
        reads.FindAsync(id, cancellation);

    /// <summary>One consultation by the readable part of its address; null when there is none, or none that you may see.</summary>
    /// <param name="slug">The readable part of its address.</param>
    [AllowAnonymous]
    public static Task<ConsultationPage?> GetConsultationBySlugAsync(string slug, ConsultationReads reads, CancellationToken cancellation) =>
        reads.BySlugAsync(slug, cancellation);
}
