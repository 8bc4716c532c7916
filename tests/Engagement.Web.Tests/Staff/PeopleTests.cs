using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.OfficerReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class PeopleTests
{
    private const string List = "/staff/people";
    private const string One = $"{List}/of/{PersonId}";

    [Fact]
    public async Task Somebody_met_is_taken_in_by_age_alone_and_their_code_is_shown()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Join", Made("join", "person", PersonId));
        using var officer = await host.Visit().OpenAsync(List);

        await officer.PressAsync("Take them in");
        officer.Problems.ShouldBe(["Choose how old they are"]);
        await officer.PressAsync("Take them in", ("ageBand", "FROM13_TO15"));

        officer.Text(".done").ShouldStartWith("They are taken in. Write their code down for them now");
        officer.Text("code").ShouldBe(PersonId);
        host.GraphQL.LastInput("Join").EnumerateObject().Select(field => field.Name).ShouldBe(["ageBand", "idempotencyKey"], "no name is asked for");
    }

    [Fact]
    public async Task What_somebody_needs_is_recorded()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RecordAccessNeed", """{ "recordAccessNeed": { "accessNeeds": { "needs": [] }, "errors": null } }""");
        using var officer = await host.Visit().OpenAsync(One);
        officer.Text("main li").ShouldBe("A seat near the door");

        await officer.PressAsync("Record it");
        officer.Problems.ShouldBe(["Enter what helps them"]);
        await officer.PressAsync("Record it", ("need", "Slides two days before"));

        officer.Text(".done").ShouldBe("It is recorded.");
        var sent = host.GraphQL.LastInput("RecordAccessNeed");
        (sent.GetProperty("participantId").GetString(), sent.GetProperty("need").GetString()).ShouldBe((PersonId, "Slides two days before"));
    }

    [Fact]
    public async Task Somebody_is_found_by_their_code_and_a_wrong_one_says_so()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{List}/find?code=%20{PersonId}");
        officer.Address.ShouldBe(One);

        host.GraphQL.Data("OnePerson", OfficerReplies.Nobody);
        await officer.OpenAsync($"{List}/find?code=UGVyOQ");
        officer.Problems.ShouldBe(["Nobody has this code. Look at each letter, also at capital letters"]);
        host.GraphQL.Fail("OnePerson", "ID_INVALID");
        await officer.OpenAsync($"{List}/find?code=the+tall+man");
        officer.Problems.ShouldBe(["Nobody has this code. Look at each letter, also at capital letters"]);
        officer.Document.QuerySelector("#code")!.GetAttribute("value").ShouldBe("the tall man");
        await officer.OpenAsync($"{List}/find?code=");
        officer.Problems.ShouldBe(["Enter their code"]);
    }

    [Fact]
    public async Task The_pages_explain_what_people_can_allow_and_that_nobody_allows_it_for_them()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(One);

        officer.Texts(".govuk-summary-list__key").ShouldBe(["Their code", "Contact", "Quote"]);
        officer.Text("main").ShouldContain("You cannot give a permission for somebody");
    }

    [Fact]
    public async Task An_answer_is_found_by_its_reference_and_taken_out_after_its_consequence_is_read()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("VoidResponse", Done("voidResponse"));
        using var officer = await host.Visit().OpenAsync($"{List}/answers?reference=kent4t8w2n9k");
        officer.Texts(".govuk-summary-list__value").ShouldBe(["KENT-4T8W-2N9K", "5 October 2026 at 10:30am, on paper", "Yes"]);

        await officer.OpenAsync(officer.Document.QuerySelector(".section a")!.GetAttribute("href")!);
        officer.Text("main").ShouldContain("An answer is never taken out because of what it says.");
        await officer.PressAsync("Take it out");
        officer.Problems.ShouldBe(["Select why this response does not count"]);
        host.GraphQL.Data("ResponsesFound", Responses(Response(voided: "\"DUPLICATE\"")));
        await officer.OpenAsync($"{List}/answers/void?reference=KENT-4T8W-2N9K&response=UmVzMQ");
        await officer.PressAsync("Take it out", ("reason", "DUPLICATE"));

        officer.Text(".done").ShouldBe("It no longer counts. The reason stays in the log.");
        officer.Texts(".govuk-summary-list__value").ShouldContain("No: a second one of the same person");
        officer.Texts("main a").ShouldNotContain("Take it out of the figures");
        host.GraphQL.LastInput("VoidResponse").GetProperty("responseId").GetString().ShouldBe("UmVzMQ");
    }

    [Fact]
    public async Task A_reference_that_no_answer_has_is_told_how_receipts_are_written()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ResponsesFound", Responses(""));
        using var officer = await host.Visit().OpenAsync($"{List}/answers?reference=X");
        officer.Text(".nothing").ShouldStartWith("No answer has this reference.");

        (await officer.OpenAsync($"{List}/answers/void?reference=X&response=UmVzMQ")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await officer.OpenAsync($"{List}/answers?reference=");
        officer.Problems.ShouldBe(["Enter the reference"]);
    }

    [Fact]
    public async Task Answers_are_for_those_who_run_surveys()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PeopleMe", $$"""{ {{Officer("\"participants.record-access-needs\"")}} }""");
        using var youthOfficer = await host.Visit().OpenAsync(List);

        youthOfficer.Texts("main h2").ShouldNotContain("An answer to a survey");
        (await youthOfficer.OpenAsync($"{List}/answers")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        OfficerReplies.Set(host.GraphQL);
        return host;
    }
}
