using Engagement.Api.Authorization;
using GraphQL.Data;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.People;

/// <summary>Forums through GraphQL alone: what is said, by whom it is moderated, and whose they are.</summary>
public sealed class ForumsThroughTheApi(PeopleSpec.Given given) : PeopleSpec(given)
{
    [Fact]
    public async Task What_somebody_without_an_account_writes_is_moderated_answered_and_taken_back_with_their_receipt()
    {
        var forum = await ForumOfTheCouncil.OpenAsync(Platform, "Reviews");
        var posted = await forum.PostAsync(null, "Ring me on 01632 960123");
        posted["state"]!.GetValue<string>().ShouldBe("HELD");
        var receipt = new { reference = posted["reference"]!.GetValue<string>(), secret = posted["secret"]!.GetValue<string>() };
        var own = posted["contributionId"]!.GetValue<string>();
        var case_ = SameThing.As("ModeratedContribution", own);
        var moderator = Platform.GraphQL(Roles.Moderator);

        var queue = await moderator.DataAsync(
            """
            query($forum: ID!) {
              moderationQueue(forumId: $forum, heldFor: CONTACT_DETAILS) { totalCount nodes { id text heldFor marks { kind start length } topic { question } history { kind } } }
              forum(id: $forum) { mayModerate waiting }
            }
            """,
            new { forum = forum.Id });
        queue["moderationQueue"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(case_);
        queue["moderationQueue"]!["nodes"]![0]!["marks"]![0]!["kind"]!.GetValue<string>().ShouldBe("PHONE");
        queue["forum"]!.ToJsonString().ShouldBe("""{"mayModerate":true,"waiting":1}""");
        await moderator.MutateAsync("claimContribution", new { contributionId = case_ }, "moderatedContribution", "claimedBy { isYou }");
        (await Platform.GraphQL(Roles.ParticipationOfficer).RefusedAsync("returnContribution", new { contributionId = case_, why = "CONTACT_DETAILS", whatToChange = "Leave the number out" }))
            .Code.ShouldBe("CLAIMED_BY_ANOTHER");
        await moderator.MutateAsync("returnContribution", new { contributionId = case_, why = "CONTACT_DETAILS", whatToChange = "Leave the number out" }, "moderatedContribution", "state");

        const string Mine = "query($receipt: HeldReceiptInput) { ownContributions(receipt: $receipt) { nodes { id state reason text version shown { id } topic { forum { title } } } } }";
        var read = await Platform.GraphQL().DataAsync(Mine, new { receipt });
        var mine = read["ownContributions"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
        (mine["state"]!.GetValue<string>(), mine["reason"]!.GetValue<string>(), mine["text"]!.GetValue<string>()).ShouldBe(("RETURNED", "Leave the number out", "Ring me on 01632 960123"));

        var edited = await Platform.GraphQL().MutateAsync(
            "editContribution", new { contributionId = own, text = "Please ring me", receipt, expectedVersion = mine["version"]!.GetValue<int>() }, "editedContribution", "help contribution { state }");
        edited["contribution"]!["state"]!.GetValue<string>().ShouldBe("WAITING");
        await forum.ReleaseAsync(own);
        var shown = await Platform.GraphQL().DataAsync(
            "query($topic: ID!) { topic(id: $topic) { posts { nodes { handle text isEdited comments { nodes { text } } } } } }", new { topic = forum.TopicId });
        shown["topic"]!["posts"]!["nodes"]![0]!["text"]!.GetValue<string>().ShouldBe("Please ring me");

        var again = await forum.PostAsync(null, "And another thing", receipt);
        again["handle"]!.GetValue<string>().ShouldBe(posted["handle"]!.GetValue<string>(), "who shows a receipt goes on under the same name");
        (await Platform.GraphQL().MutateAsync("withdrawContribution", new { contributionId = own, receipt }, "ownContribution", "state"))["state"]!.GetValue<string>().ShouldBe("WITHDRAWN");
    }

    [Fact]
    public async Task Nobody_reaches_what_another_wrote_and_cannot_tell_it_from_what_is_not_there()
    {
        var forum = await ForumOfTheCouncil.OpenAsync(Platform, "Own posts");
        var own = (await forum.PostAsync($"{Roles.ParentOrCarer}/author", "Mine alone"))["contributionId"]!.GetValue<string>();
        var other = (await forum.PostAsync(null, "Somebody else's"))!;
        var receipt = new { reference = other["reference"]!.GetValue<string>(), secret = other["secret"]!.GetValue<string>() };
        var nothing = NodeId.Encode("OwnContribution", Guid.CreateVersion7());

        foreach (var role in new string?[] { null, $"{Roles.ParentOrCarer}/another", Roles.Moderator, Roles.Administrator })
        {
            var client = Platform.GraphQL(role);
            (await NodeAsync(client, own)).ShouldBe(await NodeAsync(client, nothing), role);
            foreach (var mutation in new[] { "withdrawContribution", "editContribution", "makeAppeal" })
            {
                var refused = await client.RefusedAsync(mutation, Changed(mutation, own, null));
                refused.Code.ShouldBe(role == $"{Roles.ParentOrCarer}/another" ? "NOT_FOUND" : "ACTOR_REQUIRED", $"{role} {mutation}");
                refused.Code.ShouldBe((await client.RefusedAsync(mutation, Changed(mutation, nothing, null))).Code);
            }
        }

        (await Platform.GraphQL().RefusedAsync("withdrawContribution", Changed("withdrawContribution", own, receipt))).Code.ShouldBe("NOT_FOUND");
        (await Platform.GraphQL().RefusedAsync("withdrawContribution", Changed("withdrawContribution", own, new { receipt.reference, secret = "WRONG" }))).Code.ShouldBe("RECEIPT_NOT_FOUND");
        var author = Platform.GraphQL($"{Roles.ParentOrCarer}/author");
        (await NodeAsync(author, own)).ShouldContain("Mine alone");
        (await author.MutateAsync("withdrawContribution", new { contributionId = own }, "ownContribution", "state"))["state"]!.GetValue<string>().ShouldBe("WITHDRAWN");
    }

    [Theory]
    [InlineData("KENT_PACT", Roles.PactForumCoordinator)]
    [InlineData("COUNCIL", Roles.ParticipationOfficer)]
    public async Task A_body_runs_its_own_forum_and_is_kept_out_of_the_others(string owner, string coordinator)
    {
        var own = Platform.GraphQL(coordinator);
        var forum = (await own.MutateAsync("establishForum", ForumOfTheCouncil.Named($"A forum of {owner}", owner), "forum"))["id"]!.GetValue<string>();
        var topic = (await own.MutateAsync("publishTopic", new { forumId = forum, question = "What helps?", opensOn = Today, closesOn = Today.AddDays(9) }, "topic"))["id"]!.GetValue<string>();
        var posted = await Platform.GraphQL().MutateAsync("postContribution", new { topicId = topic, text = "A quiet room", idempotencyKey = Guid.NewGuid().ToString("N") }, "postedContribution", "contributionId");
        var waiting = SameThing.As("ModeratedContribution", posted["contributionId"]!.GetValue<string>());

        foreach (var role in Roles.All)
        {
            var client = Platform.GraphQL(role);
            var isOwn = (owner == "KENT_PACT" ? [Roles.PactForumCoordinator] : new[] { Roles.ParticipationOfficer, Roles.YouthParticipationOfficer }).Contains(role);
            var moderates = isOwn || (owner == "COUNCIL" && role == Roles.Moderator);

            // Each for its own permission, by the forum, by its topic, by what was said in it, by way of another thing, and narrowed to it.
            await IsReachedAsync(client, isOwn, "query($forum: ID!) { forum(id: $forum) { facilitators { role } } }", new { forum });
            await IsReachedAsync(client, isOwn, "mutation($forum: ID!) { publishTopic(input: { forumId: $forum, question: \"\", opensOn: \"2030-01-01\", closesOn: \"2030-01-01\" }) { topic { id } } }", new { forum });
            await IsReachedAsync(client, isOwn, "mutation($topic: ID!) { closeTopic(input: { topicId: $topic, reason: \"\" }) { topic { id } } }", new { topic });
            await IsReachedAsync(client, moderates, "query($forum: ID!) { moderationQueue(forumId: $forum) { nodes { text } } }", new { forum });
            await IsReachedAsync(client, moderates, "query($forum: ID!) { moderationLedger(forumId: $forum) { nodes { reason } } }", new { forum });
            await IsReachedAsync(client, moderates, "query($id: ID!) { moderatedContribution(id: $id) { text } }", new { id = waiting });
            await IsReachedAsync(client, moderates, "mutation($id: ID!) { refuseContribution(input: { contributionId: $id, why: SPAM, reason: \"\" }) { moderatedContribution { text } } }", new { id = waiting });
            (await client.DataAsync("query($forum: ID!) { node(id: $forum) { ... on Forum { mayRun mayModerate waiting } } }", new { forum }))["node"]!.ToJsonString()
                .ShouldBe($$"""{"mayRun":{{(isOwn ? "true" : "false")}},"mayModerate":{{(moderates ? "true" : "false")}},"waiting":{{(moderates ? "1" : "null")}}}""", role);
        }
    }

    [Fact]
    public async Task A_space_for_under_18s_is_moderated_by_those_it_names_and_by_nobody_else()
    {
        var facilitator = Platform.GraphQL($"{Roles.YouthFacilitator}/named");
        var second = Platform.GraphQL($"{Roles.YouthFacilitator}/second");
        var officer = Platform.GraphQL(Roles.YouthParticipationOfficer);
        var forum = (await officer.MutateAsync(
            "establishForum",
            new
            {
                title = "Young people",
                purpose = "To talk",
                owner = "COUNCIL",
                ageBand = "UNDER18",
                audience = "YOUNG_PEOPLE",
                moderation = "BEFORE_SHOWN",
                facilitators = new[] { new { personId = await MeAsync(facilitator), role = "Youth worker", vettedOn = Today }, new { personId = await MeAsync(second), role = "Youth worker", vettedOn = Today } },
            },
            "forum"))["id"]!.GetValue<string>();
        const string Queue = "query($forum: ID!) { moderationQueue(forumId: $forum) { totalCount } }";

        await IsReachedAsync(facilitator, true, Queue, new { forum });
        foreach (var role in new[] { $"{Roles.YouthFacilitator}/another", Roles.YouthParticipationOfficer, Roles.Moderator, Roles.PactForumCoordinator })
            await IsReachedAsync(Platform.GraphQL(role), false, Queue, new { forum });

        var named = await officer.DataAsync("query($forum: ID!) { forum(id: $forum) { facilitatorRoles facilitators { person { id isYou } vettedOn } } }", new { forum });
        named["forum"]!["facilitators"]!.AsArray().Count.ShouldBe(2);
        (await Platform.GraphQL().DataAsync("query($forum: ID!) { forum(id: $forum) { facilitatorRoles } }", new { forum }))["forum"]!.ToJsonString().ShouldBe("""{"facilitatorRoles":["Youth worker"]}""");
        (await officer.RefusedAsync("removeFacilitator", new { forumId = forum, facilitatorId = await MeAsync(second), reason = "Left" })).Code.ShouldBe("FACILITATORS_MISSING");
    }

    [Fact]
    public async Task Forums_with_their_topics_posts_and_comments_take_as_many_statements_however_many_there_are()
    {
        const string Document =
            """
            { forums(first: 3) { nodes { title mayModerate waiting topics(first: 2) { nodes { question forum { title } posts(first: 2) { nodes { text topic { question } comments(first: 2) { nodes { text replyTo { text } } } } } } } } } }
            """;
        var forum = await ForumOfTheCouncil.OpenAsync(Platform, "Counting");
        await forum.PostShownAsync(null, "Comment", await forum.PostShownAsync(null, "Post"));
        await StatementsAsync(Document);
        var few = await StatementsAsync(Document);

        var second = await ForumOfTheCouncil.OpenAsync(Platform, "Counting more");
        foreach (var where in new[] { forum, second })
        {
            await where.PostShownAsync(null, "Comment", await where.PostShownAsync(null, "Post"));
            await where.PostShownAsync(null, "Another post");
        }

        Statements.ShouldNotGrow(few, await StatementsAsync(Document));
    }

    [Theory]
    [InlineData("{ moderationQueue(forumId: \"nonsense\") { totalCount } }")]
    [InlineData("{ moderationQueue(forumId: \"{forum}\", after: \"nonsense\") { totalCount } }")]
    [InlineData("{ moderationLedger(forumId: \"{forum}\", after: \"WyIxXzIiXQ\") { pageInfo { endCursor } } }")]
    [InlineData("{ transparencyReports(forumId: \"{forum}\", after: \"WyJ4Il0\") { pageInfo { endCursor } } }")]
    [InlineData("{ moderationQueue(forumId: \"{forum}\", last: 3) { totalCount } }")]
    [InlineData("{ activities(after: \"WyIyMDI0LTk5LTk5X3gi XQ\") { totalCount } }")]
    [InlineData("{ topicBySlug(slug: \"\\u0000../\") { id } forumBySlug(slug: \"%\") { id } }")]
    [InlineData("{ ownContributions(receipt: { reference: \"\\u0000\", secret: \"\" }) { nodes { id } } }")]
    [InlineData("mutation { claimContribution(input: { contributionId: \"{forum}\" }) { moderatedContribution { id } } }")]
    [InlineData("mutation { postContribution(input: { topicId: \"{topic}\", text: \"{long}\", idempotencyKey: \"k\" }) { errors { ... on Error { message } } } }")]
    [InlineData("mutation { postContribution(input: { topicId: \"{topic}\", text: \"x\\u0000y\", idempotencyKey: \"\\u0001\" }) { errors { ... on Error { message } } } }")]
    [InlineData("mutation { logFeedback(input: { kind: COMMENT, service: \"therapies\", words: \"x\", receivedOn: \"0001-01-01\", district: \"\\u0000\" }) { errors { ... on Error { message } } } }")]
    public async Task What_no_client_would_send_is_refused_with_a_code_of_its_own(string document)
    {
        var answer = await Platform.GraphQL(Roles.ParticipationOfficer).SendAsync(document
            .Replace("{forum}", Forum.Id, StringComparison.Ordinal).Replace("{topic}", Forum.TopicId, StringComparison.Ordinal).Replace("{long}", new string('a', 5_001), StringComparison.Ordinal));

        Codes(answer).ShouldNotContain("INTERNAL", answer.ToString());
        answer.ToJsonString().ShouldNotContain(new string('a', 200), Case.Sensitive, "nothing that was sent is repeated at length");
    }

    private static object Changed(string mutation, string contribution, object? receipt) => mutation == "withdrawContribution"
        ? new { contributionId = contribution, receipt }
        : new { contributionId = contribution, text = "Changed", receipt };

    private static async Task<string> NodeAsync(GraphQLClient client, string id) =>
        (await client.SendAsync("query($id: ID!) { node(id: $id) { ... on OwnContribution { text } } }", new { id })).ToJsonString();

    private static async Task<string> MeAsync(GraphQLClient client) => (await client.DataAsync("{ me { person { id } } }"))["me"]!["person"]!["id"]!.GetValue<string>();

    private async Task<int> StatementsAsync(string document)
    {
        // What was released becomes views, whose words are opened beside.
        await Platform.CatchUpAsync();
        return await Statements.CountAsync(() => Platform.GraphQL().DataAsync(document));
    }
}
