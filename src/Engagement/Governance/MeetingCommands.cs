using Engagement.Common;

namespace Engagement.Governance;

/// <summary>What may be asked of the meetings of groups, and of what stands in the way.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such group, meeting or barrier.</exception>
/// <exception cref="StaleVersionException">The meeting or barrier is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class MeetingCommands(CommandRunner runner, GovernanceReads groups, MeetingReads reads)
{
    private const string Meeting = "meeting";
    private const string Barrier = "barrier";

    public async Task<Guid> ScheduleAsync(ScheduleMeeting command, CommandContext context, CancellationToken cancellationToken)
    {
        await GroupAsync(command.GroupId, cancellationToken);
        var id = DeterministicId.ForNew(Meeting, context.IdempotencyKey);
        return await runner.StartAsync<MeetingPage>(id, command, context, ScheduleMeeting.Decide(command, runner.DayOf(context)), null, cancellationToken);
    }

    public async Task InviteAsync(InviteRepresentative command, CommandContext context, CancellationToken cancellationToken)
    {
        var seats = await SeatsAsync(command.MeetingId, cancellationToken);
        await ChangeAsync(command.MeetingId, command, context, meeting => InviteRepresentative.Decide(command, meeting, seats, runner.DayOf(context)), cancellationToken);
    }

    public Task HoldAsync(HoldMeeting command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeetingId, command, context, meeting => HoldMeeting.Decide(command, meeting, runner.DayOf(context)), cancellationToken);

    public async Task TakeAttendanceAsync(TakeAttendance command, CommandContext context, CancellationToken cancellationToken)
    {
        var seats = await SeatsAsync(command.MeetingId, cancellationToken);
        await ChangeAsync(command.MeetingId, command, context, meeting => TakeAttendance.Decide(command, meeting, seats), cancellationToken);
    }

    public Task ApproveMinutesAsync(ApproveMinutes command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeetingId, command, context, meeting => ApproveMinutes.Decide(command, meeting, runner.DayOf(context)), cancellationToken);

    public Task CancelAsync(CancelMeeting command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeetingId, command, context, meeting => CancelMeeting.Decide(command, meeting), cancellationToken);

    public async Task<Guid> RaiseBarrierAsync(RaiseBarrier command, CommandContext context, CancellationToken cancellationToken)
    {
        await GroupAsync(command.GroupId, cancellationToken);
        var id = DeterministicId.ForNew(Barrier, context.IdempotencyKey);
        return await runner.StartAsync<BarrierPage>(id, command, context, RaiseBarrier.Decide(command, runner.DayOf(context)), null, cancellationToken);
    }

    public async Task EscalateBarrierAsync(EscalateBarrier command, CommandContext context, CancellationToken cancellationToken)
    {
        var barrier = await reads.FindBarrierAsync(command.BarrierId, cancellationToken) ?? throw new ThingNotFoundException(Barrier, command.BarrierId);
        var above = (await GroupAsync(barrier.GroupId, cancellationToken)).ParentGroupId;
        await runner.ChangeAsync<BarrierPage>(
            command.BarrierId,
            Barrier,
            command,
            context,
            // It may have gone up since it was read: then the group above is another.
            now => EscalateBarrier.Decide(command, now, now.GroupId == barrier.GroupId ? above : Guid.Empty),
            cancellationToken);
    }

    public Task ResolveBarrierAsync(ResolveBarrier command, CommandContext context, CancellationToken cancellationToken) => runner.ChangeAsync<BarrierPage>(
        command.BarrierId, Barrier, command, context, barrier => ResolveBarrier.Decide(command, barrier, runner.DayOf(context)), cancellationToken);

    private async Task<GovernanceGroupPage> GroupAsync(Guid id, CancellationToken cancellationToken) =>
        await groups.FindAsync(id, cancellationToken) ?? throw new ThingNotFoundException("group", id);

    private async Task<IReadOnlyList<Seat>> SeatsAsync(Guid meetingId, CancellationToken cancellationToken)
    {
        var meeting = await reads.FindAsync(meetingId, cancellationToken) ?? throw new ThingNotFoundException(Meeting, meetingId);
        return (await GroupAsync(meeting.GroupId, cancellationToken)).Seats;
    }

    private Task ChangeAsync(Guid id, object command, CommandContext context, Func<MeetingPage, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Meeting, command, context, decide, cancellationToken);
}
