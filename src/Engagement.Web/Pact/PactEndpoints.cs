using Engagement.Web.Activities;
using Engagement.Web.Documents;
using Engagement.Web.Forums;
using Engagement.Web.Home;
using Engagement.Web.YouSaidWeDid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Pact;

/// <summary>The home of parents and carers, which is Kent PACT's own.</summary>
internal static class PactEndpoints
{
    private const int MostOpen = 3;
    private const int MostTopics = 4;

    private static readonly string Document = GraphQLDocument.Read("Pact/PactHome.graphql");

    public static void MapPact(this IEndpointRouteBuilder pages) => pages.MapGet(Links.Pact, ShowAsync);

    private static async Task<IResult> ShowAsync(IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { today = Dates.Machine(Dates.Day(clock.GetUtcNow())) }, context, ct);
        var forums = reply.Get<Connection<ForumSummary>>("forums")?.Nodes.Where(forum => forum.IsForAdults) ?? [];
        return Page.Of<PactHomePage>(new
        {
            Open = (reply.Get<Connection<OpenConsultation>>("open")?.Nodes ?? []).Where(IsForParents).Take(MostOpen).ToList(),
            Topics = Newest(forums),
            Activities = reply.Get<Connection<ActivitySummary>>("activities")?.Nodes ?? [],
            Entries = reply.Get<Connection<EntryCardData>>("entries")?.Nodes ?? [],
        });
    }

    /// <summary>One that does not say whom it asks, asks everybody.</summary>
    private static bool IsForParents(OpenConsultation consultation) =>
        consultation.Audiences is null or [] || consultation.Audiences.Contains(Audience.ParentsAndCarers);

    /// <summary>What is talked about now comes before what was; of each, the newest first.</summary>
    private static List<(ForumName Forum, TopicSummary Topic)> Newest(IEnumerable<ForumSummary> forums) =>
    [
        .. forums
            .SelectMany(forum => (forum.Topics?.Nodes ?? []).Select(topic => (Forum: (ForumName)forum, Topic: topic)))
            .OrderBy(one => one.Topic.State is TopicState.Open ? 0 : 1)
            .ThenByDescending(one => one.Topic.PublishedAt)
            .Take(MostTopics),
    ];
}
