using Engagement.Governance;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class GovernanceSamples
{
    private static readonly Guid GroupId = Guid.Parse("d2a5b387-7604-4597-83ce-94f8c97b8a39");
    private static readonly Guid SeatId = Guid.Parse("e3b6c498-8715-4698-94df-a509da8c9b4a");

    public static IReadOnlyList<object> All { get; } =
    [
        new GroupConstituted(
            "Workstream on the journey through services", "Says what is to change between the services, and reports each month.", MeetingFrequency.Monthly, GroupId),
        new GroupTermsChanged("Decides what is to change between the services."),
        new MeetingFrequencyChanged(MeetingFrequency.EverySecondMonth, new DateOnly(2024, 9, 2), "Papers take longer to prepare"),
        new SeatCreated(SeatId, "Parent representative for the east", new DateOnly(2024, 6, 3)),
        new RepNominated(SeatId, PersonId, "Parent of a child in primary school"),
        new NominationWithdrawn(SeatId),
        new RepAppointed(SeatId, new DateOnly(2024, 7, 1)),
        new SeatVacated(SeatId, new DateOnly(2024, 12, 20), VacancyReason.SteppedDown),
        new MeetingScheduled(GroupId, new DateOnly(2024, 9, 16)),
        new RepInvited(SeatId, new DateOnly(2024, 9, 9)),
        new MeetingHeld(new DateOnly(2024, 9, 16)),
        new AttendanceTaken([new SeatAttendance(SeatId, Attendance.Substitute)]),
        new MinutesApproved(new DateOnly(2024, 10, 14)),
        new MeetingCancelled("Too few could come"),
        new BarrierRaised(GroupId, "Papers come late", "Parents read them on the bus", new DateOnly(2024, 9, 16)),
        new BarrierEscalated(GroupId, SeatId, "The board has no budget for it"),
        new BarrierResolved("Papers go out a week before", new DateOnly(2024, 11, 4)),
    ];
}
