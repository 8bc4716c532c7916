using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Voice;

/// <summary>Your Voice, for children and young people: few words, one thing on a page, and nothing that counts them or calls them back.</summary>
internal static class VoiceEndpoints
{
    private const int TopicsOnAPage = 10;
    private const int ChangesOnAPage = 6;

    private static readonly string HomeDocument = GraphQLDocument.Read("Voice/VoiceHome.graphql");
    private static readonly string TopicsDocument = GraphQLDocument.Read("Voice/VoiceTopics.graphql");
    private static readonly string TopicDocument = GraphQLDocument.Read("Voice/VoiceTopic.graphql");
    private static readonly string ChangesDocument = GraphQLDocument.Read("Voice/VoiceChanges.graphql");

    public static void MapVoice(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Voice, ShowHomeAsync);
        pages.MapGet(Links.VoiceSay, ListTopicsAsync);
        pages.MapGet("/your-voice/say/{slug}", ShowTopicAsync);
        pages.MapGet(Links.VoiceChanged, ListChangesAsync);
        pages.MapGet(Links.VoiceHelp, () => Page.Of<VoiceHelpPage>());
    }

    private static async Task<IResult> ShowHomeAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(HomeDocument, null, context, ct);
        return Page.Of<VoiceHomePage>(new
        {
            Open = reply.Get<Connection<VoiceTopicLine>>("open")?.Nodes ?? [],
            Changes = reply.Get<Connection<VoiceChange>>("entries")?.Nodes ?? [],
        });
    }

    private static async Task<IResult> ListTopicsAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(TopicsDocument, new { first = TopicsOnAPage, after }, context, ct);
        return Page.Of<VoiceTopicsPage>(new { Topics = reply.Get<Connection<VoiceTopicLine>>("consultations") ?? new([]), IsFirst = after is null });
    }

    private static async Task<IResult> ShowTopicAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(TopicDocument, new { slug }, context, ct);
        return reply.Get<VoiceTopic>("consultationBySlug") is { } topic
            ? Page.Of<VoiceTopicPage>(new { Topic = topic })
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> ListChangesAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ChangesDocument, new { first = ChangesOnAPage, after }, context, ct);
        return Page.Of<VoiceChangesPage>(new { Changes = reply.Get<Connection<VoiceChange>>("entries") ?? new([]), IsFirst = after is null });
    }
}
