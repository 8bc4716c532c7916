using Engagement.Governance;

namespace Engagement.Seeder;

/// <summary>
/// Meetings of the board in the autumn of 2024, made up: to one the representative was not invited, one was called off, and one is to come. What stands in the
/// way went up to the group above.
/// </summary>
internal static class MeetingStory
{
    private const string Name = "meetings";

    private static readonly (DateOnly Day, bool IsInvited, Attendance? East)[] Meetings =
    [
        (new DateOnly(2024, 9, 16), true, Attendance.Attended),
        (new DateOnly(2024, 10, 14), false, Attendance.Absent),
        (new DateOnly(2024, 11, 11), true, null),
        (new DateOnly(2024, 12, 9), true, Attendance.Substitute),
    ];

    public static async Task TellAsync(Storyteller teller)
    {
        var commands = teller.Meetings;
        var seat = Storyteller.IdOf("seat", "governance:board:seat-1");
        for (var i = 0; i < Meetings.Length; i++)
        {
            var (day, isInvited, attendance) = Meetings[i];
            var name = $"{Name}:{i + 1}";
            var meeting = await commands.ScheduleAsync(
                new ScheduleMeeting(GovernanceStory.BoardId, day), Storyteller.OfficerOn(day.AddDays(-40), name), teller.CancellationToken);
            if (isInvited)
            {
                await commands.InviteAsync(
                    new InviteRepresentative(meeting, seat, day.AddDays(-7)), Storyteller.OfficerOn(day.AddDays(-7), $"{name}:invite"), teller.CancellationToken);
            }

            if (attendance is not { } filled)
            {
                await commands.CancelAsync(
                    new CancelMeeting(meeting, "Too few could come"), Storyteller.OfficerOn(day.AddDays(-2), $"{name}:cancel"), teller.CancellationToken);
                continue;
            }

            await commands.HoldAsync(new HoldMeeting(meeting, day), Storyteller.OfficerOn(day, $"{name}:held"), teller.CancellationToken);
            await commands.TakeAttendanceAsync(
                new TakeAttendance(meeting, [new SeatAttendance(seat, filled)]), Storyteller.OfficerOn(day.AddDays(1), $"{name}:attendance"), teller.CancellationToken);
            await commands.ApproveMinutesAsync(
                new ApproveMinutes(meeting, day.AddDays(28)), Storyteller.OfficerOn(day.AddDays(28), $"{name}:minutes"), teller.CancellationToken);
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
}
