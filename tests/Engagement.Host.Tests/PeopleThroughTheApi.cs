using System.Security.Claims;
using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.SignIn;
using GraphQL.Data;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>People, what they write and what is done about it, through GraphQL alone: each story from its beginning to its end.</summary>
public sealed class PeopleThroughTheApi(PeopleThroughTheApi.Given given) : IClassFixture<PeopleThroughTheApi.Given>
{
    private const string NotAllowed = "AUTH_NOT_AUTHORIZED";

    private RunningPlatform Platform => given.Platform;

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

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
                title = "Young people", purpose = "To talk", owner = "COUNCIL", ageBand = "UNDER18", audience = "YOUNG_PEOPLE", moderation = "BEFORE_SHOWN",
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
    public async Task A_possible_disclosure_is_the_safeguarding_leads_to_read_and_that_it_was_read_is_on_record()
    {
        var forum = await ForumOfTheCouncil.OpenAsync(Platform, "Worries");
        var posted = await forum.PostAsync(null, "My uncle hits me");
        posted["help"]!.AsArray().Count.ShouldBeGreaterThan(2);
        var lead = Platform.GraphQL(Roles.SafeguardingLead);
        var items = await lead.DataAsync("{ safeguardingItems(first: 50) { nodes { id state timesOpened subject { id } topic { id } } } }");
        var item = items["safeguardingItems"]!["nodes"]!.AsArray().Single(one => one!["topic"]!["id"]!.GetValue<string>() == forum.TopicId)!;
        var itemId = item["id"]!.GetValue<string>();

        (await lead.RefusedAsync("openSafeguardingItem", new { itemId, reason = "" })).Code.ShouldBe("REASON_REQUIRED");
        (await lead.MutateAsync("openSafeguardingItem", new { itemId, reason = "New item" }, "safeguardingWords", "text item { timesOpened }")).ToJsonString()
            .ShouldBe("""{"text":"My uncle hits me","item":{"timesOpened":1}}""");
        var openings = await lead.DataAsync("query($itemId: ID!) { safeguardingOpenings(itemId: $itemId) { reason role actor { isYou } } }", new { itemId });
        openings["safeguardingOpenings"]!.ToJsonString().ShouldBe("""[{"reason":"New item","role":"safeguarding-lead","actor":{"isYou":true}}]""");
        var log = await Platform.GraphQL(Roles.PrivacyOfficer).DataAsync("{ accessLog(first: 1) { nodes { kind purpose actor { id } } } }");
        log["accessLog"]!["nodes"]![0]!["kind"]!.GetValue<string>().ShouldBe("SAFEGUARDING_OPENED");

        var subjectId = item["subject"]!["id"]!.GetValue<string>();
        await lead.MutateAsync("setSafeguardingHold", new { subjectId, reviewOn = Today.AddDays(7), reason = "Enquiries go on" }, "safeguardingHold", "reviewOn reason");
        var receipt = new { reference = posted["reference"]!.GetValue<string>(), secret = posted["secret"]!.GetValue<string>() };
        await Platform.GraphQL().MutateAsync("requestErasureByReceipt", receipt, "requestedErasure", "answerBy");
        (await Platform.GraphQL(Roles.PrivacyOfficer).RefusedAsync("decideErasure", new { subjectId, outcome = "GRANTED", ground = "CONSENT_WITHDRAWN" })).Code.ShouldBe("RECORD_ON_HOLD");
        await lead.MutateAsync("liftSafeguardingHold", new { subjectId }, "person", "id");
        (await lead.DataAsync("{ safeguardingHolds { subject { id } } }"))["safeguardingHolds"]!.ToJsonString().ShouldNotContain(subjectId);
        (await lead.MutateAsync("closeSafeguarding", new { itemId, outcome = "REFERRED" }, "safeguardingItem", "state"))["state"]!.GetValue<string>().ShouldBe("CLOSED");
        await IsReachedAsync(Platform.GraphQL(Roles.Moderator), false, "query($id: ID!) { node(id: $id) { ... on SafeguardingItem { state } } }", new { id = itemId });
    }

    [Fact]
    public async Task Erasure_is_asked_for_with_a_receipt_decided_by_one_and_done_by_another()
    {
        var forum = await ForumOfTheCouncil.OpenAsync(Platform, "Erasure");
        var posted = await forum.PostAsync(null, "Words that will be erased");
        var receipt = new { reference = posted["reference"]!.GetValue<string>(), secret = posted["secret"]!.GetValue<string>() };
        var (privacy, administrator) = (Platform.GraphQL(Roles.PrivacyOfficer), Platform.GraphQL(Roles.Administrator));
        const string Cases = "{ erasureCases(first: 50) { nodes { id kind answerBy daysLeft isOverdue outcome subject { id } } } }";
        var before = (await privacy.DataAsync(Cases)).ToJsonString();
        await Platform.GraphQL().MutateAsync("requestErasureByReceipt", receipt, "requestedErasure", "answerBy");
        var cases = await privacy.DataAsync(Cases);
        var newest = cases["erasureCases"]!["nodes"]!.AsArray().Single(one => !before.Contains(one!["id"]!.GetValue<string>(), StringComparison.Ordinal))!;
        var subjectId = newest["subject"]!["id"]!.GetValue<string>();
        (newest["kind"]!.GetValue<string>(), newest["isOverdue"]!.GetValue<bool>()).ShouldBe(("CONTRIBUTOR", false));
        newest["daysLeft"]!.GetValue<int>().ShouldBeInRange(28, 31);

        (await administrator.RefusedAsync("destroySubjectKey", new { subjectId })).Code.ShouldBe("ERASURE_NOT_GRANTED");
        await privacy.MutateAsync("decideErasure", new { subjectId, outcome = "GRANTED", ground = "CONSENT_WITHDRAWN" }, "erasureCase", "outcome ground");
        (await privacy.RefusedAsync("destroySubjectKey", new { subjectId })).Code.ShouldBe("SECOND_PERSON_REQUIRED");
        (await administrator.MutateAsync("destroySubjectKey", new { subjectId }, "erasureCase", "isDone destroyedAt"))["isDone"]!.GetValue<bool>().ShouldBeTrue();

        var read = await Platform.GraphQL().DataAsync("query($receipt: HeldReceiptInput) { ownContributions(receipt: $receipt) { nodes { text } } }", new { receipt });
        read["ownContributions"]!["nodes"]!.ToJsonString().ShouldBe("""[{"text":null}]""");
        var retention = await privacy.DataAsync("{ retention { version nextRunAt classes { rule { class keep after why } due deleted lastDeletedAt } } }");
        retention["retention"]!["classes"]!.AsArray().Count.ShouldBe(8);
    }

    [Fact]
    public async Task An_activity_goes_from_its_plan_to_its_notes_within_the_area_of_its_officers()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        var person = (await officer.MutateAsync("join", new { ageBand = "OVER25" }, "person", "id"))["id"]!.GetValue<string>();
        await officer.MutateAsync("recordAccessNeed", new { participantId = person, need = "A hearing loop" }, "accessNeeds", "needs");
        var activity = (await officer.MutateAsync("planActivity", Workshop(Today), "activity"))["id"]!.GetValue<string>();
        await officer.MutateAsync("sendInvitations", new { activityId = activity, count = 40, route = "Schools" }, "activity");
        await officer.MutateAsync("offerSupport", new { activityId = activity, kind = "INTERPRETER", detail = "Ask us" }, "activity");
        await officer.MutateAsync("holdActivity", new { activityId = activity, heldOn = Today }, "activity");
        await officer.MutateAsync("recordAttendance", new { activityId = activity, identified = new[] { person }, headCount = 12 }, "activity");
        await officer.MutateAsync("recordNotes", new { activityId = activity, notes = new[] { new { words = "Nobody rings back", proxy = false } } }, "activity");
        var said = await Platform.GraphQL(Roles.ParentOrCarer).MutateAsync("assessLevel", new { activityId = activity, level = "CONSULTING" }, "assessedLevel", "level");
        said["level"]!.GetValue<string>().ShouldBe("CONSULTING");

        var read = await Platform.GraphQL(Roles.Commissioner).DataAsync(
            "{ activities(state: HELD, words: \"reviews\") { totalCount nodes { identified headCount notes invited support { kind } assessedLevels { level count } } } }");
        read["activities"]!["nodes"]![0]!.ToJsonString().ShouldBe(
            """{"identified":1,"headCount":12,"notes":1,"invited":40,"support":[{"kind":"INTERPRETER"}],"assessedLevels":[{"level":"CONSULTING","count":1}]}""");
        await IsReachedAsync(Platform.GraphQL(Roles.ParentOrCarer), false, "query($id: ID!) { node(id: $id) { ... on Activity { title } } }", new { id = activity });
        await IsReachedAsync(Platform.GraphQL(Roles.Commissioner), false, "mutation($id: ID!) { cancelActivity(input: { activityId: $id, reason: \"No\" }) { activity { id } } }", new { id = activity });
    }

    [Fact]
    public async Task A_complaint_is_answered_and_only_its_lesson_becomes_a_view()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        var logged = (await officer.MutateAsync("logFeedback", Complaint(Today), "loggedFeedback", "id service { name }"))["id"]!.GetValue<string>();
        (await officer.RefusedAsync("reclassifyFeedback", new { logEntryId = logged, kind = "COMMENT", reason = "Milder", personAgreed = false })).Code.ShouldBe("COMPLAINT_NOT_DOWNGRADED");
        await officer.MutateAsync("acknowledgeFeedback", new { logEntryId = logged }, "loggedFeedback");
        await officer.MutateAsync("answerFeedback", new { logEntryId = logged, answer = "We are sorry" }, "loggedFeedback");
        await officer.MutateAsync("drawLesson", new { logEntryId = logged, lesson = "Calls are returned within two days" }, "loggedFeedback");

        var words = await officer.DataAsync("query($id: ID!) { loggedFeedbackWords(id: $id) { words answer } loggedFeedback(service: \"therapies\") { nodes { id lessons } } }", new { id = logged });
        words["loggedFeedbackWords"]!.ToJsonString().ShouldBe("""{"words":"Nobody rang back","answer":"We are sorry"}""");
        words["loggedFeedback"]!["nodes"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == logged)!["lessons"]!.GetValue<int>().ShouldBe(1);
        foreach (var role in new[] { Roles.YouthParticipationOfficer, Roles.Administrator, Roles.PrivacyOfficer, Roles.PactForumCoordinator })
        {
            await IsReachedAsync(Platform.GraphQL(role), false, "query($id: ID!) { loggedFeedbackWords(id: $id) { words } }", new { id = logged });
            await IsReachedAsync(Platform.GraphQL(role), false, "query($id: ID!) { node(id: $id) { ... on LoggedFeedback { receivedOn } } }", new { id = logged });
        }
    }

    [Fact]
    public async Task Keys_are_made_shown_once_and_revoked()
    {
        var administrator = Platform.GraphQL(Roles.Administrator);
        (await administrator.RefusedAsync("createApiKey", new { name = "Website", scopes = new[] { "views.read" } })).Code.ShouldBe("SCOPE_UNKNOWN");
        (await administrator.RefusedAsync("createApiKey", new { name = "Website", scopes = new[] { "metrics.read" }, days = 400 })).Code.ShouldBe("DAYS_INVALID");
        var made = await administrator.MutateAsync("createApiKey", new { name = "Website", scopes = new[] { "metrics.read" } }, "createdApiKey", "secret key { id isGood scopes }");
        var (id, secret) = (made["key"]!["id"]!.GetValue<string>(), made["secret"]!.GetValue<string>());
        await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { role permissions } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Authorization", $"Bearer {secret}");
            s.ContentShouldContain("metrics.read");
        });

        var listed = await administrator.DataAsync("{ apiKeys { nodes { id name lastUsedAt } } }");
        listed["apiKeys"]!["nodes"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == id)!["lastUsedAt"].ShouldNotBeNull();
        listed.ToJsonString().ShouldNotContain(secret.Split('_', 3)[2]);
        (await administrator.MutateAsync("revokeApiKey", new { id }, "apiKey", "isGood"))["isGood"]!.GetValue<bool>().ShouldBeFalse();
        await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { role } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Authorization", $"Bearer {secret}");
            s.StatusCodeShouldBe(401);
        });
    }

    [Fact]
    public async Task People_end_their_own_sessions_and_the_privacy_officer_those_of_somebody_else()
    {
        using var here = await Platform.Browser().BeAsync(Roles.Analyst, "sessions");
        using var there = await Platform.Browser().BeAsync(Roles.Analyst, "sessions");
        var me = await AskAsync(here, "{ me { person { id } sessions { id isCurrent device } } }");
        var other = me["data"]!["me"]!["sessions"]!.AsArray().Single(one => !one!["isCurrent"]!.GetValue<bool>())!["id"]!.GetValue<string>();

        var left = await AskAsync(here, $"mutation {{ endMySession(input: {{ sessionId: \"{other}\" }}) {{ openSessions {{ sessions {{ isCurrent }} }} }} }}");
        left["data"]!["endMySession"]!["openSessions"]!.ToJsonString().ShouldBe("""{"sessions":[{"isCurrent":true}]}""");
        (await AskAsync(there, "{ me { signedIn } }"))["data"]!["me"]!["signedIn"]!.GetValue<bool>().ShouldBeFalse();

        var personId = me["data"]!["me"]!["person"]!["id"]!.GetValue<string>();
        await IsReachedAsync(Platform.GraphQL(Roles.ParticipationOfficer), false, "mutation($id: ID!) { endSessionsOf(input: { personId: $id }) { endedSessions { count } } }", new { id = personId });
        (await Platform.GraphQL(Roles.PrivacyOfficer).MutateAsync("endSessionsOf", new { personId }, "endedSessions", "count"))["count"]!.GetValue<int>().ShouldBe(1);
        (await AskAsync(here, "{ me { signedIn } }"))["data"]!["me"]!["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_who_signed_in_tells_of_themselves_has_it_exported_and_asks_for_its_erasure()
    {
        var person = (await Platform.GraphQL(Roles.ParticipationOfficer).MutateAsync("join", new { ageBand = "UNDER13" }, "person", "id"))["id"]!.GetValue<string>();
        var (me, other) = (await SignInAsync(PseudonymOf(person), Roles.YoungPerson), await SignInAsync(Guid.CreateVersion7(), Roles.YoungPerson));

        (await me("mutation { givePermission(input: { permission: QUOTE, givenBy: SELF }) { errors { ... on Error { code field } } } }"))
            .ToJsonString().ShouldContain("PARENT_MUST_AGREE");
        Codes(await me("mutation { givePermission(input: { permission: QUOTE, givenBy: PARENT_OR_CARER }) { participant { permissions } } }")).ShouldBeEmpty();
        Codes(await me("mutation { declareCharacteristic(input: { characteristic: LANGUAGE, value: \"Polish\" }) { participant { version } } }")).ShouldBeEmpty();
        Codes(await me("mutation { recordMyAccessNeed(input: { need: \"A quiet room\", expectedVersion: 3 }) { participant { version } } }")).ShouldBeEmpty();
        (await me("{ me { participant { ageBand permissions characteristics { characteristic value } accessNeeds version } emailAddress } }"))["data"]!["me"]!.ToJsonString().ShouldBe(
            """{"participant":{"ageBand":"UNDER13","permissions":["QUOTE"],"characteristics":[{"characteristic":"LANGUAGE","value":"Polish"}],"accessNeeds":["A quiet room"],"version":4},"emailAddress":null}""");
        (await me("mutation { withdrawPermission(input: { permission: QUOTE }) { participant { permissions } } }"))["data"]!["withdrawPermission"]!.ToJsonString()
            .ShouldBe("""{"participant":{"permissions":[]}}""");

        var made = (await me("mutation { makeSubjectExport { subjectExport { id json html } } }"))["data"]!["makeSubjectExport"]!["subjectExport"]!;
        made["json"]!.GetValue<string>().ShouldContain("A quiet room");
        made["html"]!.GetValue<string>().ShouldContain("What we hold about you");
        var export = $"{{ subjectExport(id: \"{made["id"]}\") {{ deleteAt }} }}";
        (await me(export))["data"]!["subjectExport"].ShouldNotBeNull();
        (await other(export))["data"]!["subjectExport"].ShouldBeNull();

        (await me("{ me { erasure { answerBy } } }"))["data"]!["me"]!["erasure"].ShouldBeNull();
        Codes(await me("mutation { requestErasure(input: {}) { requestedErasure { answerBy } } }")).ShouldBeEmpty();
        (await me("{ me { erasure { receivedOn outcome } } }"))["data"]!["me"]!["erasure"]!["outcome"].ShouldBeNull();
        (await other("mutation { requestErasure(input: {}) { errors { __typename } } }")).ToJsonString().ShouldContain("NotFound");
    }

    [Fact]
    public async Task Officers_of_an_area_see_and_do_what_lies_in_it_and_nothing_beside()
    {
        var officer = Platform.GraphQL(Roles.ParticipationOfficer);
        var east = await SignInAsync(Guid.CreateVersion7(), Roles.ParticipationOfficer, new SessionClaim("area", "East"));
        var north = await SignInAsync(Guid.CreateVersion7(), Roles.ParticipationOfficer, new SessionClaim("area", "North"));
        var activity = (await officer.MutateAsync("planActivity", Workshop(Today), "activity"))["id"]!.GetValue<string>();
        var logged = (await officer.MutateAsync("logFeedback", Complaint(Today), "loggedFeedback"))["id"]!.GetValue<string>();

        foreach (var (documents, ownArea, elsewhere) in new[]
                 {
                     ($"mutation {{ offerSupport(input: {{ activityId: \"{activity}\", kind: TRANSPORT, detail: \"\" }}) {{ errors {{ __typename }} }} }}", east, north),
                     ($"mutation {{ answerFeedback(input: {{ logEntryId: \"{logged}\", answer: \"\" }}) {{ errors {{ __typename }} }} }}", east, north),
                     ($"{{ loggedFeedbackWords(id: \"{logged}\") {{ words }} }}", east, north),
                     ("mutation { logFeedback(input: { kind: COMMENT, service: \"transport\", words: \"\", receivedOn: \"2024-01-01\", district: \"E07000107\" }) { errors { __typename } } }", north, east),
                     ("mutation { planActivity(input: { title: \"\", kind: MEETING, audience: STAFF, includesUnder18s: false, onDay: \"2030-01-01\", district: \"E07000107\", stage: DO, lundy: { space: \"\", voice: \"\", audience: \"\", influence: \"\" } }) { errors { __typename } } }", north, east),
                 })
        {
            Codes(await ownArea(documents)).ShouldBeEmpty(documents);
            Codes(await elsewhere(documents)).ShouldBe([NotAllowed], documents);
        }

        const string List = "{ loggedFeedback(first: 50) { totalCount nodes { id } } }";
        (await east(List)).ToJsonString().ShouldContain(logged);
        (await north(List))["data"]!["loggedFeedback"]!.ToJsonString().ShouldBe("""{"totalCount":0,"nodes":[]}""");
        (await north($"{{ node(id: \"{logged}\") {{ ... on LoggedFeedback {{ district }} }} }}")).ToJsonString().ShouldBe("""{"data":{"node":null}}""");
        (await north($"{{ node(id: \"{activity}\") {{ ... on Activity {{ title }} }} }}")).ToJsonString().ShouldContain("Better reviews", Case.Sensitive, "officers see all activities");
    }

    [Fact]
    public async Task Forums_with_their_topics_posts_and_comments_take_as_many_statements_however_many_there_are()
    {
        const string Document =
            """
            { forums { title mayModerate waiting topics(first: 2) { nodes { question forum { title } posts(first: 2) { nodes { text topic { question } comments(first: 2) { nodes { text replyTo { text } } } } } } } } }
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

        few.ShouldBeGreaterThan(4);
        (await StatementsAsync(Document)).ShouldBe(few);
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
        var forum = given.Forum;
        var answer = await Platform.GraphQL(Roles.ParticipationOfficer).SendAsync(document
            .Replace("{forum}", forum.Id, StringComparison.Ordinal).Replace("{topic}", forum.TopicId, StringComparison.Ordinal).Replace("{long}", new string('a', 5_001), StringComparison.Ordinal));

        Codes(answer).ShouldNotContain("INTERNAL", answer.ToString());
        answer.ToJsonString().ShouldNotContain(new string('a', 200), Case.Sensitive, "nothing that was sent is repeated at length");
    }

    internal static object Workshop(DateOnly onDay) => new
    {
        title = "Better reviews",
        kind = "WORKSHOP",
        level = "CO_PRODUCING",
        audience = "PARENTS_AND_CARERS",
        includesUnder18s = false,
        onDay,
        district = "E07000114",
        stage = "PLAN",
        lundy = new { space = "A room", voice = "In groups", audience = "The board", influence = "The form" },
    };

    internal static object Complaint(DateOnly receivedOn) => new { kind = "COMPLAINT", service = "therapies", words = "Nobody rang back", receivedOn, district = "E07000114" };

    private static object Changed(string mutation, string contribution, object? receipt) => mutation == "withdrawContribution"
        ? new { contributionId = contribution, receipt }
        : new { contributionId = contribution, text = "Changed", receipt };

    private static Guid PseudonymOf(string person) => NodeId.TryDecode(person, out _, out var raw) ? Guid.Parse(raw) : throw new ArgumentException("This is no id.", nameof(person));

    /// <summary>Somebody who is signed in, to send documents as.</summary>
    private async Task<Func<string, Task<JsonObject>>> SignInAsync(Guid pseudonym, string role, params SessionClaim[] claims)
    {
        var sessions = Platform.Services.GetRequiredService<Sessions>();
        var (_, token) = await sessions.BeginAsync(pseudonym, [new SessionClaim(ClaimTypes.Role, role), .. claims], "A browser", SessionLength.Short, default);
        return async document =>
        {
            var answer = await Platform.Scenario(s =>
            {
                s.Post.Json(new { query = document }).ToUrl("/graphql");
                s.WithRequestHeader("Cookie", $"engagement-session={token}");
            });
            return JsonNode.Parse(answer.ReadAsText())!.AsObject();
        };
    }

    private static async Task<string> NodeAsync(GraphQLClient client, string id) =>
        (await client.SendAsync("query($id: ID!) { node(id: $id) { ... on OwnContribution { text } } }", new { id })).ToJsonString();

    private static async Task<string> MeAsync(GraphQLClient client) => (await client.DataAsync("{ me { person { id } } }"))["me"]!["person"]!["id"]!.GetValue<string>();

    private static List<string> Codes(JsonObject answer) =>
        [.. (answer["errors"]?.AsArray() ?? []).Select(error => error!["extensions"]!["code"]!.GetValue<string>())];

    /// <summary>Whether a document is answered, be it by a rule's refusal, or refused to who asks.</summary>
    private static async Task IsReachedAsync(GraphQLClient client, bool isReached, string document, object variables)
    {
        var answer = await client.SendAsync(document, variables);
        Codes(answer).ShouldBe(isReached ? [] : [NotAllowed], $"{document} {answer}");
    }

    private async Task<JsonNode> AskAsync(Browser browser, string query)
    {
        var result = await Platform.Scenario(s =>
        {
            s.Post.Json(new { query }).ToUrl("/graphql");
            s.WithRequestHeader("Cookie", browser.Cookies);
        });
        return JsonNode.Parse(result.ReadAsText())!;
    }

    private async Task<int> StatementsAsync(string document)
    {
        // What was released becomes views, whose words are opened beside.
        await Platform.CatchUpAsync();
        return await Statements.CountAsync(Platform, () => Platform.GraphQL().DataAsync(document));
    }

    /// <summary>A platform that all of them use.</summary>
    public sealed class Given : IAsyncLifetime
    {
        internal RunningPlatform Platform { get; private set; } = null!;

        internal ForumOfTheCouncil Forum { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Platform = await RunningPlatform.StartAsync(
                configuration: new Dictionary<string, string?> { ["Limits:AddressRequestsPerSecond"] = "0", ["Limits:AccountRequestsPerSecond"] = "0" });
            Forum = await ForumOfTheCouncil.OpenAsync(Platform);
        }

        public async Task DisposeAsync() => await Platform.DisposeAsync();
    }
}
