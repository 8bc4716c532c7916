using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.People;

/// <summary>The seats of parents and carers through GraphQL alone: Kent PACT says who sits there, the group takes them in, and everybody sees it.</summary>
public sealed class BoardsThroughTheApi : IAsyncLifetime
{
    private const string Seats = "query($id: ID!) { governanceGroup(id: $id) { name parent { name } seats { id title state role nomineeRole since } } }";

    private RunningPlatform _platform = null!;

    private static string Today => Officer.Today.ToString("yyyy-MM-dd", null);

    public async Task InitializeAsync() => _platform = await RunningPlatform.StartAsync();

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task Kent_PACT_chooses_who_sits_there_and_the_group_takes_them_in()
    {
        var (officer, pact) = (_platform.GraphQL(Roles.Commissioner), _platform.GraphQL(Roles.PactForumCoordinator));
        var top = await ConstituteAsync(officer, "Health and Wellbeing Board");
        var group = await ConstituteAsync(officer, "Improvement Board", top);
        await officer.MutateAsync("createSeat", new { groupId = group, title = "Parents" }, "governanceGroup");
        var seat = (await SeatAsync(null, group))["id"]!.GetValue<string>();
        var me = (await pact.DataAsync("{ me { person { id } } }"))["me"]!["person"]!["id"]!.GetValue<string>();

        (await officer.RefusedAsync("appointRepresentative", new { groupId = group, seatId = seat, appointedOn = Today })).Code.ShouldBe("NOT_NOMINATED");
        await pact.MutateAsync("nominateRepresentative", new { groupId = group, seatId = seat, representativeId = me, role = "Parent, east" }, "governanceGroup");

        Shown(await SeatAsync(null, group)).ShouldBe(("NOMINATED", null, null), "who is to sit there is for those who are asked");
        Shown(await SeatAsync(Roles.PactForumCoordinator, group)).ShouldBe(("NOMINATED", null, "Parent, east"));

        await officer.MutateAsync("appointRepresentative", new { groupId = group, seatId = seat, appointedOn = Today }, "governanceGroup");
        Shown(await SeatAsync(null, group)).ShouldBe(("TAKEN", "Parent, east", null));

        await pact.MutateAsync("vacateSeat", new { groupId = group, seatId = seat, vacatedOn = Today, reason = "STEPPED_DOWN" }, "governanceGroup");
        Shown(await SeatAsync(null, group)).ShouldBe(("VACANT", null, null));
        var all = await _platform.GraphQL().DataAsync("{ governanceGroups(first: 10) { nodes { name parent { name } } } }");
        all["governanceGroups"]!["nodes"]!.ToJsonString()
            .ShouldBe("""[{"name":"Health and Wellbeing Board","parent":null},{"name":"Improvement Board","parent":{"name":"Health and Wellbeing Board"}}]""");
    }

    [Fact]
    public async Task What_a_group_is_for_and_how_often_it_meets_change_and_how_often_it_met_stays_known()
    {
        var officer = _platform.GraphQL(Roles.Commissioner);
        var group = await ConstituteAsync(officer, "Improvement Board");

        await officer.MutateAsync("changeTerms", new { groupId = group, terms = "Decides on the plan" }, "governanceGroup");
        (await officer.RefusedAsync("changeMeetingFrequency", new { groupId = group, frequency = "QUARTERLY", from = Today, reason = "" })).Code.ShouldBe("REASON_REQUIRED");
        await officer.MutateAsync("changeMeetingFrequency", new { groupId = group, frequency = "QUARTERLY", from = Today, reason = "Papers take longer" }, "governanceGroup");

        var read = await _platform.GraphQL().DataAsync(
            "query($id: ID!) { governanceGroup(id: $id) { terms frequency frequencyChanges { from was frequency reason } } }", new { id = group });
        read["governanceGroup"]!.ToJsonString().ShouldBe(
            $$"""{"terms":"Decides on the plan","frequency":"QUARTERLY","frequencyChanges":[{"from":"{{Today}}","was":"MONTHLY","frequency":"QUARTERLY","reason":"Papers take longer"}]}""");
    }

    private static async Task<string> ConstituteAsync(GraphQLClient by, string name, string? parent = null) => (await by.MutateAsync(
        "constituteGroup", new { name, terms = "Steers the plan", frequency = "MONTHLY", parentGroupId = parent }, "governanceGroup"))["id"]!.GetValue<string>();

    private static (string? State, string? Role, string? Nominee) Shown(JsonNode seat) =>
        (seat["state"]?.GetValue<string>(), seat["role"]?.GetValue<string>(), seat["nomineeRole"]?.GetValue<string>());

    private async Task<JsonNode> SeatAsync(string? role, string group) =>
        (await _platform.GraphQL(role).DataAsync(Seats, new { id = group }))["governanceGroup"]!["seats"]![0]!;
}
