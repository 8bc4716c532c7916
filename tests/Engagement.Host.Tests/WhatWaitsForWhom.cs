using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.Host.Tests.People;
using Engagement.Workbench;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The work that a role is told of, and the history that it may read.</summary>
public sealed class WhatWaitsForWhom(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>
{
    private const string Work = "query($kinds: [String!], $of: ID) { workbench(kinds: $kinds, consultationId: $of, first: 20) { nodes { kind thingId title isOverdue consultation { id } claimedBy { isYou } } } workbenchCounts(consultationId: $of) { kind count isMore } }";

    private const string History = "query($id: ID!) { history(id: $id, first: 5) { nodes { number role what why dates { what before after } } } }";

    private static DateOnly Today => Officer.Today;

    [Fact]
    public async Task Each_role_is_told_of_its_own_work_and_of_what_to_do_it_with()
    {
        var platform = await platforms.WithAsync();
        var consultation = await new Officer(platform).OpenConsultationAsync(Today);
        await Submissions.SendAsync(platform.GraphQL(), consultation.WaveId, "one");
        var forum = await ForumOfTheCouncil.OpenAsync(platform);
        var post = SameThing.As("ModeratedContribution", (await forum.PostAsync(Roles.ParentOrCarer, "We wait"))["contributionId"]!.GetValue<string>());
        await forum.PostAsync(null, "I self-harm");
        await platform.CatchUpAsync();

        var coder = await WorkAsync(Roles.Analyst);
        Nodes(coder).Select(Kind).ShouldContain("UNREAD_VIEW");
        Nodes(coder).Select(Kind).ShouldNotContain("CONTRIBUTION_WAITS");
        Nodes(await WorkAsync(Roles.Analyst, new { of = consultation.Id })).ShouldAllBe(item => item["consultation"]!["id"]!.GetValue<string>() == consultation.Id);
        coder["workbenchCounts"]!.AsArray().Select(count => count!["kind"]!.GetValue<string>()).ShouldNotContain("SAFEGUARDING_OPEN", "not even how much there is");

        Nodes(await WorkAsync(Roles.Moderator)).Select(item => item["thingId"]!.GetValue<string>()).ShouldContain(post);
        Nodes(await WorkAsync(Roles.PactForumCoordinator)).ShouldBeEmpty("it is the council's forum");
        (await MayAsync(Roles.Moderator)).ShouldContain(Permissions.Moderate);
        (await MayAsync(Roles.PactForumCoordinator)).ShouldNotContain(Permissions.Moderate, "Kent PACT has no forum, so there is nothing for them to moderate");
        var grouped = (await platform.GraphQL(Roles.Moderator).DataAsync("{ workbenchGroups(each: 1) { count { kind count } first { thingId } } }"))["workbenchGroups"]!.AsArray();
        grouped.Select(group => (group!["count"]!["kind"]!.GetValue<string>(), group["first"]!.AsArray().Count)).ShouldBe([("CONTRIBUTION_WAITS", 1)]);
        await platform.GraphQL(Roles.Moderator).MutateAsync("claimContribution", new { contributionId = post }, "moderatedContribution");
        Claimed(await WorkAsync(Roles.Moderator)).ShouldBe(true);
        Claimed(await WorkAsync(Roles.ParticipationOfficer)).ShouldBe(false);

        var items = Nodes(await WorkAsync(Roles.SafeguardingLead));
        items.ShouldNotBeEmpty();
        items.ShouldAllBe(one => Kind(one) == "SAFEGUARDING_OPEN" && one["title"]!.GetValue<string>() == "Nobody has taken it up yet");
        Nodes(await WorkAsync(Roles.ParticipationOfficer, new { kinds = new[] { "SAFEGUARDING_OPEN" } })).ShouldBeEmpty();
        (await platform.GraphQL(Roles.ParentOrCarer).SendAsync(Work))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("AUTH_NOT_AUTHORIZED");

        async Task<JsonObject> WorkAsync(string role, object? asked = null) => (await platform.GraphQL(role).DataAsync(Work, asked ?? new { })).AsObject();

        async Task<string[]> MayAsync(string role) =>
            [.. (await platform.GraphQL(role).DataAsync("{ me { permissions } }"))["me"]!["permissions"]!.AsArray().Select(permission => permission!.GetValue<string>())];

        bool? Claimed(JsonObject work) => Nodes(work).Single(one => one["thingId"]!.GetValue<string>() == post)["claimedBy"]?["isYou"]!.GetValue<bool>();
    }

    [Fact]
    public async Task Every_kind_of_work_is_for_a_permission_that_is_held_by_somebody_who_sees_the_work()
    {
        var platform = await platforms.WithAsync();
        // A program has no Today: what became of its webhooks it reads of the webhooks.
        string[] workers = [Roles.ApiClient, .. Roles.All.Where(role => Roles.Allows(role, Permissions.ReadWorkbench))];

        foreach (var kind in platform.Services.GetRequiredService<WorkbenchReads>().Kinds)
            Roles.All.Where(role => Roles.Allows(role, kind.Permission)).ShouldNotBeEmpty(kind.Name);
        platform.Services.GetRequiredService<WorkbenchReads>().Kinds
            .SelectMany(kind => Roles.All.Where(role => Roles.Allows(role, kind.Permission)).Except(workers).Select(role => $"{role} {kind.Name}")).ShouldBeEmpty("they would never know");
    }

    [Fact]
    public async Task A_history_is_for_staff_who_may_read_the_thing()
    {
        var platform = await platforms.WithAsync();
        var officer = new Officer(platform);
        var consultation = await officer.OpenConsultationAsync(Today);
        await officer.GraphQL.MutateAsync(
            "extendClosingDate", new { consultationId = consultation.Id, closesOn = Today.AddDays(80).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), reason = "The copies came late" }, "consultation");
        var forum = await ForumOfTheCouncil.OpenAsync(platform, "A forum with a history");
        var post = SameThing.As("ModeratedContribution", (await forum.PostAsync(Roles.ParentOrCarer, "We wait too long"))["contributionId"]!.GetValue<string>());
        var risky = SameThing.As("ModeratedContribution", (await forum.PostAsync(null, "I self-harm"))["contributionId"]!.GetValue<string>());

        var newest = (await HistoryAsync(Roles.Analyst, consultation.Id))!["nodes"]![0]!;
        (newest["what"]!.GetValue<string>(), newest["why"]!.GetValue<string>(), newest["role"]!.GetValue<string>())
            .ShouldBe(("More time was given to answer", "The copies came late", Roles.ParticipationOfficer));
        newest["dates"]![0]!["before"].ShouldNotBeNull();
        foreach (var role in new[] { null, Roles.ParentOrCarer, Roles.Commissioner, Roles.PactMember })
            (await HistoryAsync(role, consultation.Id)).ShouldBeNull(role ?? "nobody");

        var said = (await HistoryAsync(Roles.Moderator, post))!;
        said["nodes"]!.AsArray()[^1]!["what"]!.GetValue<string>().ShouldBe("A post came in");
        said.ToJsonString().ShouldNotContain("too long", Case.Insensitive, "what somebody wrote is no part of it");
        (await HistoryAsync(Roles.PactForumCoordinator, post)).ShouldBeNull("it is another body's forum");
        (await HistoryAsync(Roles.Analyst, post)).ShouldBeNull();
        (await HistoryAsync(Roles.Moderator, risky)).ShouldBeNull("it is with the safeguarding lead");

        async Task<JsonNode?> HistoryAsync(string? role, string id) => (await platform.GraphQL(role).DataAsync(History, new { id }))["history"];
    }

    private static IReadOnlyList<JsonNode> Nodes(JsonObject work) => [.. work["workbench"]!["nodes"]!.AsArray().Select(item => item!)];

    private static string Kind(JsonNode item) => item["kind"]!.GetValue<string>();
}
