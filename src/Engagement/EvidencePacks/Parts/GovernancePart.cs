using Engagement.Governance;
using static Engagement.EvidencePacks.PackValue;

namespace Engagement.EvidencePacks.Parts;

/// <summary>Whether parents and carers have their part in the groups that decide, and what stands in their way.</summary>
internal static class GovernancePart
{
    public static PackSection Of(PackFacts known)
    {
        var (groups, barriers) = (Groups(known), Barriers(known));
        return new PackSection(
            "governance",
            "Parents and carers in the groups that decide",
            [
                "Attendance is seats attended, by the representative or a substitute, of seats expected: vacant seats stay in the denominator, meetings that were called off do not. A group has identified and invited its parent representatives when no seat is vacant and everybody who sat in one was invited to every meeting. A group that meets without a seat for parents has not. Of one that has not met it cannot be said, so nothing stands there.",
            ],
            [groups, barriers])
        {
            InShort = groups.Rows.Count == 0 ? groups.Empty : InShort(groups, barriers),
        };
    }

    private static string InShort(PackTable groups, PackTable barriers) =>
        $"{Count(groups.Rows.Count, "group", "groups")} with {Count(groups.Sum("seats"), "seat", "seats")} for parents and carers, {ForPeople(groups.Sum("vacant"))} vacant. "
        + $"Groups below the top that have no such seat, which is a finding: {ForPeople(groups.Count("lacksSeat", true))}. "
        + $"Of {Count(groups.Count("identifiedAndInvited"), "group", "groups")} that had met, {groups.Count("identifiedAndInvited", true)} had identified and invited its representatives; "
        + $"of {Count(groups.Sum("seatsExpected"), "seat", "seats")} expected at meetings, {ForPeople(groups.Sum("seatsAttended"))} attended. "
        + $"Barriers raised: {ForPeople(barriers.Rows.Count)}, of which gone: {ForPeople(barriers.Count("resolvedOn"))}.";

    private static PackTable Groups(PackFacts known)
    {
        var meetings = known.Meetings.Values.ToLookup(meeting => meeting.GroupId);
        return new PackTable(
            "groups",
            "Groups",
            [
                new("groupId"), new("group", "Group"), new("frequency", "Meets"), new("above", "Group above"), new("seats", "Seats for parents"), new("vacant", "Vacant"), new("meetings", "Meetings"),
                new("allInvited", "To which all were invited"), new("seatsExpected", "Seats expected"), new("seatsAttended", "Seats attended"), new("attendance", "Attendance in percent"),
                new("identifiedAndInvited", "Identified and invited"), new("lacksSeat", "Finding: no seat for parents"),
            ],
            [
                .. from one in known.Groups.Values
                   orderby one.Name, one.Id
                   let part = ParentsPart.Of(one.Seats, meetings[one.Id], known.Day)
                   select (IReadOnlyList<object?>)
                   [
                       one.Id, one.Name, Words(one.Frequency), one.ParentGroupId is { } above ? known.Groups.GetValueOrDefault(above)?.Name : null, part.Seats, part.VacantSeats, part.Meetings,
                       part.MeetingsInvited, part.SeatsExpected, part.SeatsAttended, part.AttendancePercentage,
                       part.Meetings == 0 ? null : part.HasIdentifiedAndInvited, one.LacksSeat,
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
