using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.People;

/// <summary>A forum of the council with a topic, made and used through the API.</summary>
internal sealed class ForumOfTheCouncil
{
    private readonly RunningPlatform _platform;

    private ForumOfTheCouncil(RunningPlatform platform, string id, string topicId) => (_platform, Id, TopicId) = (platform, id, topicId);

    public string Id { get; }

    public string TopicId { get; }

    private static DateOnly Today => Officer.Today;

    public static async Task<ForumOfTheCouncil> OpenAsync(RunningPlatform platform, string title = "Parents of the county")
    {
        var officer = platform.GraphQL(Roles.ParticipationOfficer);
        var forum = IdOf(await officer.MutateAsync("establishForum", Named(title, "COUNCIL"), "forum"));
        var topic = IdOf(await officer.MutateAsync(
            "publishTopic", new { forumId = forum, question = "What makes a good review meeting?", opensOn = Today, closesOn = Today.AddDays(60) }, "topic"));
        return new ForumOfTheCouncil(platform, forum, topic);
    }

    public static object Named(string title, string owner) => new
    {
        title,
        purpose = "To talk about support",
        owner,
        ageBand = "EIGHTEEN_AND_OVER",
        audience = "PARENTS_AND_CARERS",
        moderation = "BEFORE_SHOWN",
    };

    /// <summary>Says something as somebody, and gives what they are told.</summary>
    public Task<JsonObject> PostAsync(string? role, string text, object? receipt = null, string? replyTo = null) => _platform.GraphQL(role).MutateAsync(
        "postContribution",
        new { topicId = TopicId, text, idempotencyKey = Guid.NewGuid().ToString("N"), receipt, replyTo },
        "postedContribution",
        "contributionId reference secret handle state reason help");

    /// <summary>Says something that a moderator releases, and gives its public id.</summary>
    public async Task<string> PostShownAsync(string? role, string text, string? replyTo = null)
    {
        var posted = await PostAsync(role, text, replyTo: replyTo);
        await ReleaseAsync(posted["contributionId"]!.GetValue<string>());
        return SameThing.As("Contribution", posted["contributionId"]!.GetValue<string>());
    }

    public Task ReleaseAsync(string contribution) => _platform.GraphQL(Roles.Moderator).MutateAsync(
        "releaseContribution", new { contributionId = SameThing.As("ModeratedContribution", contribution) }, "moderatedContribution", "state");

    private static string IdOf(JsonObject thing) => thing["id"]!.GetValue<string>();
}
