using System.Net;

namespace Engagement.Web.Tests.Staff;

public sealed class ConsultationTests
{
    [Fact]
    public async Task The_list_shows_how_far_each_consultation_has_come_and_asks_once_for_all_figures()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/consultations");

        officer.Text(".work:first-child h2").ShouldBe("Shorter waits for education, health and care plans");
        officer.Texts(".work:first-child .rows__note").ShouldBe(["Open now", "Closes on 10 November 2026"]);
        officer.Texts(".work:first-child .work__figures div").ShouldBe(["Responses1,204", "Views861", "To code217"]);
        officer.Text(".work:last-child .work__next").ShouldBe("Go on with the set-up of Short breaks at the weekend");
        host.GraphQL.Executed.Count(e => e.Operation == "ConsultationListFigures").ShouldBe(1);
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_ordered_by_its_address()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationList", ConsultationReplies.List(more: true));
        using var officer = await host.Visit().OpenAsync("/staff/consultations?search=waits&state=open&order=closes");

        var asked = host.GraphQL.Executed.Last(e => e.Operation == "ConsultationList").Variables;
        (asked.GetProperty("search").GetString(), asked.GetProperty("state").GetString(), asked.GetProperty("order").GetString()).ShouldBe(("waits", "OPEN", "CLOSES"));
        officer.Document.QuerySelector("[rel=next]")!.GetAttribute("href").ShouldBe("/staff/consultations?search=waits&state=open&order=closes&after=next");
        officer.Texts("#state option[selected]").ShouldBe(["Open now"]);
    }

    [Fact]
    public async Task A_state_that_there_is_not_filters_nothing()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/staff/consultations?state=sleeping");

        host.GraphQL.Executed.Last(e => e.Operation == "ConsultationList").Variables.GetProperty("state").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task No_page_asks_for_more_than_the_role_may_read()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationList", ConsultationReplies.List(ConsultationReplies.Representative))
            .Data("ConsultationFile", ConsultationReplies.File(me: ConsultationReplies.Representative)).Data("ConsultationAtAGlance", ConsultationReplies.GlanceForRepresentative);
        using var representative = await host.Visit().OpenAsync("/staff/consultations");

        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "ConsultationListFigures");
        representative.Texts(".work dt").ShouldBeEmpty();
        representative.Html.ShouldNotContain("Draft a consultation");
        await representative.OpenAsync(ConsultationReplies.Overview);
        var asked = host.GraphQL.Executed.Last(e => e.Operation == "ConsultationAtAGlance").Variables;
        (asked.GetProperty("readsMetrics").GetBoolean(), asked.GetProperty("readsDrafts").GetBoolean(), asked.GetProperty("readsLoops").GetBoolean()).ShouldBe((false, false, true));
        representative.Texts("main h2").ShouldBe(["Themes", "What happened"]);
        representative.Texts("main button").ShouldBe(["Sign out"]);
        (await representative.OpenAsync($"{ConsultationReplies.Overview}/change/extend")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_consultation_at_a_glance_says_how_it_stands_what_can_be_done_and_what_happened()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Overview);

        officer.Text(".govuk-body-l").ShouldBe("People can answer until 10 November 2026: 8 days are left, today included.");
        officer.Texts(".figures div").ShouldBe(["Responses1,204", "Views861", "Still to code217", "Themes2", "Themes without a response1"]);
        officer.Html.ShouldContain("Responses came on the website (1,130), from other apps (14), on paper (60).");
        officer.Texts("[data-live-parts] tbody tr").ShouldBe(["Parents and carers 800 41", "Not recorded 20 0"]);
        officer.Texts("[aria-labelledby=changes] h3").ShouldBe(["Give people longer", "Pause it", "Correct the closing date"]);
        officer.Text("[aria-labelledby=changes] details").ShouldStartWith("Give up this consultation Withdraw it: give it up");
        officer.Texts(".steps__title").ShouldBe(
            ["Drafted", "The proposal was written as it is now", "Opened", "Last day moved from 3 November 2026 to 10 November 2026", "Closes", "The response is due"]);
        officer.Document.QuerySelector("[data-live]")!.GetAttribute("data-live").ShouldBe($"metrics:{ConsultationReplies.Id}");
    }

    [Theory]
    [InlineData("PAUSED", new[] { "Resume it", "Correct the closing date" })]
    [InlineData("COMING", new[] { "Give people longer", "Correct the closing date" })]
    [InlineData("CLOSED", new[] { "Accept late answers", "Publish the report", "Note the close", "Correct the closing date" })]
    [InlineData("WITHDRAWN", new string[0])]
    public async Task Only_what_can_be_done_in_its_state_is_offered(string state, string[] offered)
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.File(state));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Overview);

        officer.Texts("[aria-labelledby=changes] h3").ShouldBe(offered);
    }

    [Fact]
    public async Task Warnings_and_surveys_that_are_not_open_are_said_first()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationAtAGlance", ConsultationReplies.Glance(ConsultationReplies.ScheduledWave, warnings: "\"It closes on a Sunday\""));
        using var officer = await host.Visit().OpenAsync(ConsultationReplies.Overview);

        officer.Texts(".govuk-inset-text li").ShouldBe(["It closes on a Sunday", "Open Parents, autumn"]);
    }

    [Fact]
    public async Task Giving_people_longer_says_first_what_will_happen_and_then_what_has()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ExtendClosingDate", Replies.Done("extendClosingDate", "consultation", ConsultationReplies.Id));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Overview}/change/extend");

        officer.Texts(".govuk-inset-text li").ShouldContain("It cannot be brought forward again.");
        officer.Text("details .indented").ShouldStartWith("Gunning principle 3");
        await officer.PressAsync("Move the last day", ("closesOn", "2026-11-24"), ("reason", "Half-term."));

        officer.Address.ShouldBe($"{ConsultationReplies.Overview}?done=extend");
        officer.Text(".done").ShouldBe("People have longer. The new date shows everywhere.");
        var input = host.GraphQL.LastInput("ExtendClosingDate");
        input.GetProperty("closesOn").GetString().ShouldBe("2026-11-24");
        input.GetProperty("expectedVersion").GetInt32().ShouldBe(12);
        input.GetProperty("idempotencyKey").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_day_that_is_none_is_asked_for_again_and_nothing_is_sent()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Overview}/change/extend");

        await officer.PressAsync("Move the last day", ("closesOn", "soon"), ("reason", "Half-term."));

        officer.Problems.ShouldBe(["Enter the new last day"]);
        officer.Text("#reason").ShouldBe("Half-term.");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "ExtendClosingDate");
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_the_same_key_is_sent_again()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ExtendClosingDate", Replies.Refused(
            "extendClosingDate", "consultation", "CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward", "closesOn"));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Overview}/change/extend");

        await officer.PressAsync("Move the last day", ("closesOn", "2026-11-01"), ("reason", "Half-term."));
        var key = host.GraphQL.LastInput("ExtendClosingDate").GetProperty("idempotencyKey").GetString();
        officer.Text("#closesOn-error").ShouldBe("Error: You can extend the closing date but not bring it forward");
        await officer.PressAsync("Move the last day", ("closesOn", "2026-11-24"));

        host.GraphQL.LastInput("ExtendClosingDate").GetProperty("idempotencyKey").GetString().ShouldBe(key);
        host.GraphQL.LastInput("ExtendClosingDate").GetProperty("reason").GetString().ShouldBe("Half-term.");
    }

    [Fact]
    public async Task Who_comes_second_sees_how_it_stands_now_keeps_their_words_and_may_go_on()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Overview}/change/extend");
        host.GraphQL.Reply("ExtendClosingDate", variables => variables.GetProperty("input").GetProperty("expectedVersion").GetInt32() == 13
            ? $$"""{ "data": {{Replies.Done("extendClosingDate", "consultation", ConsultationReplies.Id)}} }"""
            : $$"""{ "data": {{Replies.Refused("extendClosingDate", "consultation", "STALE_VERSION", "Someone else changed this while you were working. Read it again and repeat your change.", "expectedVersion")}} }""");
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.File(version: 13).Replace("\"closesOn\": \"2026-11-10\", \"closedOn\"", "\"closesOn\": \"2026-11-17\", \"closedOn\"", StringComparison.Ordinal));

        await officer.PressAsync("Move the last day", ("closesOn", "2026-11-24"), ("reason", "Half-term."));
        officer.Problems.ShouldHaveSingleItem().ShouldStartWith("Someone else changed this");
        officer.Texts(".govuk-summary-list__value").ShouldBe(["17 November 2026"]);
        officer.Texts("h2").ShouldContain("As somebody else has left it just now");
        officer.Text("#reason").ShouldBe("Half-term.");
        await officer.PressAsync("Move the last day");

        officer.Address.ShouldBe($"{ConsultationReplies.Overview}?done=extend");
    }

    [Fact]
    public async Task A_report_says_what_it_waits_for_and_offers_no_form_until_then()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.File("CLOSED"))
            .Data("ReportReadiness", """{ "consultationOverview": { "blocksReport": ["3 themes still need a response"] } }""");
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Overview}/change/report");

        officer.Texts(".govuk-inset-text li").ShouldBe(["3 themes still need a response"]);
        officer.Texts("main button").ShouldBe(["Sign out"]);
        host.GraphQL.Data("ReportReadiness", """{ "consultationOverview": { "blocksReport": [] } }""")
            .Data("PublishReport", Replies.Done("publishReport", "consultation", ConsultationReplies.Id));
        await officer.OpenAsync($"{ConsultationReplies.Overview}/change/report");
        await officer.PressAsync("Publish the report", ("url", "https://council.example.test/report"));

        host.GraphQL.LastInput("PublishReport").GetProperty("url").GetString().ShouldBe("https://council.example.test/report");
    }

    [Fact]
    public async Task Resuming_gives_back_the_days_of_the_pause()
    {
        await using var host = await StartAsync();
        var paused = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-3);
        var last = paused.AddDays(20);
        host.GraphQL.Data("ConsultationFile", ConsultationReplies.File("PAUSED")
            .Replace("\"pausedOn\": null", $"\"pausedOn\": \"{paused:yyyy-MM-dd}\"", StringComparison.Ordinal)
            .Replace("\"closesOn\": \"2026-11-10\", \"closedOn\"", $"\"closesOn\": \"{last:yyyy-MM-dd}\", \"closedOn\"", StringComparison.Ordinal));
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Overview}/change/resume");

        // Whoever reads this around midnight is owed one day more or less.
        DateOnly.ParseExact(officer.Document.QuerySelector("#closesOn")!.GetAttribute("value")!, "yyyy-MM-dd").DayNumber.ShouldBeInRange(last.DayNumber + 2, last.DayNumber + 4);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("proposal")]
    public async Task What_cannot_be_done_with_a_consultation_has_no_page(string what)
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{ConsultationReplies.Overview}/change/{what}");

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    internal static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        ConsultationReplies.Set(host.GraphQL);
        return host;
    }
}
