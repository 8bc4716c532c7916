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
    private static readonly string TodayDocument = GraphQLDocument.Read("Staff/Today/StaffToday.graphql");
    private static readonly string WorkDocument = GraphQLDocument.Read("Staff/Today/StaffWork.graphql");

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
            List = await ReadAsync(viewer, graphQL, context, ct),
            Position = position,
            Now = Dates.Day(clock.GetUtcNow()),
        });
    }

    private static async Task<IResult> ShowPartsAsync(IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var viewer = Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), Permission);
        return Page.Of<TodayParts>(new { List = await ReadAsync(viewer, graphQL, context, ct), Now = Dates.Day(clock.GetUtcNow()) });
    }

    private static async Task<TodayList> ReadAsync(Viewer viewer, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = TodayAsked.From(context.Request.Query);
        var (loops, paper, charter) = (viewer.May("loops.read"), viewer.May("paper.key"), viewer.May("charter.read"));
        string[]? kinds = asked.Kind is { } kind ? [kind] : null;
        var reply = asked.IsList
            ? await graphQL.ExecuteAsync(
                WorkDocument, new { kinds, consultationId = asked.Consultation, overdue = asked.Overdue, after = asked.After, loops, paper, charter }, context, ct)
            : await graphQL.ExecuteAsync(TodayDocument, new { consultationId = asked.Consultation, loops, paper, charter }, context, ct);
        var groups = reply.Get<IReadOnlyList<WorkGroup>>("workbenchGroups") ?? [];
        return new TodayList(
            asked,
            reply.Get<IReadOnlyList<WorkCount>>("workbenchCounts") ?? [.. groups.Select(group => group.Count)],
            reply.Get<IReadOnlyList<WorkCount>>("late") ?? [],
            groups,
            reply.Get<Connection<WorkItem>>("workbench") ?? new Connection<WorkItem>([]),
            reply.Get<Connection<WorkPlace>>("consultations")?.Nodes ?? []);
    }
}
