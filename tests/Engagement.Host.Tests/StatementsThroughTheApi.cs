using Engagement.Api.Authorization;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>From a meeting at which a parent sat to a statement of commitment that is evidenced, and a group that has done its part, through GraphQL alone.</summary>
public sealed class StatementsThroughTheApi(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>
{
    private static string Today => Officer.Today.ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task A_meeting_that_a_representative_came_to_is_evidence_that_a_statement_is_kept()
    {
        var platform = await platforms.WithAsync();
        var (officer, commissioner, parent) = (
            platform.GraphQL(Roles.ParticipationOfficer), platform.GraphQL(Roles.Commissioner), platform.GraphQL(Roles.PactRepresentative));
        var group = await MeetAsync(platform, officer);
        var document = (await commissioner.MutateAsync("adoptStatements", Document(), "statementDocument"))["id"]!.GetValue<string>();

        (await StandingAsync(parent, document)).ShouldBe([("together", "NONE"), ("belong", "NONE")]);
        var proposed = await parent.DataAsync(
            "query($id: ID!) { statementEvidence(statementDocumentId: $id, statement: \"together\", proposedOnly: true) { nodes { item { id kind title } } } }", new { id = document });
        var item = proposed["statementEvidence"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["item"]!;
        (item["kind"]!.GetValue<string>(), item["title"]!.GetValue<string>()).ShouldBe(("REPRESENTATIVES_ATTENDED", "Parents’ representatives at the meeting: The board"));

        object Evidence(string statement) => new
        {
            statementDocumentId = document,
            statement,
            evidenceKind = "REPRESENTATIVES_ATTENDED",
            evidenceId = item["id"]!.GetValue<string>(),
            explanation = "Parents sat where it was decided",
        };
        (await commissioner.DataAsync("{ me { organisations { name } } }"))["me"]!["organisations"]![0]!["name"]!.GetValue<string>().ShouldBe("Kent County Council");
        (await commissioner.RefusedAsync("evidenceStatement", Evidence("belong"))).Message.ShouldBe("Link it to something that reached those to whom the statement is made");
        await commissioner.MutateAsync("evidenceStatement", Evidence("together"), "statementDocument");
        (await StandingAsync(commissioner, document))[0].State.ShouldBe("CLAIMED");

        var work = (await parent.DataAsync("{ workbench(kinds: [\"STATEMENT_EVIDENCE_TO_CHECK\"]) { nodes { thingId title statementDocument { id } } } }"))["workbench"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
        (work["title"]!.GetValue<string>(), work["statementDocument"]!["id"]!.GetValue<string>()).ShouldBe(("Work together", document));
        (await commissioner.RefusedAsync("adoptStatements", Document("WHAT we commit to"))).Code.ShouldBe("ALREADY_ADOPTED");

        var given = await parent.DataAsync("query($id: ID!) { statementDocument(id: $id) { statements(state: CLAIMED) { claims { id } } } }", new { id = document });
        var claim = given["statementDocument"]!["statements"]![0]!["claims"]![0]!["id"]!.GetValue<string>();
        work["thingId"]!.GetValue<string>().ShouldBe(claim);
        (await parent.RefusedAsync("verifyStatementEvidence", new { statementDocumentId = document, claimId = claim, organisation = "youth-voice" })).Code.ShouldBe("NOT_YOUR_ORGANISATION");
        await parent.MutateAsync("verifyStatementEvidence", new { statementDocumentId = document, claimId = claim, organisation = "kent-pact" }, "statementDocument");

        (await StandingAsync(parent, document))[0].State.ShouldBe("EVIDENCED");
        var history = await parent.DataAsync("query($id: ID!) { history(id: $id) { nodes { what } } }", new { id = document });
        history["history"]!["nodes"]![0]!["what"]!.GetValue<string>().ShouldBe("A representative of Kent PACT accepted evidence");
        var part = (await parent.DataAsync(
            "query($id: ID!) { governanceGroup(id: $id) { lacksSeat parentsPart { hasIdentifiedAndInvited seatsExpected seatsAttended missed { seat } } } }", new { id = group }))["governanceGroup"]!;
        part.ToJsonString().ShouldBe("""{"lacksSeat":false,"parentsPart":{"hasIdentifiedAndInvited":true,"seatsExpected":1,"seatsAttended":1,"missed":[]}}""");
    }

    private static async Task<string> MeetAsync(RunningPlatform platform, GraphQLClient officer)
    {
        var pact = platform.GraphQL(Roles.PactForumCoordinator);
        var group = (await officer.MutateAsync("constituteGroup", new { name = "The board", terms = "Steers the plan", frequency = "MONTHLY" }, "governanceGroup"))["id"]!.GetValue<string>();
        var seated = await officer.MutateAsync("createSeat", new { groupId = group, title = "Parents" }, "governanceGroup", "seats { id }");
        var seat = seated["seats"]![0]!["id"]!.GetValue<string>();
        var me = (await pact.DataAsync("{ me { person { id } } }"))["me"]!["person"]!["id"]!.GetValue<string>();
        await pact.MutateAsync("nominateRepresentative", new { groupId = group, seatId = seat, representativeId = me, role = "Parent, east" }, "governanceGroup");
        await officer.MutateAsync("appointRepresentative", new { groupId = group, seatId = seat, appointedOn = Today }, "governanceGroup");
        var meeting = (await officer.MutateAsync("scheduleMeeting", new { groupId = group, onDay = Today }, "meeting"))["id"]!.GetValue<string>();
        await officer.MutateAsync("inviteRepresentative", new { meetingId = meeting, seatId = seat, papersSentOn = Today }, "meeting");
        await officer.MutateAsync("holdMeeting", new { meetingId = meeting, heldOn = Today }, "meeting");
        var held = await officer.MutateAsync(
            "takeAttendance", new { meetingId = meeting, seats = new[] { new { seatId = seat, attendance = "ATTENDED" } } }, "meeting", "seats { role attendance isFilled }");
        held["seats"]![0]!.ToJsonString().ShouldBe("""{"role":"Parent, east","attendance":"ATTENDED","isFilled":true}""");
        return group;
    }

    private static async Task<List<(string Key, string State)>> StandingAsync(GraphQLClient reader, string id)
    {
        var found = await reader.DataAsync("query($id: ID!) { statementDocument(id: $id) { statements { key state } } }", new { id });
        return [.. found["statementDocument"]!["statements"]!.AsArray().Select(one => (one!["key"]!.GetValue<string>(), one["state"]!.GetValue<string>()))];
    }

    internal static object Document(string title = "What we commit to") => new
    {
        title,
        from = Today,
        source = "Ours",
        statements = new[]
        {
            new { key = "together", text = "Work together", audience = "EVERYBODY", level = "COUNTY", where = "We will, 4", kinds = new[] { "REPRESENTATIVES_ATTENDED" } },
            new { key = "belong", text = "Every child belongs", audience = "CHILDREN", level = "EVERYWHERE", where = "Our commitment, 1", kinds = Array.Empty<string>() },
        },
    };
}
