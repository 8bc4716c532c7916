using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Coding;

/// <summary>
/// Who else is at a coding board, and has what open. Asking is being there: whoever sees the others is seen by them, and nobody else sees either. A page
/// says it when it is loaded; its script says it again while somebody stays.
/// </summary>
internal sealed class BoardCompany(IEngagementGraphQL graphQL)
{
    private static readonly string Document = GraphQLDocument.Read("Staff/Coding/BeAtBoard.graphql");

    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost("/staff/consultations/{slug}/coding/here", StayAsync);

    public async Task<IReadOnlyList<SomebodyCoding>> OfAsync(
        string consultationId, string? viewId, string? themeId, bool leaves, HttpContext context, CancellationToken ct)
    {
        var input = new { consultationId, viewId, themeId, leaves, idempotencyKey = (string?)null };
        var reply = await graphQL.ExecuteAsync(Document, new { input }, context, ct);
        return reply.Get<Payload>("beAtCodingBoard")?.CodingCompany?.Others ?? [];
    }

    private static async Task<IResult> StayAsync(string slug, IEngagementGraphQL graphQL, BoardCompany company, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (_, consultation) = await CodingEndpoints.FindAsync(slug, "views.code", graphQL, context, ct);
        if (consultation is not { Id: { } id })
            return TroubleEndpoints.NotFound();
        if (!form.IsTrusted)
            return TypedResults.StatusCode(StatusCodes.Status422UnprocessableEntity);
        var others = await company.OfAsync(id, form.OrNull("view"), form.OrNull("theme"), form["leaves"].Length > 0, context, ct);
        return TypedResults.Json(others.Select(one => new { who = one.Who, view = one.ViewId, theme = one.ThemeId }));
    }

    private sealed record Payload(Company? CodingCompany);

    private sealed record Company(IReadOnlyList<SomebodyCoding> Others);
}
