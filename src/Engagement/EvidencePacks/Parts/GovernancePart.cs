using Engagement.Governance;

namespace Engagement.EvidencePacks.Parts;

/// <summary>Whether parents and carers have their part in the groups that decide, and what stands in their way.</summary>
internal static class GovernancePart
{
    public static PackSection Of(PackFacts known) => new(
        "governance",
        "Parents and carers in the groups that decide",
        [
            "Attendance is seats attended, by the representative or a substitute, of seats expected: vacant seats stay in the denominator, meetings that were called off do not. A group has identified and invited its parent representatives when no seat is vacant and everybody who sat in one was invited to every meeting. A group that meets without a seat for parents has not. Of one that has not met it cannot be said, so nothing stands there.",
        ],
        [Groups(known), Barriers(known)]);

    private static PackTable Groups(PackFacts known)
    {
        var meetings = known.Meetings.Values.ToLookup(meeting => meeting.GroupId);
        return new PackTable(
            "groups",
            "Groups",
            [
                new("groupId"), new("group", "Group"), new("frequency", "Meets"), new("above", "Group above"), new("seats", "Seats for parents"), new("vacant", "Vacant"), new("meetings", "Meetings"),
                new("allInvited", "To which all were invited"), new("seatsExpected", "Seats expected"), new("seatsAttended", "Seats attended"), new("attendance", "Attendance in percent"),
                new("identifiedAndInvited", "Identified and invited"),
            ],
            [
                .. from one in known.Groups.Values
                   orderby one.Name, one.Id
                   let part = ParentsPart.Of(one.Seats, meetings[one.Id], known.Day)
                   select (IReadOnlyList<object?>)
                   [
                       one.Id, one.Name, PackValue.Words(one.Frequency), one.ParentGroupId is { } above ? known.Groups.GetValueOrDefault(above)?.Name : null, part.Seats, part.VacantSeats, part.Meetings,
                       part.MeetingsInvited, part.SeatsExpected, part.SeatsAttended, part.AttendancePercentage,
                       part.Meetings == 0 ? null : part.HasIdentifiedAndInvited,
                   ],
            ])
        {
            Empty = "No group had been constituted.",
        };
    }

    private static PackTable Barriers(PackFacts known) => new(
        "barriers",
        "What stands in the way",
        [
            new("barrierId"), new("barrier", "What"), new("group", "With the group"), new("raisedOn", "Raised"), new("escalations", "Went up"), new("because", "Why it went up"), new("resolvedOn", "Gone"),
            new("resolution", "What was done"),
        ],
        [
            .. known.Barriers.Values.OrderBy(barrier => barrier.RaisedOn).ThenBy(barrier => barrier.Id).Select(barrier => (IReadOnlyList<object?>)
            [
                barrier.Id, barrier.Title, known.Groups.GetValueOrDefault(barrier.GroupId)?.Name, barrier.RaisedOn, barrier.Escalations, barrier.EscalatedBecause, barrier.ResolvedOn, barrier.Resolution,
            ]),
        ])
    {
        Empty = "Nothing had been raised.",
    };
}
