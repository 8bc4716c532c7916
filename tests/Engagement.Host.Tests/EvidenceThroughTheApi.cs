using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.Measures;
using GraphQL.Data;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Key actions and measures of the plan, from taking them on to what is known of them.</summary>
public sealed class EvidenceThroughTheApi(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>
{
    private static DateOnly Today => Officer.Today;

    [Fact]
    public async Task A_key_action_is_taken_on_waits_as_work_and_is_complete_with_evidence_and_families()
    {
        var platform = await platforms.WithAsync();
        var officer = platform.GraphQL(Roles.ParticipationOfficer);
        var adopted = await officer.MutateAsync(
            "adoptAction", new { title = "One survey", description = "Parents are asked", source = "The plan, 1.1", ownerRole = "Head of SEND" }, "keyAction");
        var actionId = adopted["id"]!.GetValue<string>();
        var set = await officer.MutateAsync(
            "setMilestone", new { actionId, text = "It is analysed", dueOn = Day(3) }, "keyAction", "rating openMilestones milestones { id rating }");
        set["rating"]!.GetValue<string>().ShouldBe("AMBER");
        var milestoneId = set["milestones"]![0]!["id"]!.GetValue<string>();

        var work = await platform.GraphQL(Roles.DecisionMaker).DataAsync("{ workbench(kinds: [\"MILESTONE_DUE\"]) { nodes { thingId title } } }");
        work["workbench"]!["nodes"]!.AsArray().Select(item => item!["thingId"]!.GetValue<string>()).ShouldContain(actionId);

        (await officer.RefusedAsync("achieveMilestone", new { actionId, milestoneId, achievedOn = Day(0), evidence = " " })).Code.ShouldBe("EVIDENCE_MISSING");
        await officer.MutateAsync("achieveMilestone", new { actionId, milestoneId, achievedOn = Day(0), evidence = "The report" }, "keyAction");
        (await officer.RefusedAsync("completeAction", new { actionId })).Message.ShouldBe("Link how families shaped this action, or record why not");
        var consultation = await new Officer(platform).OpenConsultationAsync(Today);
        var linked = await officer.MutateAsync(
            "linkCoproduction", new { actionId, thingId = consultation.Id, how = "Parents chose the questions" }, "keyAction", "links { kind thingId title }");
        (linked["links"]![0]!["kind"]!.GetValue<string>(), linked["links"]![0]!["thingId"]!.GetValue<string>()).ShouldBe(("CONSULTATION", consultation.Id));
        (await officer.MutateAsync("completeAction", new { actionId }, "keyAction", "completedOn rating"))["rating"]!.GetValue<string>().ShouldBe("GREEN");

        var found = await platform.GraphQL(Roles.Commissioner).DataAsync("{ keyActions(isComplete: true, rating: GREEN) { totalCount nodes { id } } }");
        found["keyActions"]!["nodes"]!.AsArray().Select(one => one!["id"]!.GetValue<string>()).ShouldContain(actionId);
    }

    [Fact]
    public async Task A_measure_is_reported_corrected_and_told_as_it_was_known()
    {
        var platform = await LoadedAsync();
        var analyst = platform.GraphQL(Roles.Analyst);
        var measureId = IdOf("M6.2");
        await analyst.MutateAsync("reportActual", new { measureId, period = "Autumn 2019", figure = new { part = 212, whole = 520 } }, "measure");
        var then = DateTimeOffset.UtcNow;
        await Task.Delay(50);
        await analyst.MutateAsync(
            "correctActual", new { measureId, period = "Autumn 2019", figure = new { part = 205, whole = 520 }, reason = "Counted twice" }, "measure");

        const string Document = "query($id: ID!, $asAt: DateTime) { measure(id: $id, asAt: $asAt) { rating periods { period wanted rating actual { value asPublished isCorrected correctedBecause } } } }";
        var now = First(await platform.GraphQL(Roles.Commissioner).DataAsync(Document, new { id = measureId }));
        (now["value"]!.GetValue<decimal>(), now["asPublished"]!.GetValue<decimal>(), now["isCorrected"]!.GetValue<bool>()).ShouldBe((39.4m, 40.8m, true));
        var before = First(await platform.GraphQL(Roles.Commissioner).DataAsync(Document, new { id = measureId, asAt = then }));
        (before["value"]!.GetValue<decimal>(), before["isCorrected"]!.GetValue<bool>()).ShouldBe((40.8m, false));

        static JsonNode First(JsonNode answer) => answer["measure"]!["periods"]![0]!["actual"]!;
    }

    [Fact]
    public async Task A_file_of_figures_is_taken_whole_or_not_at_all()
    {
        var platform = await LoadedAsync();
        var analyst = platform.GraphQL(Roles.Analyst);
        var wrong = await analyst.MutateAsync(
            "importActuals",
            new { file = "measure,period,value,part,whole\nM1.3,Dec 2019,1610,,\nM99,Dec 2019,1,,\nM3.1,Never,8,,\n" },
            "importReport",
            "taken problems { row column problem }");
        wrong["taken"]!.GetValue<int>().ShouldBe(0);
        wrong["problems"]!.AsArray().Select(one => one!["row"]!.GetValue<int>()).ShouldBe([3]);

        var refused = await analyst.MutateAsync(
            "importActuals", new { file = "measure,period,value\nM1.3,Dec 2019,1610\nM3.1,Never,8\n" }, "importReport", "taken problems { row column problem }");
        (refused["problems"]![0]!["row"]!.GetValue<int>(), refused["problems"]![0]!["column"]!.GetValue<string>()).ShouldBe((3, "period"));

        var taken = await analyst.MutateAsync(
            "importActuals", new { file = "measure,period,value,part,whole\nM1.3,Dec 2019,1610,,\nM1.5,Autumn 2019,,4310,9270\n" }, "importReport", "taken problems { row }");
        taken["taken"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task The_measures_are_loaded_once()
    {
        var platform = await LoadedAsync();

        (await platform.GraphQL(Roles.Analyst).RefusedAsync("loadMeasures", new { })).Code.ShouldBe("MEASURES_LOADED");
        var found = await platform.GraphQL(Roles.Verifier).DataAsync("{ measures(area: 9, first: 20) { totalCount nodes { code } } all: measures { totalCount } }");
        found["all"]!["totalCount"]!.GetValue<int>().ShouldBe(53);
        found["measures"]!["nodes"]!.AsArray().Select(one => one!["code"]!.GetValue<string>()).ShouldBe(["M9.1", "M9.2", "M9.3", "M9.4", "M9.5", "M9.6"]);
    }

    // The tests of a class share a platform, which has them once.
    private async Task<RunningPlatform> LoadedAsync()
    {
        var platform = await platforms.WithAsync();
        var there = await platform.GraphQL(Roles.Verifier).DataAsync("{ measures { totalCount } }");
        if (there["measures"]!["totalCount"]!.GetValue<int>() == 0)
            await platform.GraphQL(Roles.Analyst).MutateAsync("loadMeasures", new { }, "loadedMeasures", "count");
        return platform;
    }

    private static string IdOf(string code) => NodeId.Encode("Measure", LoadMeasures.IdOf(code));

    private static string Day(int days) => $"{Today.AddDays(days):yyyy-MM-dd}";
}
