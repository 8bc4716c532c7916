using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.StatementReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class StatementTests
{
    private const string Reader = """ "charter.read" """;
    private const string Commissioner = """ "charter.read", "charter.claim" """;

    [Fact]
    public async Task The_list_says_which_statements_have_evidence_by_audience_and_level()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(List);

        person.Texts("thead th").ShouldBe(["Said to", "To be kept", "Evidenced", "Waits for a representative", "Disputed", "No evidence"]);
        person.Texts("tbody tr").ShouldBe(["Everybody Across the county0101", "Children and young people Everywhere1000"]);
        person.Text(".rows__tag").ShouldBe("Waits for a representative");
        person.Text(".rows__note").ShouldBe("Everybody · Across the county · We will, across the county, 3");
        person.Document.QuerySelector(".rows__title a")!.GetAttribute("href").ShouldBe(One);
    }

    [Fact]
    public async Task It_is_searched_by_words_audience_level_and_how_it_stands()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StatementDocuments", Listed(statements: ""));
        using var person = await host.Visit().OpenAsync($"{List}?words=+forum&audience=CHILDREN&level=AREA&state=NONE");

        var asked = host.GraphQL.Executed.Last(one => one.Operation == "StatementDocuments").Variables;
        new[] { "words", "audience", "level", "state" }.Select(name => asked.GetProperty(name).GetString()).ShouldBe(["forum", "CHILDREN", "AREA", "NONE"]);
        person.Text(".nothing").ShouldBe("Nothing here fits. Leave something out of the search.");
        person.Document.QuerySelectorAll("table").ShouldBeEmpty("counts are of all statements");

        await person.OpenAsync($"{List}?audience=nobody");
        host.GraphQL.Executed.Last(one => one.Operation == "StatementDocuments").Variables.GetProperty("audience").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await person.OpenAsync($"{List}/bm90aGluZw")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_proposed_is_given_as_evidence_with_what_it_shows()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EvidenceStatement", Refused("evidenceStatement", "EXPLANATION_MISSING", "Say how this shows that the statement is kept", "\"explanation\""));
        using var person = await host.Visit().OpenAsync(One);
        person.Text("main").ShouldContain("Parents’ representatives were at a meeting · 2 March 2026 · parents and carers");
        person.Document.QuerySelectorAll("main a").First(link => link.TextContent.StartsWith("Give it as evidence", StringComparison.Ordinal)).GetAttribute("href")
            .ShouldBe($"{One}/give?{Evidence}");

        await person.OpenAsync($"{One}/give?{Evidence}");
        await person.PressAsync("Give it as evidence", ("organisation", "health"));
        person.Text("#explanation-error").ShouldBe("Error: Say how this shows that the statement is kept");
        host.GraphQL.Data("EvidenceStatement", Done("evidenceStatement"));
        await person.PressAsync("Give it as evidence", ("explanation", "They sat there"));

        person.Text(".done").ShouldBe("It is given as evidence, and waits for a representative of families.");
        var sent = host.GraphQL.LastInput("EvidenceStatement");
        (Of("statement"), Of("evidenceKind"), Of("evidenceId"), Of("organisation")).ShouldBe(("forum", "REPRESENTATIVES_ATTENDED", "RXZpZDE", "health"));
        sent.GetProperty("expectedVersion").GetInt32().ShouldBe(4);

        string? Of(string name) => sent.GetProperty(name).GetString();
    }

    [Fact]
    public async Task What_is_no_evidence_is_not_taken_and_the_reason_is_kept()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RejectStatementEvidence", Done("rejectStatementEvidence"));
        using var person = await host.Visit().OpenAsync($"{One}/reject?{Evidence}");

        await person.PressAsync("Do not take it", ("reason", "It was about another thing"));

        person.Text(".done").ShouldStartWith("It is not taken");
        host.GraphQL.LastInput("RejectStatementEvidence").GetProperty("reason").GetString().ShouldBe("It was about another thing");
        person.Text("details.more").ShouldContain("About another thing.");
    }

    [Fact]
    public async Task A_representative_accepts_it_or_says_why_not_and_whoever_gave_it_takes_it_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("VerifyStatementEvidence", Done("verifyStatementEvidence")).Data("WithdrawStatementEvidence", Done("withdrawStatementEvidence"))
            .Data("DisputeStatementEvidence", Refused("disputeStatementEvidence", "REASON_REQUIRED", "Say why you do not accept this", "\"reason\""));
        using var person = await host.Visit().OpenAsync(ClaimAddress);
        person.Text("#organisation").ShouldBe("You speak for Kent PACT.");

        await person.PressAsync("Record it");
        person.Problems.ShouldBe(["Say whether you accept it"]);
        await person.PressAsync("Record it", ("answer", "no"));
        person.Text("#verify-reason-error").ShouldBe("Error: Say why you do not accept this");
        await person.PressAsync("Record it", ("answer", "yes"));
        person.Text(".done").ShouldStartWith("You accept it.");
        host.GraphQL.LastInput("VerifyStatementEvidence").GetProperty("claimId").GetString().ShouldBe(ClaimId);

        await person.PressAsync("Take it back", ("reason", "Wrong meeting"));
        person.Text(".done").ShouldBe("The evidence is taken back.");
    }

    [Fact]
    public async Task Each_sees_what_is_theirs_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Statement", Statement(Claim(), me: Me(Reader, "analyst"))).Data("StatementClaim", ClaimPage(Claim(), Me(Reader, "analyst")));
        using var person = await host.Visit().OpenAsync(One);
        person.Document.QuerySelectorAll("main a").ShouldNotContain(link => link.TextContent.StartsWith("Give it", StringComparison.Ordinal));
        (await person.OpenAsync(ClaimAddress)).Texts("main form.govuk-form, main .loop-step").ShouldBeEmpty();

        host.GraphQL.Data("StatementClaim", ClaimPage(Claim(yours: true)));
        (await person.OpenAsync(ClaimAddress)).Text("main").ShouldContain("You gave this evidence. Somebody else has to look at it.");

        host.GraphQL.Data("Statement", Statement("", kinds: "", me: Me(Commissioner)));
        (await person.OpenAsync(One)).Text("main").ShouldContain("No record of the platform shows this by itself");

        host.GraphQL.Data("StatementDocuments", Listed(Me("\"loops.read\"", "decision-maker")));
        (await person.OpenAsync(List)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        StaffPages.Set(host.GraphQL);
        return host;
    }
}
