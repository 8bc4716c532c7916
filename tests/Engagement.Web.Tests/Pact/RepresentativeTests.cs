using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;

namespace Engagement.Web.Tests.Pact;

public sealed class RepresentativeTests
{
    private const string Run = "/pact/run/representatives";
    private const string SeatAddress = $"{Run}/R3JvdXAx/U2VhdDE";

    [Fact]
    public async Task Everybody_sees_which_groups_have_seats_who_sits_there_and_what_is_free()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Representatives", Boards(
            $"{Seat(state: "TAKEN", role: "\"Parent of two\"")}, {Seat("b", "NOMINATED")}, {Seat("c")}", more: true, mayNominate: false));
        using var person = await host.Visit().OpenAsync("/pact/representatives");

        person.Texts("main h2").ShouldBe(["Improvement Board", "Workstream", "How to become one"]);
        person.Text("main").ShouldContain("It meets every month.");
        person.Text("main").ShouldContain("It reports to: Health Board");
        person.Texts(".govuk-summary-list__value").ShouldBe(
            ["Parent of two Since 4 September 2024", "Kent PACT has chosen somebody. They have not begun yet.", "Free Since 4 September 2024"]);
        person.Text(".nothing").ShouldBe("Parents have no seat here.");
        person.Document.QuerySelector(".older a")!.GetAttribute("href").ShouldBe("/pact/representatives?after=next");
        person.Texts("main a").ShouldNotContain("Choose who sits there");
    }

    [Fact]
    public async Task Where_there_is_no_group_it_says_so()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Representatives", NoBoards);

        (await host.Visit().OpenAsync("/pact/representatives")).Text(".nothing").ShouldStartWith("No group is listed yet.");
    }

    [Fact]
    public async Task Only_Kent_PACTs_coordinator_chooses()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Representatives", Boards(Seat(), signedIn: false));
        using var person = await host.Visit().OpenAsync(Run);
        person.Address.ShouldStartWith("/sign-in?return=");

        host.GraphQL.Data("Representatives", Boards(Seat(), mayNominate: false)).Data("Seat", OneSeat(Seat(), mayNominate: false));
        await person.OpenAsync(Run);
        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await person.OpenAsync(SeatAddress);
        person.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_coordinator_nominates_by_code_and_role()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Representatives", Boards(Seat(state: "NOMINATED", nominee: "\"Parent of one\"")))
            .Data("Seat", OneSeat(Seat())).Data("NominateRepresentative", Refused("nominateRepresentative", "ROLE_MISSING", "Enter the role that everybody sees in place of a name", "\"role\""));
        using var person = await host.Visit().OpenAsync(SeatAddress);

        await person.PressAsync("Nominate");
        person.Problems.ShouldBe(["Enter their code"]);
        await person.PressAsync("Nominate", ("representativeId", "UGVyc29uMQ"));
        person.Problems.ShouldBe(["Enter the role that everybody sees in place of a name"]);
        host.GraphQL.Data("NominateRepresentative", Done("nominateRepresentative"));
        await person.PressAsync("Nominate", ("role", "Parent of one"));

        person.Text(".done").ShouldStartWith("You have nominated somebody.");
        person.Text(".rows__note").ShouldBe("Nominated: Parent of one");
        var sent = host.GraphQL.LastInput("NominateRepresentative");
        (Of("groupId"), Of("seatId"), Of("representativeId"), Of("role")).ShouldBe(("R3JvdXAx", "U2VhdDE", "UGVyc29uMQ", "Parent of one"));

        string? Of(string name) => sent.GetProperty(name).GetString();
    }

    [Fact]
    public async Task What_is_no_code_is_told_where_to_find_one()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Seat", OneSeat(Seat())).Fail("NominateRepresentative", "ID_INVALID");
        using var person = await host.Visit().OpenAsync(SeatAddress);

        await person.PressAsync("Nominate", ("representativeId", "my neighbour"), ("role", "Parent"));

        person.Problems.ShouldBe(["This is no code of a person. They find it on this same page, when they have signed in"]);
    }

    [Fact]
    public async Task A_nomination_is_taken_back_while_nobody_sits_there()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Representatives", Boards(Seat())).Data("Seat", OneSeat(Seat(state: "NOMINATED", nominee: "\"Parent of one\"")))
            .Data("WithdrawNomination", Done("withdrawNomination"));
        using var person = await host.Visit().OpenAsync(SeatAddress);

        await person.PressAsync("Take the nomination back");

        person.Text(".done").ShouldBe("Your nomination is taken back.");
        host.GraphQL.LastInput("WithdrawNomination").GetProperty("seatId").GetString().ShouldBe("U2VhdDE");
    }

    [Fact]
    public async Task A_seat_is_vacated_with_a_day_and_a_reason()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Representatives", Boards(Seat())).Data("Seat", OneSeat(Seat(state: "TAKEN", role: "\"Parent of two\"")))
            .Data("VacateSeat", Done("vacateSeat"));
        using var person = await host.Visit().OpenAsync(SeatAddress);
        person.Texts(".govuk-button").ShouldNotContain("Nominate", "somebody sits there");

        await person.PressAsync("Vacate the seat");
        person.Problems.ShouldBe(["Enter the day since when nobody sits there", "Choose why"]);
        await person.PressAsync("Vacate the seat", ("vacatedOn", "2026-11-02"), ("reason", "TERM_ENDED"));

        person.Text(".done").ShouldStartWith("The seat is free.");
        host.GraphQL.LastInput("VacateSeat").GetProperty("vacatedOn").GetString().ShouldBe("2026-11-02");
        host.GraphQL.LastInput("VacateSeat").GetProperty("reason").GetString().ShouldBe("TERM_ENDED");
    }

    [Fact]
    public async Task A_seat_that_is_not_there_is_no_page()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Seat", OneSeat(Seat()));

        (await host.Visit().OpenAsync($"{Run}/R3JvdXAx/other")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
