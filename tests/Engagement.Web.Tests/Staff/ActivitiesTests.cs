using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.OfficerReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class ActivitiesTests
{
    private const string List = "/staff/activities";
    private const string One = $"{List}/{OfficerReplies.ActivityId}";

    [Fact]
    public async Task The_list_shows_what_is_to_come_with_how_many_are_invited_and_come()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(List);

        officer.Text(".rows__title").ShouldBe("Coffee and plans QWN0MQ");
        officer.Text(".rows__note").ShouldBe("1 March 2126 · Thanet Workshop · Co-designing · Parents and carers");
        officer.Texts(".work__figures div").ShouldBe(["Invited40", "Coming, of 121"]);
        var asked = host.GraphQL.Executed.Last(e => e.Operation == "StaffActivities").Variables;
        (asked.GetProperty("state").GetString(), asked.GetProperty("order").GetString()).ShouldBe(("PLANNED", "EARLIEST"));
        asked.GetProperty("from").GetString().ShouldBe(asked.GetProperty("today").GetString());
    }

    [Fact]
    public async Task Days_that_are_over_with_nothing_recorded_are_pointed_out()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivities", ActivityList(OfficerReplies.ActivityRow(onDay: "2024-03-01"), planned: 5, toCome: 3));
        using var officer = await host.Visit().OpenAsync(List);

        officer.Text(".govuk-inset-text").ShouldStartWith("The days of 2 activities are over, and nobody has said whether they took place.");
        await officer.OpenAsync(officer.Document.QuerySelector(".govuk-inset-text a")!.GetAttribute("href")!);
        host.GraphQL.Executed.Last(e => e.Operation == "StaffActivities").Variables.GetProperty("from").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        officer.Text(".govuk-tag").ShouldBe("Held? Not recorded");
        officer.Document.QuerySelector(".work__next a")!.GetAttribute("href").ShouldBe($"{One}/held");
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_what_is_not_known_is_left_out()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivities", OfficerReplies.ActivityList("", count: 0));
        using var officer = await host.Visit().OpenAsync($"{List}?show=held&district=E07000114&audience=YOUNG_PEOPLE&words=coffee&consultation=Q29uMQ&order=earliest");

        Asked("state").ShouldBe("HELD");
        (Asked("district"), Asked("audience"), Asked("words"), Asked("consultation"), Asked("order")).ShouldBe(("E07000114", "YOUNG_PEOPLE", "coffee", "Q29uMQ", "EARLIEST"));
        officer.Text(".nothing").ShouldBe("Nothing here fits. Leave something out of the search.");
        await officer.OpenAsync($"{List}?show=held&district=Paris&audience=everyone");
        (Asked("district"), Asked("audience"), Asked("order")).ShouldBe((null, null, "LATEST"));

        string? Asked(string name) => host.GraphQL.Executed.Last(e => e.Operation == "StaffActivities").Variables.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Whoever_only_sees_activities_is_offered_nothing_to_do()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivities", ActivityList(OfficerReplies.ActivityRow(), planned: 5, me: Commissioner)).Data("StaffActivity", OfficerReplies.Activity(me: Commissioner));
        using var commissioner = await host.Visit().OpenAsync(List);
        commissioner.Texts("main .govuk-button").ShouldBe(["Search"]);
        commissioner.Texts(".work__next").ShouldBeEmpty();

        await commissioner.OpenAsync(One);
        commissioner.Texts(".choices a").ShouldBeEmpty();
        commissioner.Text(".quiet").ShouldStartWith("Your role sees activities.");
        await commissioner.OpenAsync($"{One}/coming");
        commissioner.Text("main").ShouldContain("What helps them is shown to participation officers.");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "WhatHelps", "what helps somebody is not asked for by a role that may not read it");
        (await commissioner.OpenAsync($"{One}/cancel")).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Planning_says_what_each_level_means_and_asks_for_all_that_is_needed()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{List}/new");
        officer.Texts("[name=level] ~ label").ShouldBe(["Informing", "Consulting", "Engaging", "Co-designing", "Co-producing"]);

        await officer.PressAsync("Plan it", ("title", "Coffee and plans"));

        officer.Problems.ShouldBe(
        [
            "Choose what kind of occasion it is", "Enter the day", "Choose whom it is for", "Say whether anybody under 18 takes part",
            "Say how much people will decide, from informing to co-producing", "Choose where it has influence",
        ]);
        officer.Document.QuerySelector("#title")!.GetAttribute("value").ShouldBe("Coffee and plans");
        host.GraphQL.Executed.ShouldNotContain(e => e.Operation == "PlanActivity");
    }

    [Fact]
    public async Task Where_children_take_part_the_rule_for_a_safeguarding_plan_stands_beside_its_field()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PlanActivity", Refused("planActivity", "SAFEGUARDING_PLAN_MISSING", "Add a safeguarding plan, because people under 18 take part", "\"safeguardingPlan\""));
        using var officer = await host.Visit().OpenAsync($"{List}/new");

        await officer.PressAsync("Plan it", Plan("YOUNG_PEOPLE"));
        officer.Text("#safeguardingPlan-error").ShouldBe("Error: Add a safeguarding plan, because people under 18 take part");
        var key = host.GraphQL.LastInput("PlanActivity").GetProperty("idempotencyKey").GetString();

        host.GraphQL.Data("PlanActivity", Made("planActivity", "activity", OfficerReplies.ActivityId));
        await officer.PressAsync("Plan it", ("safeguardingPlan", "Two checked adults in the room."));
        officer.Text(".done").ShouldStartWith("The activity is planned.");
        var sent = host.GraphQL.LastInput("PlanActivity");
        sent.GetProperty("idempotencyKey").GetString().ShouldBe(key);
        sent.GetProperty("lundy").GetProperty("influence").GetString().ShouldBe("The booklet");
        sent.GetProperty("level").GetString().ShouldBe("CO_PRODUCING");
        sent.GetProperty("district").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_part_of_having_a_say_that_is_left_out_is_asked_for_beside_its_field()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("PlanActivity", Refused("planActivity", "LUNDY_VOICE_MISSING", "Say how people will be helped to say what they think", "\"lundy.voice\""));
        using var officer = await host.Visit().OpenAsync($"{List}/new");

        await officer.PressAsync("Plan it", Plan("PARENTS_AND_CARERS"));

        officer.Text("#lundy-voice-error").ShouldBe("Error: Say how people will be helped to say what they think");
    }

    [Fact]
    public async Task A_plan_shows_its_level_with_its_meaning_and_the_four_parts()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(One);

        officer.Texts(".govuk-summary-list__value").ShouldContain("Co-designing People make the plans with us. Others still decide.");
        officer.Texts(".govuk-summary-list__value").ShouldContain("The plan.");
        officer.Texts(".figures div").ShouldBe(["Invitations sent40", "Signed up, of 12 places1"]);
        officer.Texts(".choices a").ShouldBe(["Change places and how to join", "Record invitations", "Offer support", "Move it to another day", "Cancel it"]);
    }

    [Fact]
    public async Task A_plan_is_changed_until_it_is_held_and_those_who_signed_up_read_why()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChangeActivityPlan", Refused("changeActivityPlan", "REASON_REQUIRED", "Enter the reason, for those who planned to come", "\"reason\""));
        using var officer = await host.Visit().OpenAsync($"{One}/plan");
        officer.Document.QuerySelector("[name=level][checked]")!.GetAttribute("value").ShouldBe("CO_DESIGNING");
        officer.Text("main").ShouldContain("One person has signed up by the plan as it was.");
        officer.Document.QuerySelectorAll("[name=onDay], [name=consultationId]").ShouldBeEmpty();

        await officer.PressAsync("Save the plan", ("level", "CO_PRODUCING"), ("lundy-influence", "The budget."));
        officer.Text("#reason-error").ShouldBe("Error: Enter the reason, for those who planned to come");
        host.GraphQL.Data("ChangeActivityPlan", Done("changeActivityPlan"));
        await officer.PressAsync("Save the plan", ("reason", "The head of the service agreed"));

        officer.Text(".done").ShouldBe("The plan is saved. Everybody sees it as it is now.");
        var sent = host.GraphQL.LastInput("ChangeActivityPlan");
        (Of("level"), Of("title"), Of("stage"), Of("reason")).ShouldBe(("CO_PRODUCING", "Coffee and plans", "PLAN", "The head of the service agreed"));
        sent.GetProperty("lundy").GetProperty("influence").GetString().ShouldBe("The budget.");
        sent.GetProperty("expectedVersion").GetInt32().ShouldBe(4);

        string? Of(string name) => sent.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Once_held_the_plan_is_no_longer_changed()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivity", OfficerReplies.Activity(state: "HELD"));
        using var officer = await host.Visit().OpenAsync($"{One}/plan");

        officer.Address.ShouldBe(One);
        officer.Document.QuerySelectorAll($"a[href='{One}/plan']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_known_by_a_code_and_those_counted_are_shown_apart()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivity", OfficerReplies.Activity("HELD", "2024-03-01", identified: "6", headCount: "9", notes: 2,
            assessed: """{ "level": "CONSULTING", "count": 3 }, { "level": "CO_DESIGNING", "count": 2 }"""));
        using var officer = await host.Visit().OpenAsync(One);

        officer.Texts(".figures div").ShouldBe(["Invitations sent40", "Signed up, of 12 places1", "Came, known by code6", "Came, only counted9", "Notes2"]);
        officer.Text("main").ShouldNotContain("15");
        officer.Texts(".numbers tbody tr").ShouldBe(["Informing 0", "Consulting 3", "Engaging 0", "Co-designing Planned 2", "Co-producing 0"]);
        officer.Text("main").ShouldContain("3 people found that they decided less than was planned.");
    }

    [Fact]
    public async Task Before_it_is_cancelled_one_reads_what_happens_to_those_who_signed_up()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CancelActivity", Refused("cancelActivity", "REASON_REQUIRED", "Enter the reason, for those who planned to come", "\"reason\""));
        using var officer = await host.Visit().OpenAsync($"{One}/cancel");
        officer.Text("main").ShouldContain("One person has signed up. They see on the activity’s page that it is cancelled, and why.");

        await officer.PressAsync("Cancel the activity");
        officer.Problems.ShouldBe(["Enter the reason, for those who planned to come"]);
        host.GraphQL.Data("CancelActivity", Done("cancelActivity")).Data("StaffActivity", OfficerReplies.Activity("CANCELLED", reason: "\"The hall is flooded.\""));
        await officer.PressAsync("Cancel the activity", ("reason", "The hall is flooded."));

        officer.Text(".done").ShouldStartWith("It is cancelled.");
        officer.Text(".govuk-inset-text").ShouldBe("It was cancelled, so nobody attended it. Why: The hall is flooded.");
        officer.Texts(".choices a").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_of_an_older_version_comes_back_with_its_words_and_how_it_stands_now()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{One}/move");
        host.GraphQL.Data("MoveActivity", Refused("moveActivity", "STALE_VERSION", "Someone else changed this")).Data("StaffActivity", OfficerReplies.Activity(onDay: "2126-05-05", version: 5));

        await officer.PressAsync("Save", ("onDay", "2126-06-06"), ("reason", "The hall is taken."));
        host.GraphQL.LastInput("MoveActivity").GetProperty("expectedVersion").GetInt32().ShouldBe(4);
        officer.Text(".govuk-inset-text").ShouldContain("5 May 2126, planned, 40 invited, 1 signed up of 12 places");
        officer.Text("#reason").ShouldBe("The hall is taken.");

        host.GraphQL.Data("MoveActivity", Done("moveActivity"));
        await officer.PressAsync("Save");
        host.GraphQL.LastInput("MoveActivity").GetProperty("expectedVersion").GetInt32().ShouldBe(5);
        officer.Text(".done").ShouldStartWith("It is moved.");
    }

    [Theory]
    [InlineData("places", "openPlaces", "places", "Enter how many people can come", "30", "joining", "The library, from 10.")]
    [InlineData("invitations", "sendInvitations", "count", "Enter how many invitations were sent", "30", "route", "Newsletters")]
    public async Task A_number_is_asked_for_beside_its_field(string step, string mutation, string field, string problem, string number, string other, string words)
    {
        await using var host = await StartAsync();
        var operation = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}";
        host.GraphQL.Data(operation, Done(mutation));
        using var officer = await host.Visit().OpenAsync($"{One}/{step}");

        await officer.PressAsync("Save", (field, "a few"), (other, words));
        officer.Problems.ShouldBe([problem]);
        await officer.PressAsync("Save", (field, number));

        host.GraphQL.LastInput(operation).GetProperty(field).GetInt32().ShouldBe(30);
        host.GraphQL.LastInput(operation).GetProperty(other).GetString().ShouldBe(words);
        officer.Text(".done").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Support_is_offered()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("OfferSupport", Done("offerSupport"));
        using var officer = await host.Visit().OpenAsync($"{One}/support");

        await officer.PressAsync("Save");
        officer.Problems.ShouldBe(["Choose what is offered"]);
        await officer.PressAsync("Save", ("kind", "INTERPRETER"), ("detail", "British Sign Language."));

        host.GraphQL.LastInput("OfferSupport").GetProperty("kind").GetString().ShouldBe("INTERPRETER");
    }

    [Fact]
    public async Task It_is_recorded_as_held_on_its_day_or_later_and_not_before()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("HoldActivity", Done("holdActivity"));
        using var officer = await host.Visit().OpenAsync($"{One}/held");
        officer.Address.ShouldBe(One, "its day has not come");

        host.GraphQL.Data("StaffActivity", OfficerReplies.Activity(onDay: "2024-03-01"));
        await officer.OpenAsync($"{One}/held");
        await officer.PressAsync("Save");

        host.GraphQL.LastInput("HoldActivity").GetProperty("heldOn").GetString().ShouldBe("2024-03-01");
    }

    [Fact]
    public async Task Attendance_takes_those_ticked_the_codes_of_others_and_a_count()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivity", OfficerReplies.Activity("HELD", "2024-03-01")).Data("RecordAttendance", Done("recordAttendance"));
        using var officer = await host.Visit().OpenAsync($"{One}/attendance");

        await officer.PressAsync("Save", ("identified", PersonId), ("others", "UGVyMg\n UGVyMw "), ("headCount", ""));
        officer.Problems.ShouldBe(["Enter how many more were there. Enter 0 if everybody is known by a code"]);
        await officer.PressAsync("Save", ("headCount", "9"));

        var sent = host.GraphQL.LastInput("RecordAttendance");
        sent.GetProperty("identified").EnumerateArray().Select(one => one.GetString()).ShouldBe([PersonId, "UGVyMg", "UGVyMw"]);
        sent.GetProperty("headCount").GetInt32().ShouldBe(9);
        sent.GetProperty("correctedBecause").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_correction_of_attendance_shows_what_it_replaces_and_asks_why()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivity", OfficerReplies.Activity("HELD", "2024-03-01", identified: "6", headCount: "9"))
            .Data("RecordAttendance", Refused("recordAttendance", "CORRECTION_UNEXPLAINED", "Say why the first record was wrong", "\"correctedBecause\""));
        using var officer = await host.Visit().OpenAsync($"{One}/attendance");
        officer.Text(".govuk-inset-text").ShouldStartWith("Recorded until now: 6 known, and 9 more counted.");

        await officer.PressAsync("Save", ("headCount", "8"));

        officer.Text("#correctedBecause-error").ShouldBe("Error: Say why the first record was wrong");
    }

    [Fact]
    public async Task What_is_no_code_of_a_person_is_said_beside_the_codes_and_nothing_is_lost()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivity", OfficerReplies.Activity("HELD", "2024-03-01")).Fail("RecordAttendance", "ID_INVALID");
        using var officer = await host.Visit().OpenAsync($"{One}/attendance");

        await officer.PressAsync("Save", ("others", "the tall man"), ("headCount", "9"));

        officer.Text("#others-error").ShouldBe("Error: One of these is no code of a person. Look at each line again");
        officer.Text("#others").ShouldBe("the tall man");
    }

    [Fact]
    public async Task An_activity_in_the_area_of_others_is_refused_on_the_page()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("CancelActivity", "AUTH_NOT_AUTHORIZED");
        using var officer = await host.Visit().OpenAsync($"{One}/cancel");

        await officer.PressAsync("Cancel the activity", ("reason", "The hall is flooded."));

        officer.Problems.ShouldBe(["This activity is in an area that is not yours. Ask an officer of that area to record it"]);
        officer.Text("#reason").ShouldBe("The hall is flooded.");
    }

    [Fact]
    public async Task Notes_become_views_and_there_is_room_for_as_many_as_were_taken()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffActivity", OfficerReplies.Activity("HELD", "2024-03-01", headCount: "9"))
            .Data("RecordNotes", Refused("recordNotes", "TOO_LONG", "This note is too long", "\"notes.1\""));
        using var officer = await host.Visit().OpenAsync($"{One}/notes");
        officer.Text("main").ShouldContain("Each note becomes a view of its own.");
        await officer.PressAsync("Save");
        officer.Problems.ShouldBe(["Enter what somebody said"]);

        await officer.PressAsync("Room for more notes", ("notes-0", "The letters are too long."));
        officer.Texts("legend").Count.ShouldBe(8);
        officer.Text("#notes-0").ShouldBe("The letters are too long.");
        host.GraphQL.Executed.Count(e => e.Operation == "RecordNotes").ShouldBe(0);

        await officer.PressAsync("Save", ("proxy-4", "true"), ("notes-4", "Nobody rang back."), ("need-4", "autism"));
        var notes = host.GraphQL.LastInput("RecordNotes").GetProperty("notes").EnumerateArray().ToList();
        notes.Select(note => note.GetProperty("words").GetString()).ShouldBe(["The letters are too long.", "Nobody rang back."]);
        notes.Select(note => note.GetProperty("proxy").GetBoolean()).ShouldBe([false, true]);
        notes[1].GetProperty("need").GetString().ShouldBe("autism");
        officer.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href").ShouldBe("#notes-4", "the second note that was sent stands fifth on the page");
    }

    [Fact]
    public async Task What_helps_those_who_come_is_read_under_their_codes()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"{One}/coming");

        officer.Text(".rows__title a").ShouldBe(PersonId);
        officer.Text(".rows__item li").ShouldBe("A seat near the door");
        host.GraphQL.Data("WhatHelps", """{ "accessNeeds": null }""");
        await officer.OpenAsync($"{One}/coming");
        officer.Text(".rows__note").ShouldBe("What helps them is not known.");
    }

    [Fact]
    public async Task What_is_not_there_is_no_page()
    {
        await using var host = await StartAsync();
        using var officer = host.Visit();

        (await officer.OpenAsync($"{One}/rename")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.GraphQL.Data("StaffActivity", $$"""{ {{Officer()}}, "activity": null }""");
        (await officer.OpenAsync(One)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string, string)[] Plan(string audience) =>
    [
        ("title", "Coffee and plans"), ("kind", "WORKSHOP"), ("onDay", "2126-03-01"), ("audience", audience), ("includesUnder18s", "false"), ("level", "CO_PRODUCING"), ("stage", "PLAN"),
        ("lundy-space", "A small room"), ("lundy-voice", "Pictures"), ("lundy-audience", "The manager"), ("lundy-influence", "The booklet"),
    ];

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        OfficerReplies.Set(host.GraphQL);
        return host;
    }
}
