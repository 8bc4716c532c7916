using Engagement.Charter;
using Engagement.Governance;

namespace Engagement.Seeder;

/// <summary>
/// Meetings, made up. Of the board in 2024: at the first both seats were taken, and one was vacant soon after; to one the representative was not invited, and one
/// was called off. This year the board, a workstream that misses nobody, and a board without a seat met. What stands in the way went up to the group above.
/// </summary>
internal static class MeetingStory
{
    private const string Name = "meetings";

    private static readonly Guid East = SeatOf("board:seat-1");
    private static readonly Guid West = SeatOf("board:seat-2");

    public static (EvidenceKind Kind, Guid Id) LastOfTheBoard => (EvidenceKind.RepresentativesAttended, Storyteller.IdOf("meeting", $"{Name}:board-2"));

    public static async Task TellAsync(Storyteller teller)
    {
        var commands = teller.Meetings;
        await HoldAsync(teller, GovernanceStory.BoardId, new DateOnly(2024, 8, 12), "0", [East, West], new(East, Attendance.Attended), new(West, Attendance.Attended));
        await HoldAsync(teller, GovernanceStory.BoardId, new DateOnly(2024, 9, 16), "1", [East], new SeatAttendance(East, Attendance.Attended));
        await HoldAsync(teller, GovernanceStory.BoardId, new DateOnly(2024, 10, 14), "2", [], new SeatAttendance(East, Attendance.Absent));
        var calledOff = await ScheduleAsync(teller, GovernanceStory.BoardId, new DateOnly(2024, 11, 11), "3", [East]);
        await commands.CancelAsync(
            new CancelMeeting(calledOff, "Too few could come"), Storyteller.OfficerOn(new DateOnly(2024, 11, 9), $"{Name}:3:cancel"), teller.CancellationToken);
        await HoldAsync(teller, GovernanceStory.BoardId, new DateOnly(2024, 12, 9), "4", [East], new SeatAttendance(East, Attendance.Substitute));

        var journey = SeatOf("journey:seat-1");
        foreach (var (i, day) in new[] { -240, -150, -60 }.Index())
        {
            await HoldAsync(teller, GovernanceStory.BoardId, teller.Day(day), $"board-{i}", [East], new SeatAttendance(East, Attendance.Attended));
            await HoldAsync(teller, GovernanceStory.JourneyId, teller.Day(day + 7), $"journey-{i}", [journey], new SeatAttendance(journey, i == 1 ? Attendance.Apologies : Attendance.Attended));
            await HoldAsync(teller, GovernanceStory.CoordinatingId, teller.Day(day + 9), $"coordinating-{i}", []);
        }

        await commands.ScheduleAsync(
            new ScheduleMeeting(GovernanceStory.BoardId, teller.Day(20)), teller.OfficerOn(-5, $"{Name}:next"), teller.CancellationToken);
        var barrier = await commands.RaiseBarrierAsync(
            new RaiseBarrier(GovernanceStory.BoardId, "Papers reach parents a day before the meeting (demonstration)", "Parents cannot read them in time. The board asked for a week."),
            Storyteller.OfficerOn(new DateOnly(2024, 10, 15), $"{Name}:barrier"),
            teller.CancellationToken);
        await commands.EscalateBarrierAsync(
            new EscalateBarrier(barrier, GovernanceStory.AboveBoardId, "The papers come from the groups above, and so late"),
            Storyteller.OfficerOn(new DateOnly(2024, 12, 10), $"{Name}:escalate"),
            teller.CancellationToken);
    }
    private static async Task HoldAsync(Storyteller teller, Guid group, DateOnly day, string key, Guid[] invited, params SeatAttendance[] filled)
    {
        var (commands, name) = (teller.Meetings, $"{Name}:{key}");
        var meeting = await ScheduleAsync(teller, group, day, key, invited);
        await commands.HoldAsync(new HoldMeeting(meeting, day), Storyteller.OfficerOn(day, $"{name}:held"), teller.CancellationToken);
        if (filled.Length > 0)
        {
            await commands.TakeAttendanceAsync(
                new TakeAttendance(meeting, filled), Storyteller.OfficerOn(day.AddDays(1), $"{name}:attendance"), teller.CancellationToken);
        }

        await commands.ApproveMinutesAsync(
            new ApproveMinutes(meeting, day.AddDays(28)), Storyteller.OfficerOn(day.AddDays(28), $"{name}:minutes"), teller.CancellationToken);
    }

    private static async Task<Guid> ScheduleAsync(Storyteller teller, Guid group, DateOnly day, string key, Guid[] invited)
    {
        var name = $"{Name}:{key}";
        var meeting = await teller.Meetings.ScheduleAsync(new ScheduleMeeting(group, day), Storyteller.OfficerOn(day.AddDays(-40), name), teller.CancellationToken);
        foreach (var seat in invited)
        {
            await teller.Meetings.InviteAsync(
                new InviteRepresentative(meeting, seat, day.AddDays(-7)), Storyteller.OfficerOn(day.AddDays(-7), $"{name}:invite:{seat:N}"), teller.CancellationToken);
        }

        return meeting;
    }

    private static Guid SeatOf(string seat) => Storyteller.IdOf("seat", $"governance:{seat}");
}
