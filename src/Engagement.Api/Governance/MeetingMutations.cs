using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Governance;
using GraphQL;

namespace Engagement.Api.Governance;

/// <summary>The meetings of groups, who of Kent PACT was invited and came, and what stands in the way.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class MeetingMutations
{
    /// <summary>Schedule a meeting of a group.</summary>
    [Authorize(Permissions.RunGovernance)]
    public static async Task<MeetingPage?> ScheduleMeetingAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(ScheduleMeeting.GroupId))] ScheduleMeeting command,
        [Spread] Repeatable repeatable,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.ScheduleAsync(command, user.Context(Permissions.RunGovernance, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Record that whoever sits in a seat was invited to a meeting, and had its papers.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<MeetingPage?> InviteRepresentativeAsync(
        [Spread, ID<MeetingPage>(nameof(InviteRepresentative.MeetingId)), ID<Seat>(nameof(InviteRepresentative.SeatId))] InviteRepresentative command,
        [Spread] Versioned versioned,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.InviteAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(command.MeetingId, cancellation);
    }

    /// <summary>Record that a meeting was held.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<MeetingPage?> HoldMeetingAsync(
        [Spread, ID<MeetingPage>(nameof(HoldMeeting.MeetingId))] HoldMeeting command,
        [Spread] Versioned versioned,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.HoldAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(command.MeetingId, cancellation);
    }

    /// <summary>Record how the seats of parents and carers were filled at a meeting, by who sat in them on that day. Seats that were vacant then are counted by themselves.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="seats">Every seat in which somebody sat on the day.</param>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<MeetingPage?> TakeAttendanceAsync(
        [ID<MeetingPage>] Guid meetingId,
        IReadOnlyList<SeatFilled> seats,
        [Spread] Versioned versioned,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var command = new TakeAttendance(meetingId, [.. seats.Select(seat => new SeatAttendance(seat.SeatId, seat.Attendance))]);
        await commands.TakeAttendanceAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(meetingId, cancellation);
    }

    /// <summary>Record that the minutes of a meeting were approved.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<MeetingPage?> ApproveMinutesAsync(
        [Spread, ID<MeetingPage>(nameof(ApproveMinutes.MeetingId))] ApproveMinutes command,
        [Spread] Versioned versioned,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ApproveMinutesAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(command.MeetingId, cancellation);
    }

    /// <summary>Call a meeting off. It counts for nothing from then on.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<MeetingPage?> CancelMeetingAsync(
        [Spread, ID<MeetingPage>(nameof(CancelMeeting.MeetingId))] CancelMeeting command,
        [Spread] Versioned versioned,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CancelAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(command.MeetingId, cancellation);
    }

    /// <summary>Say what stands in the way of parents and carers, or of what they asked for.</summary>
    [Authorize(Permissions.RunGovernance)]
    public static async Task<BarrierPage?> RaiseBarrierAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(RaiseBarrier.GroupId))] RaiseBarrier command,
        [Spread] Repeatable repeatable,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.RaiseBarrierAsync(command, user.Context(Permissions.RunGovernance, repeatable), cancellation);
        return await reads.FindBarrierAsync(id, cancellation);
    }

    /// <summary>Take a barrier up to the group above the one it is with, and to no other.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<BarrierPage?> EscalateBarrierAsync(
        [Spread, ID<BarrierPage>(nameof(EscalateBarrier.BarrierId)), ID<GovernanceGroupPage>(nameof(EscalateBarrier.ToGroupId))] EscalateBarrier command,
        [Spread] Versioned versioned,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.EscalateBarrierAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindBarrierAsync(command.BarrierId, cancellation);
    }

    /// <summary>Record that a barrier is gone, and what was done.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<BarrierPage?> ResolveBarrierAsync(
        [Spread, ID<BarrierPage>(nameof(ResolveBarrier.BarrierId))] ResolveBarrier command,
        [Spread] Versioned versioned,
        MeetingCommands commands,
        MeetingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ResolveBarrierAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindBarrierAsync(command.BarrierId, cancellation);
    }
}
