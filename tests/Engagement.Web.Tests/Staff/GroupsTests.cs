using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.OfficerReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class GroupsTests
{
    private const string List = "/staff/groups";
    private const string One = $"{List}/{GroupId}";

    [Fact]
    public async Task Each_group_shows_its_seats_and_says_which_are_vacant()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Groups", GroupList($"{OfficerReplies.Seat("TAKEN", role: "\"Parent of two\"")}, {OfficerReplies.Seat(id: "b")}, {OfficerReplies.Seat("NOMINATED", nominee: "\"Parent of one\"", id: "c")}"));
        using var officer = await host.Visit().OpenAsync(List);

        officer.Texts("main h2").ShouldBe(["What was found", "The chain", "Improvement Board", "Health Board"]);
        officer.Text("main").ShouldContain("3 seats, 1 vacant, 1 to take in");
        officer.Texts(".govuk-summary-list__value").ShouldBe(
        [
            "Taken Parent of two Since 4 September 2024", "Vacant Nobody. Kent PACT has not nominated anybody yet. Since 4 September 2024",
            "Nominated Parent of one, not taken in yet Since 4 September 2024",
        ]);
        officer.Document.QuerySelector(".govuk-summary-list__actions a")!.GetAttribute("href").ShouldBe($"{One}/c");
        officer.Text("main").ShouldContain("Parents and carers have no seat here.");
    }

    [Fact]
    public async Task A_board_without_a_seat_for_a_parent_is_a_finding_with_what_to_do_and_shows_on_the_chain()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Groups", GroupList(OfficerReplies.Seat()));
        using var officer = await host.Visit().OpenAsync(List);

        officer.Text(".rows__item").ShouldContain("Health Board");
        officer.Text(".rows__note").ShouldBe("This board has no seat for a parent.");
        officer.Text("main").ShouldContain("What to do: open the group and give parents and carers a seat.");
        var chain = officer.Document.QuerySelector("section[aria-labelledby=chain] > ul > li")!;
        chain.QuerySelector("a + .govuk-tag--red")!.TextContent.ShouldBe("No seat for a parent");
        chain.QuerySelector("ul")!.QuerySelector("a")!.TextContent.ShouldBe("Improvement Board");
    }

    [Fact]
    public async Task Each_group_says_whether_it_invites_representatives_and_which_meeting_missed_whom()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(List);

        officer.Text("main").ShouldContain("Not done One of their seats is vacant. At 2 of its 4 meetings a seat was vacant, or its representative was not invited.");
        officer.Text("section[aria-labelledby=group-1]").ShouldContain("Representatives who were not invited: 14 September 2026, East");
        officer.Text("section[aria-labelledby=group-1]").ShouldContain("Seats that were vacant on the day: 10 August 2026, West");
        host.GraphQL.Executed.Last(e => e.Operation == "Groups").Variables.GetProperty("parts").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_group_is_added_below_the_one_it_reports_to()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ConstituteGroup", Refused("constituteGroup", "TERMS_MISSING", "Say what this group decides or advises on", "\"terms\""));
        using var officer = await host.Visit().OpenAsync($"{List}/new");

        await officer.PressAsync("Add the group", ("name", "Workstream"));
        officer.Problems.ShouldBe(["Choose how often it meets"]);
        await officer.PressAsync("Add the group", ("frequency", "MONTHLY"), ("parentGroupId", "R3JvdXAy"));
        officer.Text("#terms-error").ShouldBe("Error: Say what this group decides or advises on");
        host.GraphQL.Data("ConstituteGroup", Made("constituteGroup", "governanceGroup", GroupId));
        await officer.PressAsync("Add the group", ("terms", "Says what is to change."));

        officer.Text(".done").ShouldStartWith("The group is there.");
        var sent = host.GraphQL.LastInput("ConstituteGroup");
        (Of("name"), Of("frequency"), Of("parentGroupId")).ShouldBe(("Workstream", "MONTHLY", "R3JvdXAy"));

        string? Of(string name) => sent.GetProperty(name).GetString();
    }

    [Fact]
    public async Task What_a_group_decides_on_is_written_anew()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChangeTerms", Refused("changeTerms", "TERMS_MISSING", "Say what this group decides or advises on", "\"terms\""));
        using var officer = await host.Visit().OpenAsync($"{One}/terms");
        officer.Text("#terms").ShouldBe("Steers the plan.");

        await officer.PressAsync("Save", ("terms", " "));
        officer.Text("#terms-error").ShouldBe("Error: Say what this group decides or advises on");
        host.GraphQL.Data("ChangeTerms", Done("changeTerms"));
        await officer.PressAsync("Save", ("terms", "Decides on the plan."));

        officer.Text(".done").ShouldBe("Saved. Everybody sees what it decides or advises on now.");
        var sent = host.GraphQL.LastInput("ChangeTerms");
        (sent.GetProperty("terms").GetString(), sent.GetProperty("expectedVersion").GetInt32()).ShouldBe(("Decides on the plan.", 6));
    }

    [Fact]
    public async Task How_often_it_meets_changes_from_a_day_on_and_what_was_before_stays_on_the_page()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ChangeMeetingFrequency", Done("changeMeetingFrequency"));
        using var officer = await host.Visit().OpenAsync($"{One}/frequency");

        await officer.PressAsync("Save", ("frequency", "MONTHLY"), ("from", "2026-09-01"));
        officer.Problems.ShouldBe(["It meets as often as that already. Choose how often it meets from then on"]);
        await officer.PressAsync("Save", ("frequency", "QUARTERLY"), ("from", ""));
        officer.Problems.ShouldBe(["Enter the day of the change"]);
        await officer.PressAsync("Save", ("from", "2026-09-01"), ("reason", "Papers take longer"));

        var sent = host.GraphQL.LastInput("ChangeMeetingFrequency");
        (Of("frequency"), Of("from"), Of("reason")).ShouldBe(("QUARTERLY", "2026-09-01", "Papers take longer"));
        host.GraphQL.Data("Group", OneGroup(OfficerReplies.Seat(), changes: """{ "from": "2026-09-01", "was": "QUARTERLY", "frequency": "MONTHLY", "reason": "There is more to decide" }"""));
        await officer.OpenAsync(One);
        officer.Texts(".govuk-summary-list__value").ShouldContain("Every month, since 1 September 2026 Until 1 September 2026: Four times a year. Why it changed: There is more to decide");

        string? Of(string name) => sent.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_seat_is_given_to_parents_and_carers()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("CreateSeat", Refused("createSeat", "SEAT_TITLE_TAKEN", "This group has a seat with this title", "\"title\""));
        using var officer = await host.Visit().OpenAsync(One);

        await officer.PressAsync("Give the seat", ("title", "Parent representative"));
        officer.Text("#title-error").ShouldBe("Error: This group has a seat with this title");
        host.GraphQL.Data("CreateSeat", Done("createSeat"));
        await officer.PressAsync("Give the seat", ("title", "Parent representative for the east"));

        officer.Text(".done").ShouldBe("The seat is there. Kent PACT can nominate for it.");
        host.GraphQL.LastInput("CreateSeat").GetProperty("expectedVersion").GetInt32().ShouldBe(6);
    }

    [Fact]
    public async Task Whom_Kent_PACT_nominated_is_taken_in_with_the_first_day()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("AppointRepresentative", Done("appointRepresentative"));
        using var officer = await host.Visit().OpenAsync($"{One}/{OfficerReplies.SeatId}");
        officer.Text("main").ShouldContain("Kent PACT chooses its own representatives.");

        await officer.PressAsync("Take them in");
        officer.Problems.ShouldBe(["Enter the first day on which they sit there"]);
        await officer.PressAsync("Take them in", ("appointedOn", "2026-11-02"));

        officer.Text(".done").ShouldBe("They sit there now. Everybody sees their role.");
        host.GraphQL.LastInput("AppointRepresentative").GetProperty("appointedOn").GetString().ShouldBe("2026-11-02");
    }

    [Fact]
    public async Task Where_nobody_is_nominated_there_is_nothing_to_press()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Group", OneGroup(OfficerReplies.Seat()));
        using var officer = await host.Visit().OpenAsync($"{One}/{OfficerReplies.SeatId}");

        officer.Texts("main button").ShouldBe(["Sign out"]);
        officer.Text("main").ShouldContain("Kent PACT chooses its own representatives: remind its coordinator");
        (await officer.OpenAsync($"{One}/other")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_those_who_look_after_groups_see_these_pages()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Group", OneGroup(OfficerReplies.Seat(), Officer("\"activities.read\"")));

        (await host.Visit().OpenAsync(One)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        OfficerReplies.Set(host.GraphQL);
        return host;
    }
}
