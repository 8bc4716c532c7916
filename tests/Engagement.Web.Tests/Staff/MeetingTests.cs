using System.Net;
using static Engagement.Web.Tests.Pact.PactReplies;
using static Engagement.Web.Tests.Staff.MeetingReplies;

namespace Engagement.Web.Tests.Staff;

public sealed class MeetingTests
{
    [Fact]
    public async Task A_group_shows_whether_parents_have_their_part_and_what_is_missing()
    {
        await using var host = await StartAsync();
        using var person = await host.Visit().OpenAsync(List);

        person.Texts(".figures dd").ShouldBe(["2", "1", "2", "50%"]);
        person.Text("main .govuk-tag").ShouldBe("Not done");
        person.Text("main").ShouldContain("One of their seats is vacant. At 2 of its 2 meetings a seat was vacant, or its representative was not invited.");
        person.Text("main .govuk-list--bullet").ShouldBe("14 September 2026, West");
        person.Text(".rows__note").ShouldBe("1 of 2 seats filled");
        person.Texts(".rows__title").ShouldBe(["14 September 2026", "Papers come late"]);
    }

    [Fact]
    public async Task A_meeting_is_scheduled_and_what_stands_in_the_way_is_raised()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("ScheduleMeeting", OfficerReplies.Made("scheduleMeeting", "meeting", MeetingId))
            .Data("RaiseBarrier", Refused("raiseBarrier", "DETAIL_MISSING", "Say whom it holds up, and what has been tried", "\"detail\""));
        using var person = await host.Visit().OpenAsync(List);

        await person.PressAsync("Schedule it");
        person.Problems.ShouldBe(["Enter the day of the meeting"]);
        await person.PressAsync("Schedule it", ("onDay", "2027-01-11"));
        person.Text(".done").ShouldBe("The meeting is scheduled. Invite everybody who sits in a seat.");

        await person.OpenAsync(List);
        await person.PressAsync("Raise it", ("title", "Papers come late"));
        person.Text("#detail-error").ShouldBe("Error: Say whom it holds up, and what has been tried");
        person.Document.QuerySelector("#title")!.GetAttribute("value").ShouldBe("Papers come late");
        person.Document.QuerySelector("details.loop-step[open]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Those_who_sit_in_a_seat_are_invited_and_vacant_seats_are_not_asked_of()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("InviteRepresentative", Done("inviteRepresentative"));
        using var person = await host.Visit().OpenAsync(One);
        person.Texts("#seatId option").ShouldBe(["East"]);
        person.Text(".govuk-summary-list").ShouldContain("Invited, with papers of 7 September 2026.");

        await person.PressAsync("They were invited", ("papersSentOn", "2026-09-08"));
        person.Text(".done").ShouldBe("The invitation is recorded.");
        host.GraphQL.LastInput("InviteRepresentative").GetProperty("expectedVersion").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Who_was_there_is_said_of_every_seat()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Meeting", Meeting("HELD")).Data("TakeAttendance", Done("takeAttendance"));
        using var person = await host.Visit().OpenAsync(One);

        await person.PressAsync("Record who was there");
        person.Problems.ShouldBe(["Say whether the seat was filled: East"]);
        await person.PressAsync("Record who was there", ("seat-0", "APOLOGIES"));

        person.Text(".done").ShouldBe("It is recorded who was there.");
        var seats = host.GraphQL.LastInput("TakeAttendance").GetProperty("seats");
        (seats.GetArrayLength(), seats[0].GetProperty("attendance").GetString()).ShouldBe((1, "APOLOGIES"));
    }

    [Fact]
    public async Task What_stands_in_the_way_goes_up_one_step_or_is_gone()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("EscalateBarrier", Done("escalateBarrier"))
            .Data("ResolveBarrier", Refused("resolveBarrier", "RESOLUTION_MISSING", "Say what was done", "\"resolution\""));
        using var person = await host.Visit().OpenAsync(OneBarrier);

        await person.PressAsync("It is gone");
        person.Text("#resolution-error").ShouldBe("Error: Say what was done");
        person.Text("main").ShouldContain("Take it up to Health Board");
        await person.PressAsync("Take it up", ("reason", "We have no budget"));
        person.Text(".done").ShouldBe("It went up to the group above.");
        host.GraphQL.LastInput("EscalateBarrier").GetProperty("toGroupId").GetString().ShouldBe("R3JvdXAy");

        host.GraphQL.Data("Barrier", Barrier("\"2026-10-01\""));
        await person.OpenAsync(OneBarrier);
        person.Texts(".loop-step form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_only_reads_sees_no_forms_and_who_may_not_is_told()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Meetings", Meetings(me: Me("verifier", "\"meetings.read\"")));
        using var reader = await host.Visit().OpenAsync(List);
        reader.Texts(".loop-step form").ShouldBeEmpty();

        host.GraphQL.Data("Meetings", Meetings(me: Me("moderator", "\"contributions.moderate\"")));
        (await reader.OpenAsync(List)).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.GraphQL.Data("Meeting", $$"""{ {{Me()}}, "governanceGroup": null, "node": null }""");
        (await reader.OpenAsync(One)).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        MeetingReplies.Set(host.GraphQL);
        return host;
    }
}
