using Engagement.Web.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Today;

/// <summary>What needs somebody now. Whoever has no such work finds at the same address all that they can do here.</summary>
internal static class TodayEndpoints
{
    private const string Permission = "workbench.read";

    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");
    private static readonly string PositionDocument = GraphQLDocument.Read("YouSaidWeDid/LivePosition.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Today/StaffToday.graphql");

    public static void MapToday(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Staff, ShowAsync);
        pages.MapGet(TodayLinks.Parts, ShowPartsAsync);
    }

    private static async Task<IResult> ShowAsync(IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var viewer = Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct));
        if (!viewer.May(Permission))
            return Page.Of<StaffMorePage>(new { Viewer = viewer });

        // The position first: what happens between the two is in the list and told of again, and not in neither.
        var position = (await graphQL.ExecuteAsync(PositionDocument, null, context, ct)).Get<long>("livePosition");
        return Page.Of<TodayPage>(new
        {
            Viewer = viewer,
            List = await ReadAsync(graphQL, context, ct),
            Position = position,
            Now = Dates.Day(clock.GetUtcNow()),
        });
    }

    private static async Task<IResult> ShowPartsAsync(IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct) =>
        Page.Of<TodayParts>(new { List = await ReadAsync(graphQL, context, ct), Now = Dates.Day(clock.GetUtcNow()) });

    private static async Task<TodayList> ReadAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = TodayAsked.From(context.Request.Query);
        string[]? kinds = asked.Kind is { } kind ? [kind] : null;
        var reply = await graphQL.ExecuteAsync(
            Document, new { kinds, consultationId = asked.Consultation, overdue = asked.Overdue, after = asked.After }, context, ct);
        return new TodayList(
            asked,
            reply.Get<IReadOnlyList<WorkCount>>("workbenchCounts") ?? [],
            reply.Get<Connection<WorkItem>>("workbench") ?? new Connection<WorkItem>([]),
            reply.Get<Connection<WorkPlace>>("consultations")?.Nodes ?? []);
    }
}
