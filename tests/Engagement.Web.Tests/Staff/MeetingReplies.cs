namespace Engagement.Web.Tests.Staff;

/// <summary>The meetings of a group, as the API answers.</summary>
internal static class MeetingReplies
{
    public const string GroupId = "R3JvdXAx";
    public const string MeetingId = "TWVldGluZzox";
    public const string BarrierId = "QmFycmllcjox";
    public const string List = $"/staff/groups/{GroupId}/meetings";
    public const string One = $"{List}/{MeetingId}";
    public const string OneBarrier = $"/staff/groups/{GroupId}/barriers/{BarrierId}";

    public static IReadOnlyList<string> Pages { get; } = [List, One, OneBarrier];

    public static void Set(CannedGraphQL replies) => replies
        .Data("Meetings", Meetings())
        .Data("Meeting", Meeting())
        .Data("Barrier", Barrier());

    public static string Me(string role = "commissioner", string permissions = "\"meetings.read\", \"governance.run\"") =>
        $$""" "me": { "role": "{{role}}", "permissions": [{{permissions}}] } """;

    public static string Meetings(int invited = 1, string? me = null) => $$"""
        { {{me ?? Me()}}, {{Group}}, "parentsPart": { "seats": 2, "vacantSeats": 1, "meetings": 2, "meetingsInvited": {{invited}}, "meetingsMissed": 2, "seatsExpected": 4, "seatsAttended": 2,
          "hasIdentifiedAndInvited": false, "attendancePercentage": 50.0, "missed": [{ "meetingId": "{{MeetingId}}", "onDay": "2026-09-14", "seat": "West", "wasVacant": true }] },
          "meetings": { "nodes": [{{MeetingNode("HELD", true)}}], "pageInfo": { "hasNextPage": false, "endCursor": null } }, "barriers": { "nodes": [{{BarrierNode()}}] } }
        """;

    public static string Meeting(string state = "SCHEDULED", bool attended = false, string? me = null) =>
        $$"""{ {{me ?? Me()}}, {{Group}}, "node": {{MeetingNode(state, attended)}} }""";

    public static string Barrier(string resolved = "null") => $$"""{ {{Me()}}, {{Group}}, "node": {{BarrierNode(resolved)}} }""";

    private const string Group = """
        "governanceGroup": { "id": "R3JvdXAx", "name": "Improvement Board", "terms": "Steers the plan.", "frequency": "MONTHLY", "parent": { "id": "R3JvdXAy", "name": "Health Board" },
          "seats": [{ "id": "U2VhdDE", "title": "East", "state": "TAKEN", "role": "Parent of two", "nomineeRole": null, "since": "2024-01-08" },
                    { "id": "U2VhdDI", "title": "West", "state": "VACANT", "role": null, "nomineeRole": null, "since": "2024-06-03" }], "version": 6 }
        """;

    private static string MeetingNode(string state, bool attended) => $$"""
        { "id": "{{MeetingId}}", "onDay": "2026-09-14", "state": "{{state}}",
          "seats": [
            { "seatId": "U2VhdDE", "title": "East", "role": "Parent of two", "papersSentOn": "2026-09-07", "attendance": {{(attended ? "\"SUBSTITUTE\"" : "null")}}, "isFilled": {{(attended ? "true" : "false")}} },
            { "seatId": "U2VhdDI", "title": "West", "role": null, "papersSentOn": null, "attendance": {{(attended ? "\"VACANT\"" : "null")}}, "isFilled": false }],
          "minutesApprovedOn": null, "cancelledBecause": null, "version": 3 }
        """;

    private static string BarrierNode(string resolved = "null") => $$"""
        { "id": "{{BarrierId}}", "title": "Papers come late", "detail": "Parents read them on the bus", "raisedOn": "2026-09-14", "escalations": 0, "escalatedBecause": null,
          "resolution": {{(resolved == "null" ? "null" : "\"Papers go out a week before\"")}}, "resolvedOn": {{resolved}}, "group": { "id": "{{GroupId}}", "name": "Improvement Board" }, "version": 1 }
        """;
}
