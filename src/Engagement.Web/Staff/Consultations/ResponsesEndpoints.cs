using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Consultations;

/// <summary>Responses as they come: how many of those asked, by which way, and who is not heard.</summary>
internal static class ResponsesEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Staff/Consultations/ConsultationResponses.graphql");
    private static readonly string ReachDocument = GraphQLDocument.Read("Staff/Consultations/ConsultationReach.graphql");

    public static void MapResponses(this IEndpointRouteBuilder pages) => pages.MapGet("/staff/consultations/{slug}/responses", ShowAsync);

    private static async Task<IResult> ShowAsync(string slug, string? set, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, file) = await ConsultationEndpoints.FindAsync(slug, graphQL, context, ct, "metrics.read");
        if (file is null)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(
            Document, new { consultationId = file.Id, readsDrafts = viewer.May("consultations.read-drafts") }, context, ct);
        var sets = reply.Get<Connection<DenominatorSet>>("denominatorSets")?.Nodes ?? [];
        var chosen = sets.FirstOrDefault(one => one.Id == set) ?? (sets.Count > 0 ? sets[0] : null);
        return Page.Of<ResponsesPage>(new
        {
            Viewer = viewer,
            File = file,
            Metrics = reply.Get<ResponseMetrics>("engagementMetrics"),
            Rates = reply.Get<IReadOnlyList<WaveRate>>("responseRates") ?? [],
            Waves = reply.Get<Connection<ScheduledWave>>("scheduledWaves")?.Nodes ?? [],
            Sets = sets,
            Set = chosen,
            Tables = chosen is null ? [] : await TablesAsync(file.Id, chosen.Id, graphQL, context, ct),
        });
    }

    private static async Task<IReadOnlyList<ReachTable>> TablesAsync(
        string consultationId, string setId, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ReachDocument, new { consultationId, setId }, context, ct);
        return [.. new[] { ("District", "District"), ("Phase", "Phase of education"), ("Need", "Kind of need") }
            .Select(dimension => (dimension.Item2, Reach: reply.Get<Reach>($"reachBy{dimension.Item1}"), Shares: reply.Get<Representativeness>($"sharesBy{dimension.Item1}")))
            .Where(table => table is { Reach.Groups.Count: > 0, Shares: not null })
            .Select(table => new ReachTable(table.Item1, table.Reach!, table.Shares!))];
    }
}

public sealed record ResponseMetrics(int Responses, IReadOnlyList<ChannelCount> ResponsesByChannel);
