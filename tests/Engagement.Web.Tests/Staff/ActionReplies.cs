namespace Engagement.Web.Tests.Staff;

/// <summary>A key action with one milestone, as the API answers.</summary>
internal static class ActionReplies
{
    public const string ActionId = "S2V5QWN0aW9uOjE";
    public const string MilestoneId = "TWlsZXN0b25lOjE";
    public const string List = "/staff/actions";
    public const string One = $"{List}/{ActionId}";
    public const string OneMilestone = $"{One}/milestones/{MilestoneId}";
    public const string Link = $"{One}/coproduction";

    public static IReadOnlyList<string> Pages { get; } = [List, $"{List}/new", One, OneMilestone, Link];

    public static void Set(CannedGraphQL replies) => replies
        .Data("KeyActions", Actions(Row()))
        .Data("ActionGroups", $$"""{ {{Me()}}, {{Groups}} }""")
        .Data("KeyAction", Action(Milestone()))
        .Data("Linkables", Linkables);

    public static string Me(string role = "commissioner", string permissions = "\"actions.read\", \"actions.run\", \"loops.read\", \"activities.read\"") =>
        $$""" "me": { "role": "{{role}}", "permissions": [{{permissions}}] } """;

    public static string Actions(string nodes, int count = 1, string? me = null) => $$"""
        { {{me ?? Me()}}, "keyActions": { "totalCount": {{count}}, "nodes": [{{nodes}}], "pageInfo": { "hasNextPage": false, "endCursor": null } }, {{Groups}} }
        """;

    public static string Row(string rating = "\"RED\"", string next = "\"2026-09-30\"", int open = 1, string completed = "null", string links = "") => $$"""
        { "id": "{{ActionId}}", "title": "One survey for parents", "source": "Written Statement of Action, 1.1", "ownerRole": "Head of SEND", "group": null, "nextDueOn": {{next}},
          "openMilestones": {{open}}, "milestones": [{ "id": "{{MilestoneId}}" }], "links": [{{links}}], "notCoproducedBecause": null, "completedOn": {{completed}}, "rating": {{rating}} }
        """;

    public static string Action(string milestones, string links = "", string because = "null", string completed = "null", string rating = "\"RED\"", string? me = null) => $$"""
        { {{me ?? Me()}}, "node": { "id": "{{ActionId}}", "title": "One survey for parents", "description": "Parents are asked twice a year.", "source": "Written Statement of Action, 1.1",
          "ownerRole": "Head of SEND", "group": { "id": "R3JvdXAx", "name": "SEND Improvement Board" }, "adoptedOn": "2026-06-01", "milestones": [{{milestones}}], "links": [{{links}}],
          "notCoproducedBecause": {{because}}, "completedOn": {{completed}}, "rating": {{rating}}, "version": 4 } }
        """;

    public static string Milestone(
        string due = "\"2026-12-31\"", string first = "\"2026-09-30\"", string missed = "\"2026-09-30\"", string achieved = "null", string rating = "RED") => $$"""
        { "id": "{{MilestoneId}}", "text": "The first survey is analysed", "dueOn": {{due}}, "firstDueOn": {{first}}, "isOnTrack": true, "progress": "Half of the schools have sent it on.",
          "reportedOn": "2026-10-02", "achievedOn": {{achieved}}, "evidence": {{(achieved == "null" ? "null" : "\"The report\"")}}, "evidenceUrl": null, "missedOn": {{missed}}, "rating": "{{rating}}" }
        """;

    public static string OneLink => """{ "kind": "THEME", "thingId": "VGgx", "title": "Letters are too long", "how": "Parents chose the questions." }""";

    private const string Groups = """ "governanceGroups": { "nodes": [{ "id": "R3JvdXAx", "name": "SEND Improvement Board" }] } """;

    private const string Linkables = """
        { "consultations": { "nodes": [{ "id": "Q29uc3VsdGF0aW9uOjE", "title": "The strategy" }] }, "activities": { "nodes": [] },
          "themes": { "nodes": [{ "id": "VGgx", "title": "Letters are too long" }] },
          "loops": { "nodes": [{ "id": "TG9vcDE", "theme": { "title": "Letters are too long" } }] } }
        """;
}
