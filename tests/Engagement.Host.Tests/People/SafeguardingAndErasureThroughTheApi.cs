using Engagement.Api.Authorization;
using GraphQL.Data;

namespace Engagement.Host.Tests.People;

/// <summary>What protects people through GraphQL alone: the safeguarding lead's items and holds, erasure, and what is held of somebody.</summary>
public sealed class SafeguardingAndErasureThroughTheApi(PeopleSpec.Given given) : PeopleSpec(given)
{
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
        var reading = new { itemId, reason = "New item", idempotencyKey = "read once" };
        foreach (var _ in new[] { "the reading", "its repeat, which is the same one" })
        {
            (await lead.MutateAsync("openSafeguardingItem", reading, "safeguardingWords", "text item { timesOpened }")).ToJsonString()
                .ShouldBe("""{"text":"My uncle hits me","item":{"timesOpened":1}}""");
        }

        (await lead.RefusedAsync("openSafeguardingItem", reading with { reason = "Another reason" })).Code.ShouldBe("IDEMPOTENCY_KEY_REUSED");
        var openings = await lead.DataAsync("query($itemId: ID!) { safeguardingOpenings(itemId: $itemId) { reason role actor { isYou } } }", new { itemId });
        openings["safeguardingOpenings"]!.ToJsonString().ShouldBe("""[{"reason":"New item","role":"safeguarding-lead","actor":{"isYou":true}}]""");
        var log = await Platform.GraphQL(Roles.PrivacyOfficer).DataAsync("{ accessLog(first: 1, kind: SAFEGUARDING_OPENED, role: \"safeguarding-lead\") { nodes { kind purpose actor { id } } } }");
        log["accessLog"]!["nodes"]![0]!["kind"]!.GetValue<string>().ShouldBe("SAFEGUARDING_OPENED");
        (await Platform.GraphQL(Roles.PrivacyOfficer).DataAsync("{ accessLog(kind: VIEWS_READ, role: \"safeguarding-lead\") { totalCount } }"))["accessLog"]!.ToJsonString().ShouldBe("""{"totalCount":0}""");

        var subjectId = item["subject"]!["id"]!.GetValue<string>();
        await lead.MutateAsync("setSafeguardingHold", new { subjectId, reviewOn = Today.AddDays(7), reason = "Enquiries go on" }, "safeguardingHold", "reviewOn reason");
        var receipt = new { reference = posted["reference"]!.GetValue<string>(), secret = posted["secret"]!.GetValue<string>() };
        await Platform.GraphQL().MutateAsync("requestErasureByReceipt", receipt, "requestedErasure", "answerBy");
        (await Platform.GraphQL(Roles.PrivacyOfficer).RefusedAsync("decideErasure", new { subjectId, outcome = "GRANTED", ground = "CONSENT_WITHDRAWN" })).Code.ShouldBe("RECORD_ON_HOLD");
        const string Hold = "query($itemId: ID!) { safeguardingHold(itemId: $itemId) { subject { id } } }";
        (await lead.DataAsync(Hold, new { itemId }))["safeguardingHold"]!["subject"]!["id"]!.GetValue<string>().ShouldBe(subjectId);
        await lead.MutateAsync("liftSafeguardingHold", new { subjectId }, "person", "id");
        (await lead.DataAsync(Hold, new { itemId }))["safeguardingHold"].ShouldBeNull();
        (await lead.DataAsync("{ safeguardingHolds { nodes { subject { id } } } }"))["safeguardingHolds"]!.ToJsonString().ShouldNotContain(subjectId);
        (await lead.MutateAsync("closeSafeguarding", new { itemId, outcome = "REFERRED" }, "safeguardingItem", "state"))["state"]!.GetValue<string>().ShouldBe("CLOSED");
        await IsReachedAsync(Platform.GraphQL(Roles.Moderator), false, "query($id: ID!) { node(id: $id) { ... on SafeguardingItem { state } } }", new { id = itemId });
    }

    [Fact]
    public async Task A_report_of_danger_is_the_safeguarding_leads_at_once_and_the_post_stays()
    {
        var forum = await ForumOfTheCouncil.OpenAsync(Platform, "Danger");
        var contributionId = await forum.PostShownAsync(null, "We wait for a place");

        foreach (var reason in new[] { "SOMEBODY_IN_DANGER", "ABUSIVE", "SOMEBODY_IN_DANGER" })
            await Platform.GraphQL().MutateAsync("reportContribution", new { contributionId, reason }, "contribution", "text");

        var items = await Platform.GraphQL(Roles.SafeguardingLead).DataAsync("{ safeguardingItems(first: 50) { nodes { cause topic { id } } } }");
        items["safeguardingItems"]!["nodes"]!.AsArray().Where(one => one!["topic"]!["id"]!.GetValue<string>() == forum.TopicId)
            .ShouldHaveSingleItem()!["cause"]!.GetValue<string>().ShouldBe("REPORT");
    }

    [Fact]
    public async Task Who_agrees_is_told_so_and_takes_it_back()
    {
        var forum = await ForumOfTheCouncil.OpenAsync(Platform, "Agreement");
        var contributionId = await forum.PostShownAsync(null, "We wait for a place");
        var mine = await forum.PostAsync(null, "So do we");
        var receipt = new { reference = mine["reference"]!.GetValue<string>(), secret = mine["secret"]!.GetValue<string>() };

        await Platform.GraphQL().MutateAsync("supportContribution", new { contributionId, receipt }, "contribution", "id");
        (await IsSupportedAsync()).ShouldBe((true, false));
        await Platform.GraphQL().MutateAsync("withdrawSupport", new { contributionId, receipt }, "contribution", "id");
        (await IsSupportedAsync()).ShouldBe((false, false));

        async Task<(bool Mine, bool Nobodys)> IsSupportedAsync()
        {
            var read = await Platform.GraphQL().DataAsync(
                "query($id: ID!, $receipt: HeldReceiptInput) { node(id: $id) { ... on Contribution { mine: isSupported(receipt: $receipt) nobodys: isSupported } } }",
                new { id = contributionId, receipt });
            return (read["node"]!["mine"]!.GetValue<bool>(), read["node"]!["nobodys"]!.GetValue<bool>());
        }
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

        var made = (await me("mutation { makeSubjectExport(input: { idempotencyKey: \"my export\" }) { subjectExport { id json html } } }"))["data"]!["makeSubjectExport"]!["subjectExport"]!;
        made["json"]!.GetValue<string>().ShouldContain("A quiet room");
        made["html"]!.GetValue<string>().ShouldContain("What we hold about you");
        var export = $"{{ subjectExport(id: \"{made["id"]}\") {{ deleteAt }} }}";
        (await me(export))["data"]!["subjectExport"].ShouldNotBeNull();
        (await other(export))["data"]!["subjectExport"].ShouldBeNull();
        (await me("mutation { makeSubjectExport(input: { idempotencyKey: \"my export\" }) { subjectExport { id } } }"))["data"]!["makeSubjectExport"]!["subjectExport"]!["id"]!
            .GetValue<string>().ShouldBe(made["id"]!.GetValue<string>());

        (await me("{ me { erasure { answerBy } } }"))["data"]!["me"]!["erasure"].ShouldBeNull();
        Codes(await me("mutation { requestErasure(input: {}) { requestedErasure { answerBy } } }")).ShouldBeEmpty();
        (await me("{ me { erasure { receivedOn outcome } } }"))["data"]!["me"]!["erasure"]!["outcome"].ShouldBeNull();
        (await other("mutation { requestErasure(input: {}) { errors { __typename } } }")).ToJsonString().ShouldContain("NotFound");
    }

    private static Guid PseudonymOf(string person) => NodeId.TryDecode(person, out _, out var raw) ? Guid.Parse(raw) : throw new ArgumentException("This is no id.", nameof(person));
}
