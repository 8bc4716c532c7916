using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.EvidenceReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class EvidenceTests
{
    [Fact]
    public async Task A_pack_is_asked_for_as_at_the_end_of_a_day_in_Kent()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AskForEvidencePack", OfficerReplies.Made("askForEvidencePack", "evidencePack", Id));
        using var officer = await host.Visit().OpenAsync(List);

        await officer.PressAsync("Make the pack", ("commissioningActivityId", "Q29tMQ"), ("asAt", "2026-07-31"));

        officer.Address.ShouldEndWith(Address);
        var sent = host.GraphQL.LastInput("AskForEvidencePack");
        (sent.GetProperty("commissioningActivityId").GetString(), sent.GetProperty("asAt").GetString()).ShouldBe(("Q29tMQ", "2026-07-31T22:59:59.999999Z"));
    }

    [Fact]
    public async Task A_day_to_come_is_refused_beside_its_field_and_the_form_keeps_what_was_chosen()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AskForEvidencePack", Refused("askForEvidencePack", "MOMENT_IN_FUTURE", "Choose a day that has passed", "\"asAt\""));
        using var officer = await host.Visit().OpenAsync(List);

        await officer.PressAsync("Make the pack", ("commissioningActivityId", "Q29tMQ"), ("asAt", "2090-07-31"));

        officer.Text("#asAt-error").ShouldBe("Error: Choose a day that has passed");
        officer.Document.QuerySelector("option[selected]")!.TextContent.ShouldBe("A new contract for therapies");
    }

    [Fact]
    public async Task While_it_is_made_a_bar_shows_how_far_it_is_also_without_a_script()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EvidencePack", One(Pack("ASKED", $$"""{ "percent": 45, "stage": "Proving events", "seenAt": "{{DateTimeOffset.UtcNow:O}}" }""")));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Document.QuerySelector("progress")!.GetAttribute("value").ShouldBe("45");
        officer.Text("[role=status]").ShouldBe("Proving events");
        officer.Document.QuerySelectorAll($"main a[href='{Address}']").ShouldHaveSingleItem().TextContent.ShouldBe("See how far it is now");
        officer.Text("main").ShouldNotContain("Nothing has been heard");

        host.GraphQL.Data("EvidencePack", One(Pack("ASKED", """{ "percent": 45, "stage": "Proving events", "seenAt": "2026-01-01T09:00:00Z" }""")));
        (await officer.OpenAsync(Address)).Text("main").ShouldContain("Nothing has been heard of the work since");
    }

    [Fact]
    public async Task A_pack_is_taken_in_each_form_and_says_when_it_is_the_same_as_another()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EvidencePack", One(Pack(sameAs: """{ "id": "UGFjazI", "madeAt": "2026-10-01T09:00:00Z" }""")));
        using var officer = await host.Visit().OpenAsync(Address);

        officer.Texts("main .govuk-list a").Select(text => text.Split(',')[0]).Take(3).ShouldBe(["PDF", "HTML", "ZIP"]);
        officer.Text(".govuk-inset-text").ShouldStartWith("It is the same, byte for byte, as the pack that was made on 1 October 2026");
        officer.Text("code").ShouldBe(Hash);

        await officer.OpenAsync($"{Address}/files/html");
        officer.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("evidence-pack-2026-03-31.html");
        officer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await officer.OpenAsync($"{Address}/files/docx")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_nothing_prints_it_says_how_to()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EvidencePack", One(Pack(hasPdf: false)));

        using var officer = await host.Visit().OpenAsync(Address);

        officer.Text("main").ShouldContain("Open the HTML and print it from your browser");
        officer.Html.ShouldNotContain("/files/pdf");
    }

    [Fact]
    public async Task What_could_not_be_made_says_so_and_leads_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EvidencePack", One(Pack("FAILED")));

        using var officer = await host.Visit().OpenAsync(Address);

        officer.Text(".govuk-tag").ShouldBe("Not made");
        officer.Text(".govuk-inset-text").ShouldBe("Something went wrong on our side. Ask for it again");
    }

    [Fact]
    public async Task Whoever_may_not_have_packs_sees_none()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EvidencePacks", Packs(Pack(), Me("\"charter.read\""))).Data("EvidencePack", One(Pack(), Me("\"charter.read\"")));
        using var officer = await host.Visit().OpenAsync(List);

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.OpenAsync(Address)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        EvidenceReplies.Set(host.GraphQL);
        return host;
    }
}
