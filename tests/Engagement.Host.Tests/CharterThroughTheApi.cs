using Engagement.Api.Authorization;
using Engagement.Host.Tests.People;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>From an activity that was held to a principle that is evidenced, through GraphQL alone.</summary>
public sealed class CharterThroughTheApi(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>
{
    private const string Grid = "query($id: ID!) { commissioningActivity(id: $id) { currentStage grid { points applicable score lowest { principle stage } } claims { id state evidence { title } } } }";

    private static DateOnly Today => Officer.Today;

    [Fact]
    public async Task Evidence_finds_itself_is_claimed_by_a_commissioner_and_accepted_by_a_representative()
    {
        var platform = await platforms.WithAsync();
        var (officer, commissioner, parent) = (
            platform.GraphQL(Roles.ParticipationOfficer), platform.GraphQL(Roles.Commissioner), platform.GraphQL(Roles.PactRepresentative));
        var held = (await officer.MutateAsync("planActivity", PeopleSpec.Workshop(Today), "activity"))["id"]!.GetValue<string>();
        await officer.MutateAsync("holdActivity", new { activityId = held, heldOn = Today }, "activity");
        var edition = (await commissioner.MutateAsync("adoptCharterEdition", Edition("Youth charter", Today), "charterEdition"))["id"]!.GetValue<string>();
        await officer.MutateAsync("signUpToCharter", new { charterEditionId = edition, group = "The board" }, "charterEdition");
        var service = (await commissioner.MutateAsync("startCommissioning", Service(edition), "commissioningActivity"))["id"]!.GetValue<string>();

        var proposed = await platform.GraphQL(Roles.Analyst).DataAsync(
            "query($id: ID!) { evidenceProposals(commissioningActivityId: $id) { nodes { principle stage rule why evidence { item { id kind title thingId } level } } } }", new { id = service });
        var proposal = proposed["evidenceProposals"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
        (proposal["principle"]!.GetValue<string>(), proposal["stage"]!.GetValue<string>()).ShouldBe(("include", "ANALYSE"));
        var item = proposal["evidence"]!["item"]!;
        item["thingId"]!.GetValue<string>().ShouldBe(held);

        await commissioner.MutateAsync(
            "makeClaim",
            new
            {
                commissioningActivityId = service,
                principle = "include",
                stage = "ANALYSE",
                evidenceKind = item["kind"]!.GetValue<string>(),
                evidenceId = item["id"]!.GetValue<string>(),
                explanation = "Those affected said what is needed",
                rule = proposal["rule"]!.GetValue<string>(),
            },
            "commissioningActivity");
        var claimed = await commissioner.DataAsync(Grid, new { id = service });
        claimed["commissioningActivity"]!["grid"]!["points"]!.GetValue<int>().ShouldBe(1);
        var claim = claimed["commissioningActivity"]!["claims"]![0]!["id"]!.GetValue<string>();

        (await parent.RefusedAsync("verifyClaim", new { commissioningActivityId = service, claimId = claim, organisation = "county-council" })).Code.ShouldBe("NOT_YOUR_ORGANISATION");
        await parent.MutateAsync("verifyClaim", new { commissioningActivityId = service, claimId = claim }, "commissioningActivity");

        var grid = (await parent.DataAsync(Grid, new { id = service }))["commissioningActivity"]!["grid"]!;
        (grid["points"]!.GetValue<int>(), grid["applicable"]!.GetValue<int>(), grid["score"]!.GetValue<double>()).ShouldBe((2, 4, 0.25));
        var history = await platform.GraphQL(Roles.Verifier).DataAsync("query($id: ID!) { history(id: $id) { nodes { what } } }", new { id = service });
        history["history"]!["nodes"]![0]!["what"]!.GetValue<string>().ShouldBe("A representative of Kent PACT accepted a claim");
    }

    internal static object Edition(string charter, DateOnly from) => new
    {
        charter,
        title = $"{charter}, the edition of today",
        from,
        source = "Ours",
        principles = new[] { new { key = "include", title = "Include us", isOurs = true, continues = Array.Empty<string>(), criteria = new[] { new { key = "asked", text = "We are asked first", isOurs = true } } } },
    };

    internal static object Service(string edition) => new
    {
        title = "A new contract for therapies",
        service = "therapies",
        charterEditionId = edition,
        people = new { audiences = new[] { "PARENTS_AND_CARERS" }, districts = Array.Empty<string>(), phases = Array.Empty<string>(), needs = Array.Empty<string>() },
    };
}
