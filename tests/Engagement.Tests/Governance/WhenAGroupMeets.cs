using Engagement.Governance;
using Engagement.Tests.Specs;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Engagement.Tests.Specs.Outcome;

namespace Engagement.Tests.Governance;

public sealed class WhenAGroupMeets : Spec<MeetingPage>
{
    private static readonly Guid Group = Guid.Parse("c0000000-0000-4000-8000-000000000007");
    private static readonly Guid East = Guid.Parse("c0000000-0000-4000-8000-000000000001");
    private static readonly Guid West = Guid.Parse("c0000000-0000-4000-8000-000000000002");
    private static readonly Representative Parent = new(Group, "Parent");
    private static readonly MeetingScheduled Scheduled = new(Group, Today);
    private static readonly MeetingHeld Held = new(Today);
    private static readonly MeetingCancelled Cancelled = new("Snow");

    private static readonly Seat[] Seats =
    [
        Seat(East, "East", new SeatTerm(Parent, Today.AddDays(-90), null)),
        Seat(West, "West"),
    ];

    [Fact]
    public void whoever_sits_in_a_seat_is_invited_with_papers_before_the_meeting()
    {
        Invite(East, Today.AddDays(-5)).Then(new RepInvited(East, Today.AddDays(-5)));
        Invite(West, Today).ThenRefused("SEAT_VACANT", "Nobody sits in this seat. Kent PACT chooses its own representatives", "seatId");
        Invite(East, Today.AddDays(1)).ThenRefused("DAY_IN_THE_FUTURE");
        Given(Scheduled with { OnDay = Today.AddDays(-2) }).When(meeting => InviteRepresentative.Decide(new InviteRepresentative(Id, East, Today), meeting, Seats, Today))
            .ThenRefused("PAPERS_AFTER_MEETING", "Papers that come after the meeting are no invitation. Enter a day up to that of the meeting", "papersSentOn");
    }

    [Fact]
    public void every_seat_is_told_of_and_vacant_ones_are_counted_by_themselves()
    {
        Attend(new SeatAttendance(East, Attendance.Substitute))
            .Then(new AttendanceTaken([new SeatAttendance(East, Attendance.Substitute), new SeatAttendance(West, Attendance.Vacant)]));
        Attend().ThenRefused("SEATS_INCOMPLETE", "Say of every seat whether it was filled", "seats");
        Attend(new SeatAttendance(East, Attendance.Attended), new SeatAttendance(West, Attendance.Attended)).ThenRefused("SEAT_VACANT");
        Given(Scheduled).When(meeting => TakeAttendance.Decide(new TakeAttendance(Id, []), meeting, Seats)).ThenRefused("MEETING_NOT_HELD", "Record first that the meeting was held");
    }

    [Fact]
    public void a_seat_is_judged_by_who_sat_in_it_on_the_day_of_the_meeting()
    {
        var (day, left) = (Today.AddDays(-30), Today.AddDays(-10));
        Seat[] seats = [Seat(East, "East", new SeatTerm(Parent, Today.AddDays(-60), left)), Seat(West, "West", new SeatTerm(Parent, left, null))];
        object[] held = [Scheduled with { OnDay = day }, Held with { HeldOn = day }];

        Take(new SeatAttendance(East, Attendance.Attended)).Then(new AttendanceTaken([new SeatAttendance(East, Attendance.Attended), new SeatAttendance(West, Attendance.Vacant)]));
        Take(new SeatAttendance(East, Attendance.Attended), new SeatAttendance(West, Attendance.Attended))
            .ThenRefused("SEAT_VACANT", "Nobody can be there from a seat that was vacant on the day, and a seat in which somebody sat was not vacant", "seats");
        Take().ThenRefused("SEATS_INCOMPLETE", "Say of every seat whether it was filled", "seats");
        Given(held).When(meeting => InviteRepresentative.Decide(new InviteRepresentative(Id, East, day), meeting, seats, Today)).Then(new RepInvited(East, day));
        Given(held).When(meeting => InviteRepresentative.Decide(new InviteRepresentative(Id, West, day), meeting, seats, Today)).ThenRefused("SEAT_VACANT");
        Given([.. held, new MinutesApproved(Today)]).When(meeting => InviteRepresentative.Decide(new InviteRepresentative(Id, East, day), meeting, seats, Today)).ThenRefused("MINUTES_APPROVED");

        Outcome Take(params SeatAttendance[] filled) => Given(held).When(meeting => TakeAttendance.Decide(new TakeAttendance(Id, filled), meeting, seats));
    }

    [Fact]
    public void a_seat_that_was_made_later_is_not_expected()
    {
        var later = Seat(West, "West", new SeatTerm(Parent, Today, null)) with { CreatedOn = Today.AddDays(1) };

        Given(Scheduled, Held).When(meeting => TakeAttendance.Decide(new TakeAttendance(Id, [new SeatAttendance(West, Attendance.Attended)]), meeting, [Seats[0], later]))
            .ThenRefused("SEAT_UNKNOWN", "This group had no such seat on the day of the meeting", "seats");
        ParentsPart.Of([Seats[0], later], [Meeting(Held, new AttendanceTaken([new SeatAttendance(East, Attendance.Attended)]))], Today).SeatsExpected.ShouldBe(1);
    }

    /// <summary>Whoever comes and goes afterwards: what is shown of a meeting stays.</summary>
    [Fact]
    public void what_happens_to_a_seat_after_the_meeting_changes_nothing() => Prop.ForAll<NonNegativeInt, bool, bool>((wait, vacated, taken) =>
    {
        var attended = new AttendanceTaken([new SeatAttendance(East, Attendance.Attended), new SeatAttendance(West, Attendance.Vacant)]);
        var meeting = Meeting(new RepInvited(East, Today), Held, attended);
        var later = Today.AddDays(1 + (wait.Get % 1_000));
        Seat[] after =
        [
            Seat(East, "East", new SeatTerm(Parent, Today.AddDays(-90), vacated ? later : null)),
            taken ? Seat(West, "West", new SeatTerm(Parent, later, null)) : Seats[1],
        ];

        MeetingSeat.Of(meeting, after).ShouldBe(MeetingSeat.Of(meeting, Seats));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void what_was_called_off_was_not_held()
    {
        Given(Scheduled).When(meeting => CancelMeeting.Decide(new CancelMeeting(Id, " "), meeting)).ThenRefused("REASON_MISSING", "Say why the meeting is called off", "reason");
        Given(Scheduled, Held).When(meeting => CancelMeeting.Decide(new CancelMeeting(Id, "Snow"), meeting)).ThenRefused("MEETING_HELD", "This meeting was held, so it cannot be called off");
        Given(Scheduled, Cancelled).When(meeting => HoldMeeting.Decide(new HoldMeeting(Id, Today), meeting, Today)).ThenRefused("MEETING_CANCELLED");
    }

    [Fact]
    public void minutes_are_approved_after_it_was_held()
    {
        Given(Scheduled).When(meeting => ApproveMinutes.Decide(new ApproveMinutes(Id, Today), meeting, Today)).ThenRefused("MEETING_NOT_HELD");
        Given(Scheduled, Held).When(meeting => ApproveMinutes.Decide(new ApproveMinutes(Id, Today), meeting, Today)).Then(new MinutesApproved(Today));
    }

    [Fact]
    public void vacant_seats_stay_in_the_denominator_and_meetings_called_off_do_not()
    {
        var attended = new AttendanceTaken([new SeatAttendance(East, Attendance.Attended), new SeatAttendance(West, Attendance.Vacant)]);
        var part = ParentsPart.Of(Seats, [Meeting(new RepInvited(East, Today), Held, attended), Meeting(Cancelled), Meeting(Held, attended)], Today);

        (part.SeatsExpected, part.SeatsAttended, part.AttendancePercentage).ShouldBe((4, 2, 50m));
        (part.Meetings, part.MeetingsInvited, part.MeetingsMissed, part.HasIdentifiedAndInvited).ShouldBe((2, 1, 2, false));
        part.Missed.Select(missed => (missed.Seat, missed.WasVacant)).ShouldBe([("West", true), ("East", false), ("West", true)]);
    }

    [Fact]
    public void a_group_has_done_its_part_when_every_seat_is_filled_and_everybody_was_invited_to_every_meeting()
    {
        Seat[] filled = [Seats[0]];

        ParentsPart.Of(filled, [Meeting(new RepInvited(East, Today), Held)], Today).HasIdentifiedAndInvited.ShouldBeTrue();
        ParentsPart.Of(Seats, [Meeting(new RepInvited(East, Today), Held)], Today).HasIdentifiedAndInvited.ShouldBeFalse("a seat is vacant");
        ParentsPart.Of([], [Meeting(Held)], Today).HasIdentifiedAndInvited.ShouldBeFalse("parents have no seat");
        ParentsPart.Of([], [Meeting(Held)], Today).Missed.ShouldHaveSingleItem().Seat.ShouldBeNull();
        ParentsPart.Of(filled, [], Today).HasIdentifiedAndInvited.ShouldBeFalse("it has not met");
    }

    private static Outcome Invite(Guid seat, DateOnly day) =>
        Given(Scheduled).When(meeting => InviteRepresentative.Decide(new InviteRepresentative(Id, seat, day), meeting, Seats, Today));

    private static Outcome Attend(params SeatAttendance[] seats) =>
        Given(Scheduled, Held).When(meeting => TakeAttendance.Decide(new TakeAttendance(Id, seats), meeting, Seats));

    private static Seat Seat(Guid id, string title, params SeatTerm[] terms) => new()
    {
        Id = id,
        Title = title,
        Since = Today.AddDays(-90),
        CreatedOn = Today.AddDays(-90),
        Terms = terms,
        Representative = terms is [.., { Until: null } last] ? last.Representative : null,
    };

    private static MeetingPage Meeting(params object[] events)
    {
        MeetingPage? meeting = null;
        object[] all = [Scheduled, .. events];
        for (var i = 0; i < all.Length; i++)
            meeting = MeetingPage.Evolve(meeting, EventStore.Event.For(all[i], Id, i + 1));
        return meeting!;
    }
}
