namespace Engagement.Web.Tests.Staff;

/// <summary>What waits for an officer, and what happened to a consultation.</summary>
internal static class TodayReplies
{
    public const string Me = """{ "me": { "role": "participation-officer", "permissions": ["workbench.read", "views.code", "loops.read", "loops.decide", "entries.publish", "metrics.read"] } }""";

    public const string Thing = """{ "node": { "__typename": "Consultation", "title": "Shorter waits", "slug": "shorter-waits-for-plans-7k2m9q" } }""";

    /// <summary>All of it, kind by kind.</summary>
    public static string Today => Groups(
        [Item("COMMITMENT_OVERDUE", "TG9vcDE", "Letters are hard to follow", since: 40, due: -3, loop: Late)],
        Group("UNREAD_VIEW", 100, Item("UNREAD_VIEW", "VmlldzE", "Shorter waits", since: 12, of: "Shorter waits"), Item("UNREAD_VIEW", "VmlldzI", "Shorter waits", since: 11, of: "Shorter waits")),
        Group("COMMITMENT_OVERDUE", 1, Item("COMMITMENT_OVERDUE", "TG9vcDE", "Letters are hard to follow", since: 40, due: -3, loop: Late)),
        Group("CONTRIBUTION_WAITS", 1, Item("CONTRIBUTION_WAITS", "Q29udHIx", "What makes a good review meeting?", since: 1, claimed: "false")),
        Group("LOOP_DUE", 4, [.. Enumerable.Range(1, 4).Select(i => Item("LOOP_DUE", $"TG9vcD{i}x", $"Point {i}", since: 80, due: 4, loop: Undecided))]));

    /// <summary>The list of one kind.</summary>
    public static string Views => List(
        """{ "kind": "COMMITMENT_OVERDUE", "count": 1, "isMore": false }, { "kind": "UNREAD_VIEW", "count": 100, "isMore": true }, { "kind": "RESPONSE_DUE", "count": 0, "isMore": false }""",
        Item("UNREAD_VIEW", "VmlldzE", "Shorter waits", since: 12, of: "Shorter waits"),
        Item("UNREAD_VIEW", "VmlldzI", "Shorter waits", since: 11, of: "Shorter waits"));

    private const string Undecided = """{ "commitments": [], "conditions": { "missing": ["no decision has been recorded yet"] } }""";

    private const string Late = """
        { "commitments": [{ "ownerRole": "Head of Service", "deliveredOn": null, "isLate": true }, { "ownerRole": "Director", "deliveredOn": "2026-01-01", "isLate": true }],
          "conditions": { "missing": [] } }
        """;

    public static string History => Events(
        """
        { "number": 9, "occurredAt": "2026-10-01T09:00:00Z", "recordedAt": "2026-10-01T09:00:00Z", "role": "participation-officer",
          "what": "More time was given to answer", "why": "The printed copies came late",
          "dates": [ { "what": "Closes on", "before": "2026-11-10", "after": "2026-11-24" } ] }
        """,
        """
        { "number": 8, "occurredAt": "2026-09-15T09:00:00Z", "recordedAt": "2026-09-16T09:00:00Z", "role": "system",
          "what": "It was opened for answers", "why": null, "dates": [ { "what": "Opens on", "before": null, "after": "2026-09-15" } ] }
        """);

    public static void Set(CannedGraphQL replies) => replies.Data("StaffMe", Me).Data("StaffToday", Today).Data("StaffWork", Views).Data("StaffHistory", History).Data("HistoryThing", Thing);

    /// <param name="counts">How much of each kind there is.</param>
    /// <param name="items">What waits.</param>
    public static string List(string counts, params string[] items) => $$"""
        {
          "workbenchCounts": [ {{counts}} ], "late": [ { "kind": "COMMITMENT_OVERDUE", "count": 1, "isMore": false } ],
          "workbench": { "nodes": [ {{string.Join(", ", items)}} ], "pageInfo": { "hasNextPage": true, "endCursor": "next" } },
          "consultations": { "nodes": [ { "id": "Q29uMQ", "title": "Shorter waits" } ] }
        }
        """;

    /// <param name="late">The most overdue.</param>
    /// <param name="groups">Each kind with what comes first.</param>
    public static string Groups(string[] late, params string[] groups) => $$"""
        {
          "workbenchGroups": [ {{string.Join(", ", groups)}} ],
          "late": [ { "kind": "COMMITMENT_OVERDUE", "count": {{late.Length}}, "isMore": false } ],
          "workbench": { "nodes": [ {{string.Join(", ", late)}} ] },
          "consultations": { "nodes": [ { "id": "Q29uMQ", "title": "Shorter waits" } ] }
        }
        """;

    public static string Group(string kind, int count, params string[] first) =>
        $$"""{ "count": { "kind": "{{kind}}", "count": {{count}}, "isMore": {{(count == 100 ? "true" : "false")}} }, "first": [ {{string.Join(", ", first)}} ] }""";

    /// <param name="kind">What is to be done.</param>
    /// <param name="id">With what.</param>
    /// <param name="title">What that is called.</param>
    /// <param name="since">How many days it waits.</param>
    /// <param name="due">In how many days it is due; negative when it is late.</param>
    /// <param name="of">The consultation it belongs to.</param>
    /// <param name="claimed">Whether who is on it is who looks: true, false, or null where nobody is.</param>
    /// <param name="loop">What is known of its loop.</param>
    /// <param name="form">What is known of its form on paper.</param>
    /// <param name="statements">What is known of the document of its statement.</param>
    public static string Item(
        string kind, string id, string title, int since, int? due = null, string? of = null, string? claimed = null, string loop = "null", string form = "null", string statements = "null")
    {
        var today = Dates.Day(TimeProvider.System.GetUtcNow());
        return $$"""
            { "kind": "{{kind}}", "thingId": "{{id}}", "title": "{{title}}", "since": "{{Dates.Machine(today.AddDays(-since))}}T12:00:00Z",
              "dueOn": {{(due is { } days ? $"\"{Dates.Machine(today.AddDays(days))}\"" : "null")}}, "isOverdue": {{(due < 0 ? "true" : "false")}},
              "consultation": {{(of is null ? "null" : $$"""{ "slug": "{{Replies.Slug}}", "title": "{{of}}" }""")}},
              "claimedBy": {{(claimed is null ? "null" : $$"""{ "isYou": {{claimed}} }""")}}, "loop": {{loop}}, "paperForm": {{form}}, "statementDocument": {{statements}} }
            """;
    }

    /// <param name="entries">What happened, the newest first.</param>
    public static string Events(params string[] entries) => $$"""
        {
          "me": { "role": "participation-officer", "permissions": ["consultations.read-drafts"] },
          "history": { "nodes": [ {{string.Join(", ", entries)}} ], "pageInfo": { "hasNextPage": true, "endCursor": "before" } }
        }
        """;
}
