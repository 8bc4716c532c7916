using System.Net;
using static Engagement.Web.Tests.Staff.ModerationReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class PrivacyTests
{
    private const string CaseAddress = $"/staff/privacy/erasure/{Erasure}";

    [Theory]
    [InlineData("/staff/privacy/erasure", "ErasureCases")]
    [InlineData("/staff/privacy/access-log", "AccessLog")]
    [InlineData("/staff/privacy/retention", "Retention")]
    [InlineData("/staff/privacy/keys", "ApiKeys")]
    [InlineData("/staff/privacy/sessions", "StaffMe")]
    public async Task Who_has_another_role_is_told_that_it_is_not_for_them(string address, string operation)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data(operation, MeFor("moderator", "contributions.moderate"));
        using var person = await host.Visit().OpenAsync(address);

        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Requests_show_their_clock_and_what_is_late()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ErasureCases", ErasureCases(ErasureFields(daysLeft: -3), ErasureFields("\"GRANTED\"", "\"CONSENT_WITHDRAWN\"", holdReviewOn: "\"2027-01-15\"")));
        using var person = await host.Visit().OpenAsync("/staff/privacy/erasure");

        person.Texts(".rows__tag .govuk-tag").ShouldBe(["Late", "Not answered yet", "Erase everything", "A second person must do it", "On hold"]);
        person.Texts(".rows__note")[0].ShouldStartWith("3 days late: it was due by 4 December 2026.");
        await person.OpenAsync("/staff/privacy/erasure?show=done");
        host.GraphQL.Executed.Last(one => one.Operation == "ErasureCases").Variables.GetProperty("isDone").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_rests_on_a_ground_that_the_law_gives_for_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("DecideErasure", Refused("decideErasure", "RECORD_ON_HOLD", "This record is on hold. The safeguarding lead will review it on 3 August 2027"));
        using var person = await host.Visit().OpenAsync(CaseAddress);
        person.Texts("main form h2").ShouldBe(["Erase everything", "Erase the words only", "Erase nothing"]);

        await person.PressAsync("Answer the request");
        person.Problems.ShouldBe(["Choose the answer and what it rests on"]);
        await person.PressAsync("Answer the request", ("answer", "GRANTED.CONSENT_WITHDRAWN"));
        person.Problems.ShouldBe(["This record is on hold. The safeguarding lead will review it on 3 August 2027"]);
        person.Document.QuerySelector("[checked]")!.GetAttribute("value").ShouldBe("GRANTED.CONSENT_WITHDRAWN");
        host.GraphQL.Data("DecideErasure", Done("decideErasure", "erasureCase"));
        await person.PressAsync("Answer the request", ("answer", "REFUSED.LEGAL_CLAIMS"));

        var sent = host.GraphQL.LastInput("DecideErasure");
        (sent.GetProperty("subjectId").GetString(), sent.GetProperty("outcome").GetString(), sent.GetProperty("ground").GetString()).ShouldBe(("UGVyc29uOQ", "REFUSED", "LEGAL_CLAIMS"));
        person.Text(".done").ShouldBe("Answered.");
    }

    [Fact]
    public async Task Who_does_not_decide_waits_for_the_privacy_officer()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ErasureCase", OneErasure(ErasureFields(), decides: false));
        using var person = await host.Visit().OpenAsync(CaseAddress);

        person.Text(".govuk-inset-text").ShouldStartWith("The privacy officer answers this first.");
        person.Texts("main button").ShouldBe(["Sign out"]);
    }

    [Fact]
    public async Task Whoever_answered_is_told_who_comes_next_and_has_no_button()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ErasureCase", OneErasure(ErasureFields("\"GRANTED\"", "\"CONSENT_WITHDRAWN\"", yours: true)));
        using var person = await host.Visit().OpenAsync(CaseAddress);

        person.Text("#destroy ~ .govuk-inset-text").ShouldStartWith("You answered this request, so another person destroys the key: a privacy officer or an administrator.");
        person.Texts("main button").ShouldBe(["Sign out"]);
    }

    [Fact]
    public async Task The_key_is_destroyed_by_a_second_person_who_writes_out_the_word()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ErasureCase", OneErasure(ErasureFields("\"GRANTED\"", "\"CONSENT_WITHDRAWN\"")))
            .Data("DestroySubjectKey", Refused("destroySubjectKey", "SECOND_PERSON_REQUIRED", "You decided on this request, so another person has to destroy the key"));
        using var person = await host.Visit().OpenAsync(CaseAddress);
        person.Text("main").ShouldContain("This cannot be undone.");

        await person.PressAsync("Destroy the key for good", ("word", "yes"));
        person.Problems.ShouldBe(["Write the word ERASE to destroy the key"]);
        host.GraphQL.Executed.ShouldNotContain(one => one.Operation == "DestroySubjectKey");
        await person.PressAsync("Destroy the key for good", ("word", "erase"));
        person.Problems.ShouldBe(["You decided on this request, so another person has to destroy the key"]);

        host.GraphQL.Data("DestroySubjectKey", Done("destroySubjectKey", "erasureCase"));
        await person.PressAsync("Destroy the key for good", ("word", "ERASE"));
        person.Text(".done").ShouldBe("The key is destroyed. The words are gone for good.");
    }

    [Fact]
    public async Task The_access_log_says_who_in_which_role_and_why_and_is_narrowed()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/staff/privacy/access-log?kind=VIEWS_READ&role=analyst&from=2026-11-01&until=2026-11-30");

        person.Texts(".rows__item").ShouldBe(
        [
            "Safeguarding lead: a safeguarding item It is new 20 November 2026 at 9:30am. Person UGVyc29uNA",
            "Analyst: 40 views in “Shorter waits” views at /staff/consultations 19 November 2026 at 9:30am",
            "Operator at the command line: a command messages show 18 November 2026 at 9:30am. The machine says it was the account anna, by sudo as root",
        ]);
        var asked = host.GraphQL.Executed.Single(one => one.Operation == "AccessLog").Variables;
        (Of("kind"), Of("role"), Of("from"), Of("until")).ShouldBe(("VIEWS_READ", "analyst", "2026-11-01", "2026-11-30"));
        person.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe("/staff/privacy/access-log?kind=VIEWS_READ&role=analyst&from=2026-11-01&until=2026-11-30&after=next");

        string? Of(string name) => asked.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Each_rule_of_deletion_is_said_in_words_with_what_it_did()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync("/staff/privacy/retention");

        person.Texts("tbody th").ShouldBe(["Unsent answers", "Logged feedback"]);
        person.Texts("tbody tr:first-child td").ShouldBe(
            ["30 days after the survey closed", "3", "41, last on 22 November 2026", "What a person has not given us is not ours to keep."]);
        person.Texts("tbody tr:last-child td").ShouldBe(["6 years after it was received", "0", "0", "The usual span."]);
    }

    [Fact]
    public async Task All_sessions_of_somebody_are_ended_by_their_code()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", MeFor("privacy-officer", "sessions.end-others")).Fail("EndSessionsOf", "ID_INVALID");
        using var person = await host.Visit().OpenAsync("/staff/privacy/sessions");

        await person.PressAsync("End all their sessions");
        person.Problems.ShouldBe(["Enter the code of the person"]);
        await person.PressAsync("End all their sessions", ("personId", "my neighbour"));
        person.Problems.ShouldBe(["This is no code of a person. Copy it from the access log"]);
        host.GraphQL.Data("EndSessionsOf", """{ "endSessionsOf": { "endedSessions": { "count": 2 }, "errors": null } }""");
        await person.PressAsync("End all their sessions", ("personId", "UGVyc29uNA"));

        person.Text(".done").ShouldBe("2 sessions are ended.");
    }

    [Fact]
    public async Task The_secret_of_a_key_is_shown_once()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CreateApiKey", Refused("createApiKey", "NAME_MISSING", "Enter which client it is for", "\"name\""));
        using var person = await host.Visit().OpenAsync("/staff/privacy/keys/new");

        await person.PressAsync("Make the key", ("days", "soon"));
        person.Problems.ShouldBe(["Enter the days as a number, 1 to 365"]);
        await person.PressAsync("Make the key", ("days", "30"));
        person.Problems.ShouldBe(["Enter which client it is for"]);
        host.GraphQL.Data("CreateApiKey", $$"""{ "createApiKey": { "createdApiKey": { "secret": "s3cret-w0rds", "key": {{KeyFields}} }, "errors": null } }""");
        await person.PressAsync("Make the key", ("name", "Dashboard"));

        person.Text(".receipt__codes").ShouldContain("Authorization: Bearer s3cret-w0rds");
        person.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        host.GraphQL.LastInput("CreateApiKey").GetProperty("days").GetInt32().ShouldBe(30);
        await person.OpenAsync("/staff/privacy/keys");
        person.Html.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task A_key_is_revoked_by_whoever_says_that_they_are_sure()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("RevokeApiKey", Done("revokeApiKey", "apiKey"));
        using var person = await host.Visit().OpenAsync("/staff/privacy/keys");

        await person.PressAsync("Revoke the key: Dashboard", ("sure", ""));
        person.Problems.ShouldBe(["Tick the box to revoke the key"]);
        await person.PressAsync("Revoke the key: Dashboard", ("sure", "yes"));

        person.Text(".done").ShouldStartWith("The key is revoked.");
        host.GraphQL.LastInput("RevokeApiKey").GetProperty("id").GetString().ShouldBe(ApiKey);
        host.GraphQL.LastInput("RevokeApiKey").GetProperty("idempotencyKey").GetString().ShouldNotBeNullOrEmpty();
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        Set(host.GraphQL);
        return host;
    }
}
