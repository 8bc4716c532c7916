using System.Net;
using System.Text.Json.Nodes;

namespace Engagement.Web.Tests.Staff;

public sealed class StaffTests
{
    [Fact]
    public async Task Someone_who_has_not_signed_in_is_asked_to_and_comes_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffHome", Nobody);
        using var officer = host.Visit();

        await officer.OpenAsync("/staff");
        officer.Address.ShouldBe("/sign-in?return=%2Fstaff");
        host.GraphQL.Data("StaffHome", Replies.StaffHome);
        await officer.PressAsync("Sign in", ("role", "participation-officer"));

        officer.Address.ShouldBe("/staff");
        host.SignIn.Roles.ShouldBe(["participation-officer"]);
    }

    [Fact]
    public async Task Someone_whose_role_does_not_allow_it_is_told_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("StaffWorkbench", "AUTH_NOT_AUTHORIZED");
        using var officer = host.Visit();

        await officer.OpenAsync($"/staff/consultations/{Replies.Slug}");

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        officer.Heading.ShouldBe("You cannot see this page");
    }

    [Fact]
    public async Task No_page_asks_for_more_than_the_role_may_read()
    {
        await using var host = await StartAsync();
        host.GraphQL
            .Data("StaffHome", AsRepresentative(Replies.StaffHome)).Data("StaffConsultation", AsRepresentative(Replies.StaffConsultation))
            .Data("ConsultationFigures", "{}").Data("StaffWorkbench", $$"""{ "themes": { "nodes": {{Replies.ThemeList}} } }""").Data("Loop", AsRepresentative(Replies.Loop()));
        using var representative = host.Visit();

        await representative.OpenAsync("/staff");
        Asked("ConsultationFigures").ShouldBe((false, false));
        representative.Texts(".work dt").ShouldBeEmpty();
        await representative.OpenAsync($"/staff/consultations/{Replies.Slug}");
        Asked("StaffWorkbench").ShouldBe((false, false));
        representative.Texts("main h2").ShouldBe(["Themes"]);
        representative.Texts("main button").ShouldBe(["Sign out"]);
        await representative.OpenAsync("/staff/loops/TG9vcDE");
        representative.Texts(".loop-step").ShouldBeEmpty();
        representative.Text(".govuk-inset-text").ShouldStartWith("Your role can read this loop.");

        (bool Metrics, bool Views) Asked(string operation)
        {
            var variables = host.GraphQL.Executed.Last(e => e.Operation == operation).Variables;
            return (variables.GetProperty("readsMetrics").GetBoolean(), variables.GetProperty("readsViews").GetBoolean());
        }
    }

    [Fact]
    public async Task The_list_shows_how_far_each_consultation_has_come()
    {
        await using var host = await StartAsync();
        using var officer = host.Visit();

        await officer.OpenAsync("/staff");

        officer.Text(".work:first-child h2").ShouldBe("Shorter waits for education, health and care plans");
        officer.Text(".work:first-child .rows__note").ShouldBe("Open now Closes on 10 November 2026");
        officer.Texts(".work:first-child .work__figures div").ShouldBe(["Responses1,204", "Views861", "To code217"]);
    }

    [Fact]
    public async Task Views_are_filtered_by_their_state()
    {
        await using var host = await StartAsync();
        using var officer = host.Visit();

        await officer.OpenAsync($"/staff/consultations/{Replies.Slug}?state=NotCodable");

        host.GraphQL.Executed.Last(e => e.Operation == "StaffWorkbench").Variables.GetProperty("state").GetString().ShouldBe("NOT_CODABLE");
        officer.Text(".filter a[aria-current]").ShouldBe("Cannot be coded");
        officer.Html.ShouldContain("The words have been erased.");
    }

    [Fact]
    public async Task A_loop_is_started_for_a_theme_that_has_none()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"/staff/consultations/{Replies.Slug}");

        await officer.PressAsync("Start a loop for One person to call");

        host.GraphQL.LastInput("OpenLoop").GetProperty("themeId").GetString().ShouldBe("VGgy");
        officer.Address.ShouldBe("/staff/loops/TG9vcDE");
    }

    [Fact]
    public async Task A_loop_offers_the_steps_that_can_come_next()
    {
        await using var host = await StartAsync();
        (await StepsAsync(Replies.Loop())).ShouldBe(["Record the decision"]);
        (await StepsAsync(Replies.Loop("DECIDED", Replies.DecidedWeWill))).ShouldBe(["Make the promise", "Publish “you said, we did”", "Record what changed"]);
        (await StepsAsync(Replies.Loop("DECIDED", Replies.DecidedWeWill.Replace("WE_WILL", "WE_CANNOT", StringComparison.Ordinal))))
            .ShouldBe(["Publish “you said, we did”"]);

        async Task<IReadOnlyList<string>> StepsAsync(string loop)
        {
            host.GraphQL.Data("Loop", loop);
            using var officer = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");
            return officer.Texts(".loop-step h2");
        }
    }

    [Fact]
    public async Task Only_the_step_that_comes_next_is_open_and_the_progress_names_it()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", Replies.Loop("DECIDED", Replies.DecidedWeWill));
        using var officer = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        officer.Texts("section.loop-step h2").ShouldBe(["Make the promise"]);
        officer.Texts("details.loop-step h2").ShouldBe(["Publish “you said, we did”", "Record what changed"]);
        officer.Texts(".progress li").ShouldBe(["Decision Done", "Promise Next", "What changed Not yet", "Published Not yet"]);
    }

    [Fact]
    public async Task A_promise_that_is_kept_is_published_anew_and_not_in_the_old_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", Replies.Loop("ACTED", Replies.DecidedWeWill,
            """{ "text": "We will shorten the letters.", "ownerRole": "Head of Service", "dueOn": "2026-03-31" }""",
            """{ "whatChanged": "Every letter has one plain first page.", "proofUrl": "https://council.example.test/letters", "takenOn": "2026-03-02" }""",
            """{ "slug": "letters", "state": "WE_WILL", "youSaid": "Letters are long.", "weDid": "We will shorten them.", "publishedAt": "2026-02-01T09:00:00Z", "updatedAt": "2026-02-01T09:00:00Z" }"""));
        using var officer = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        officer.Texts("section.loop-step h2").ShouldBe(["Publish it again, brought up to date"]);
        officer.Text("#entry-youSaid").ShouldBe("Letters are long.");
        officer.Text("#entry-weDid").ShouldBe("Every letter has one plain first page.");
    }

    [Fact]
    public async Task A_decision_is_recorded_with_everything_it_needs()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        await officer.PressAsync("Record the decision", ("outcome", "WE_WILL"), ("decidedOn", "2026-01-28"), ("maker", "Cabinet Member"),
            ("reasons", "It helps."), ("alternatives", "None, because there is one letter."));

        officer.Text(".done").ShouldBe("The decision is recorded.");
        var input = host.GraphQL.LastInput("RecordDecision");
        input.GetProperty("outcome").GetString().ShouldBe("WE_WILL");
        input.GetProperty("decidedOn").GetString().ShouldBe("2026-01-28");
        input.GetProperty("expectedVersion").GetInt32().ShouldBe(5);
        input.GetProperty("idempotencyKey").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_empty_decision_is_asked_for_field_by_field()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        await officer.PressAsync("Record the decision", ("decidedOn", "yesterday"));

        officer.Problems.ShouldBe(
        [
            "Choose what was decided", "Enter the day of the decision", "Enter who decided", "Enter the reasons",
            "Enter the other options you considered, or say there were none and why",
        ]);
        foreach (var link in officer.Document.QuerySelectorAll(".govuk-error-summary a"))
            officer.Document.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull();
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "RecordDecision");
    }

    [Fact]
    public async Task A_refusal_stands_at_the_field_of_the_form_that_was_sent()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", Replies.Loop("DECIDED", Replies.DecidedWeWill))
            .Data("TakeAction", Replies.Refused("takeAction", "loop", "PROOF_MISSING", "Add what changed.", "proofUrl"));
        using var officer = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        await officer.PressAsync("Save what changed", ("whatChanged", "A new first page."), ("proofUrl", "ftp://x"), ("takenOn", "2026-03-02"));

        officer.Text("#action-proofUrl-error").ShouldBe("Error: Add what changed.");
        officer.Document.QuerySelector("#action-proofUrl")!.GetAttribute("value").ShouldBe("ftp://x");
        officer.Text("#action-whatChanged").ShouldBe("A new first page.");
        officer.Text("#commitment-text").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stale_page_is_told_that_someone_else_was_faster()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", Replies.Loop("DECIDED", Replies.DecidedWeWill)).Data("PublishEntry", Replies.Refused(
            "publishEntry", "entry", "STALE_VERSION", "Someone else changed this while you were working. Read it again and repeat your change.", null));
        using var officer = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        await officer.PressAsync("Publish", ("youSaid", "Letters are long."), ("weDid", "We will shorten them."));

        officer.Problems.ShouldHaveSingleItem().ShouldStartWith("Someone else changed this");
        officer.Text("#entry-weDid").ShouldBe("We will shorten them.");
    }

    [Theory]
    [InlineData("TOLD", 6, 6)]
    [InlineData("TOLD", 7, 5)]
    [InlineData("ACTED", 6, 5)]
    public async Task Only_that_people_were_told_meanwhile_does_not_make_a_page_stale(string state, int versionNow, int versionLastSent)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", Replies.Loop("PUBLISHED", Replies.DecidedWeWill)).Reply("TakeAction", variables =>
        {
            host.GraphQL.Data("Loop", Replies.Loop(state, Replies.DecidedWeWill).Replace("\"version\": 5", $"\"version\": {versionNow}", StringComparison.Ordinal));
            var data = variables.GetProperty("input").GetProperty("expectedVersion").GetInt32() == versionNow
                ? Replies.Done("takeAction", "loop", "TG9vcDE")
                : Replies.Refused("takeAction", "loop", "STALE_VERSION", "Someone else changed this while you were working.", "expectedVersion");
            return $$"""{ "data": {{data}} }""";
        });
        using var officer = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        await officer.PressAsync("Save what changed", ("whatChanged", "A new first page."), ("proofUrl", "https://x.example.test"), ("takenOn", "2026-03-02"));

        host.GraphQL.LastInput("TakeAction").GetProperty("expectedVersion").GetInt32().ShouldBe(versionLastSent);
        officer.Problems.Count.ShouldBe(versionLastSent == versionNow ? 0 : 1);
        // A version is nothing that a link could lead to.
        officer.Document.QuerySelectorAll(".govuk-error-summary a").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://elsewhere.example.test")]
    [InlineData("//elsewhere.example.test")]
    [InlineData("/\\elsewhere.example.test")]
    public async Task Signing_in_never_leads_to_another_site(string returnTo)
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"/sign-in?return={Uri.EscapeDataString(returnTo)}");

        await officer.PressAsync("Sign in", ("role", "analyst"));

        officer.Address.ShouldBe("/staff");
    }

    [Fact]
    public async Task A_role_that_is_not_offered_cannot_be_taken()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/sign-in");

        await officer.PressAsync("Sign in", ("role", "owner-of-everything"));

        officer.Problems.ShouldBe(["Choose a role"]);
        host.SignIn.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_development_there_is_no_choosing_of_roles()
    {
        await using var host = await PagesHost.StartAsync("Production");
        host.GraphQL.Data("StaffHome", Nobody);
        using var officer = host.Visit();

        await officer.OpenAsync("/staff");
        officer.Address.ShouldBe("/sign-in?return=%2Fstaff");
        officer.Html.ShouldNotContain("Choose a role");
        await officer.PostAsync("/sign-in", [KeyValuePair.Create("role", "administrator")]);
        officer.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.SignIn.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_out_leads_home()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Home", Replies.Home());
        using var officer = await host.Visit().OpenAsync("/staff");

        await officer.PressAsync("Sign out");

        officer.Address.ShouldBe("/");
        host.SignIn.SignedOut.ShouldBe(1);
    }

    private const string Nobody = """{ "me": { "role": null, "permissions": [] }, "consultations": { "nodes": [] } }""";

    private static string AsRepresentative(string reply) => JsonNode.Parse(reply) is JsonObject data
        ? new JsonObject(data.Select(field => KeyValuePair.Create(field.Key, field.Key == "me"
            ? new JsonObject { ["role"] = "pact-representative", ["permissions"] = new JsonArray("loops.read") }
            : field.Value?.DeepClone()))).ToJsonString()
        : reply;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL
            .Data("StaffHome", Replies.StaffHome).Data("ConsultationFigures", Replies.Figures)
            .Data("StaffConsultation", Replies.StaffConsultation).Data("StaffWorkbench", Replies.Workbench())
            .Data("Loop", Replies.Loop())
            .Data("OpenLoop", Replies.Done("openLoop", "loop", "TG9vcDE")).Data("RecordDecision", Replies.Done("recordDecision", "loop", "TG9vcDE"));
        return host;
    }
}
