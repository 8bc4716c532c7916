using System.Text.Json.Nodes;
using Tests.Shared.Hosting;

namespace EndToEnd.Tests;

/// <summary>Kent PACT's coordinator and an officer who plans, both through the GraphQL API: what parents' pages show is theirs.</summary>
internal sealed class PactsCoordinator(RunningPlatform platform)
{
    private readonly GraphQLClient _coordinator = platform.GraphQL("pact-forum-coordinator");

    /// <summary>A forum of Kent PACT's own with a question that is open for a month.</summary>
    public async Task<AskedTopic> AskAsync(DateOnly today, string title)
    {
        var forum = await _coordinator.MutateAsync(
            "establishForum",
            new
            {
                title,
                purpose = "For parents and carers. The council reads it too.",
                owner = "KENT_PACT",
                ageBand = "EIGHTEEN_AND_OVER",
                audience = "PARENTS_AND_CARERS",
                moderation = "BEFORE_SHOWN",
            },
            "forum",
            "id slug");
        var topic = await _coordinator.MutateAsync(
            "publishTopic",
            new { forumId = Text(forum["id"]), question = $"What would help? {title}", background = "We meet the council soon.", opensOn = today, closesOn = today.AddDays(30) },
            "topic",
            "id slug");
        return new AskedTopic(Text(forum["id"]), Text(forum["slug"]), Text(topic["id"]), Text(topic["slug"]));
    }

    /// <summary>A commissioner's board has a seat that is Kent PACT's to fill.</summary>
    public async Task HaveSeatAsync(string title)
    {
        var commissioner = platform.GraphQL("commissioner");
        var group = await commissioner.MutateAsync("constituteGroup", new { name = title, terms = "Steers the plan.", frequency = "MONTHLY" }, "governanceGroup", "id");
        await commissioner.MutateAsync("createSeat", new { groupId = Text(group["id"]), title = "Parent representative" }, "governanceGroup", "id");
    }

    /// <summary>Shows all that waits in a forum.</summary>
    public async Task ReleaseAllAsync(AskedTopic topic)
    {
        var waiting = await _coordinator.DataAsync("query($id: ID!) { moderationQueue(forumId: $id) { nodes { id } } }", new { id = topic.ForumId });
        foreach (var one in waiting["moderationQueue"]!["nodes"]!.AsArray())
            await _coordinator.MutateAsync("releaseContribution", new { contributionId = Text(one!["id"]) }, "moderatedContribution", "id");
    }

    /// <summary>An activity that people can sign up for.</summary>
    public async Task<string> PlanAsync(DateOnly today, string title)
    {
        var officer = platform.GraphQL("participation-officer");
        var activity = await officer.MutateAsync(
            "planActivity",
            new
            {
                title,
                kind = "WORKSHOP",
                level = "CO_DESIGNING",
                audience = "PARENTS_AND_CARERS",
                includesUnder18s = false,
                onDay = today.AddDays(14),
                stage = "PLAN",
                lundy = new { space = "A warm room", voice = "Cards and talk", audience = "The head of the service", influence = "You write the letter" },
            },
            "activity",
            "id");
        await officer.MutateAsync("openPlaces", new { activityId = Text(activity["id"]), places = 12, joining = "The library, at 10." }, "activity", "id");
        return Text(activity["id"]);
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}

/// <summary>A question in a forum, by ids and by the readable parts of its address.</summary>
internal sealed record AskedTopic(string ForumId, string Forum, string TopicId, string Slug)
{
    public string Address => $"/pact/forums/{Forum}/{Slug}";
}
