using Engagement.Web.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Loops;

/// <summary>All loops at a glance, and all promises.</summary>
internal static class LoopBoardEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Staff/Loops/Loops.graphql");
    private static readonly string BoardDocument = GraphQLDocument.Read("Staff/Loops/LoopBoard.graphql");
    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Loops/LoopList.graphql");
    private static readonly string PromisesDocument = GraphQLDocument.Read("Staff/Loops/Promises.graphql");

    public static void MapLoopBoard(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(LoopsLinks.Board, ShowBoardAsync);
        pages.MapGet(LoopsLinks.Promises, ShowPromisesAsync);
    }

    private static async Task<IResult> ShowBoardAsync(
        [AsParameters] LoopsAsked asked, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var variables = asked.Variables();
        var reply = await graphQL.ExecuteAsync(Document, new { consultationId = variables["consultationId"] }, context, ct);
        var viewer = Viewer.Of(reply, "loops.read");
        Connection<LoopLine>? list = null;
        IReadOnlyList<LoopColumn> columns = [];
        if (asked.IsList)
        {
            variables["state"] = asked.StateValue is { } state ? state.InSchema() : null;
            variables["after"] = after;
            list = (await graphQL.ExecuteAsync(ListDocument, variables, context, ct)).Get<Connection<LoopLine>>("loops");
        }
        else
        {
            var board = await graphQL.ExecuteAsync(BoardDocument, variables, context, ct);
            columns = [.. Enum.GetValues<LoopState>().Select(state => new LoopColumn(state, board.Get<Connection<LoopLine>>(state.ToString().ToLowerInvariant())!))];
        }

        return Page.Of<LoopBoardPage>(new
        {
            Viewer = viewer,
            Asked = asked,
            Counts = reply.Get<LoopCounts>("loopCounts"),
            Consultations = reply.Get<Connection<ConsultationChoice>>("consultations")?.Nodes ?? [],
            Columns = columns,
            List = list,
            IsFirst = after is null,
        });
    }

    private static async Task<IResult> ShowPromisesAsync(
        [AsParameters] PromisesAsked asked, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(PromisesDocument, asked.Variables(after), context, ct);
        return Page.Of<PromisesPage>(new
        {
            Viewer = Viewer.Of(reply, "loops.read"),
            Asked = asked,
            Promises = reply.Get<Connection<PromiseLine>>("commitments"),
            Consultations = reply.Get<Connection<ConsultationChoice>>("consultations")?.Nodes ?? [],
            IsFirst = after is null,
        });
    }
}
