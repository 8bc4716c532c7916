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
    /// <summary>Consultations, newest first. Drafts are among them only for those who may see drafts.</summary>
    /// <param name="state">Only those in this state.</param>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<ConsultationPage>> GetConsultationsAsync(
        ConsultationState? state, PagingArguments paging, ConsultationReads reads, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancellation)
    {
        var drafts = user.May(Permissions.ReadDrafts);
        var today = clock.LondonToday();
        return Keyset.PageAsync(
            paging,
            ConsultationReads.PositionOf,
            (after, limit) => reads.ListAsync(state, drafts, today, after, limit, cancellation),
            () => reads.CountAsync(state, drafts, today, cancellation));
    }

    /// <summary>One consultation by its id; null when there is none, or none that you may see.</summary>
    [AllowAnonymous]
    public static Task<ConsultationPage?> GetConsultationAsync([ID<ConsultationPage>] Guid id, ConsultationReads reads, CancellationToken cancellation) =>
        reads.FindAsync(id, cancellation);

    /// <summary>One consultation by the readable part of its address; null when there is none, or none that you may see.</summary>
    [AllowAnonymous]
    public static Task<ConsultationPage?> GetConsultationBySlugAsync(string slug, ConsultationReads reads, CancellationToken cancellation) =>
        reads.BySlugAsync(slug, cancellation);
}
