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
    private const int MostTopics = 4;
    private const int MostActivities = 3;

    private static readonly string Document = GraphQLDocument.Read("Pact/PactHome.graphql");

    public static void MapPact(this IEndpointRouteBuilder pages) => pages.MapGet(Links.Pact, ShowAsync);

    private static async Task<IResult> ShowAsync(IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, null, context, ct);
        var today = Dates.Day(clock.GetUtcNow());
        var forums = reply.Get<Connection<ForumSummary>>("forums")?.Nodes.Where(forum => forum.IsForAdults) ?? [];
        return Page.Of<PactHomePage>(new
        {
            Open = reply.Get<Connection<OpenConsultation>>("open")?.Nodes ?? [],
            Topics = Newest(forums),
            // The soonest; the schema gives the latest day first.
            Activities = (reply.Get<ActivityList>("activities")?.Nodes ?? [])
                .Where(activity => activity.Audience is Audience.ParentsAndCarers && activity.OnDay >= today).Reverse().Take(MostActivities).ToList(),
            Entries = reply.Get<Connection<EntryCardData>>("entries")?.Nodes ?? [],
        });
    }

    /// <summary>What is talked about now comes before what was; of each, the newest first.</summary>
    private static List<(ForumSummary Forum, TopicSummary Topic)> Newest(IEnumerable<ForumSummary> forums) =>
    [
        .. forums
            .SelectMany(forum => (forum.Topics?.Nodes ?? []).Select(topic => (Forum: forum, Topic: topic)))
            .OrderBy(one => one.Topic.State is TopicState.Open ? 0 : 1)
            .ThenByDescending(one => one.Topic.PublishedAt)
            .Take(MostTopics),
    ];
}
