using Engagement.Api.Authorization;
using Engagement.Governance;
using GraphQL;

namespace Engagement.Api.Governance;

/// <summary>A meeting of a group, with who was invited and who came.</summary>
[ObjectType<MeetingPage>, GraphQLName("Meeting"), GraphQLIgnore(nameof(MeetingPage.GroupId)), Node, Authorize(Permissions.ReadMeetings)]
public static partial class MeetingNode
{
    [NodeResolver, Authorize(Permissions.ReadMeetings)]
    public static Task<MeetingPage?> LoadAsync(Guid id, MeetingReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The group that meets.</summary>
    public static Task<GovernanceGroupPage?> GetGroupAsync([Parent] MeetingPage meeting, IGovernanceGroupByIdDataLoader groups, CancellationToken cancellation) =>
        groups.LoadAsync(meeting.GroupId, cancellation);

    /// <summary>The seats of parents and carers that there were on its day, and who sat there then.</summary>
    public static async Task<IReadOnlyList<MeetingSeat>> GetSeatsAsync(
        [Parent] MeetingPage meeting, IGovernanceGroupByIdDataLoader groups, CancellationToken cancellation) =>
        await groups.LoadAsync(meeting.GroupId, cancellation) is { } group ? MeetingSeat.Of(meeting, group.Seats) : [];
}

/// <summary>A seat of parents and carers at a meeting, judged by who sat in it on that day.</summary>
[ObjectType<MeetingSeat>, GraphQLIgnore(nameof(MeetingSeat.Holder)), Authorize(Permissions.ReadMeetings)]
public static partial class MeetingSeatNode
{
    /// <summary>The seat.</summary>
    [ID<Seat>, BindMember(nameof(MeetingSeat.SeatId))]
    public static Guid GetSeatId([Parent] MeetingSeat seat) => seat.SeatId;

    /// <summary>The role of who sat there on the day; null where nobody did.</summary>
    public static string? GetRole([Parent] MeetingSeat seat) => seat.Holder?.Role;
}

/// <summary>A seat from which nobody could come to a meeting.</summary>
[ObjectType<MissedSeat>, Authorize(Permissions.ReadMeetings)]
public static partial class MissedSeatNode
{
    /// <summary>The meeting.</summary>
    [ID<MeetingPage>, BindMember(nameof(MissedSeat.MeetingId))]
    public static Guid GetMeetingId([Parent] MissedSeat missed) => missed.MeetingId;
}

/// <summary>That whoever sits in a seat was invited.</summary>
[ObjectType<SeatInvitation>, Authorize(Permissions.ReadMeetings)]
public static partial class SeatInvitationNode
{
    /// <summary>The seat.</summary>
    [ID<Seat>, BindMember(nameof(SeatInvitation.SeatId))]
    public static Guid GetSeatId([Parent] SeatInvitation invitation) => invitation.SeatId;
}

/// <summary>How a seat was filled at a meeting.</summary>
[ObjectType<SeatAttendance>, Authorize(Permissions.ReadMeetings)]
public static partial class SeatAttendanceNode
{
    /// <summary>The seat.</summary>
    [ID<Seat>, BindMember(nameof(SeatAttendance.SeatId))]
    public static Guid GetSeatId([Parent] SeatAttendance attendance) => attendance.SeatId;
}

/// <summary>Something that stands in the way of parents and carers, or of what they asked for.</summary>
[ObjectType<BarrierPage>, GraphQLName("Barrier"), GraphQLIgnore(nameof(BarrierPage.GroupId)), Node, Authorize(Permissions.ReadMeetings)]
public static partial class BarrierNode
{
    [NodeResolver, Authorize(Permissions.ReadMeetings)]
    public static Task<BarrierPage?> LoadAsync(Guid id, MeetingReads reads, CancellationToken cancellation) => reads.FindBarrierAsync(id, cancellation);

    /// <summary>The group that it is with.</summary>
    public static Task<GovernanceGroupPage?> GetGroupAsync([Parent] BarrierPage barrier, IGovernanceGroupByIdDataLoader groups, CancellationToken cancellation) =>
        groups.LoadAsync(barrier.GroupId, cancellation);
}

/// <summary>Whether parents and carers have their part in a group.</summary>
[ObjectType<ParentsPart>, Authorize(Permissions.ReadMeetings)]
public static partial class ParentsPartNode;
