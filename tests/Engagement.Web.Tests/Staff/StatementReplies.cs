namespace Engagement.Web.Tests.Staff;

/// <summary>What the schema answers of statements of commitment.</summary>
internal static class StatementReplies
{
    public const string Id = "RG9jMQ";
    public const string ClaimId = "U3RDbDE";
    public const string List = "/staff/statements";
    public const string One = $"{List}/{Id}/forum";
    public const string ClaimAddress = $"{List}/{Id}/claims/{ClaimId}";
    public const string Evidence = "kind=representatives-attended&evidence=RXZpZDE";

    public static IReadOnlyList<string> Pages { get; } = [List, $"{List}/{Id}", One, $"{One}/find", $"{One}/give?{Evidence}", $"{One}/reject?{Evidence}", ClaimAddress];

    private const string Item =
        """{ "id": "RXZpZDE", "thingId": "TWVldDE", "kind": "REPRESENTATIVES_ATTENDED", "title": "Parents’ representatives at the meeting: Board", "happenedOn": "2026-03-02" }""";

    private const string Happened = $$"""{ "item": {{Item}}, "reachesAll": false, "audiences": ["PARENTS_AND_CARERS"], "level": null }""";

    private const string Everything = """ "charter.read", "charter.run", "charter.claim", "charter.verify" """;

    public static void Set(CannedGraphQL graphQL) => graphQL
        .Data("StatementDocuments", Listed())
        .Data("Statement", Statement(Claim()))
        .Data("StatementEvidence", $$"""{ {{Me()}}, "statementDocument": {{Document(Claim())}}, "statementEvidence": { "nodes": [{{Happened}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""")
        .Data("EvidenceForStatement", $$"""{ {{Me()}}, "statementDocument": {{Document(Claim())}}, "evidence": {{Happened}} }""")
        .Data("StatementClaim", ClaimPage(Claim()));

    /// <summary>Whoever may do everything speaks for two, of which one speaks for families.</summary>
    public static string Me(string permissions = Everything, string role = "commissioner", string organisations = $"{CharterReplies.Health}, {CharterReplies.Pact}") => $$"""
        "me": { "role": "{{role}}", "permissions": [{{permissions}}], "organisations": [{{organisations}}] }
        """;

    public static string Listed(string? me = null, string statements = Forum) => $$"""
        { {{me ?? Me()}}, "statementDocuments": [{ "id": "{{Id}}", "title": "Kent inclusion statement", "from": "2024-09-01", "source": "Appendix 2.", "version": 4, "statements": [{{statements}}],
          "all": [{ "audience": "EVERYBODY", "level": "COUNTY", "state": "CLAIMED" }, { "audience": "EVERYBODY", "level": "COUNTY", "state": "NONE" }, { "audience": "CHILDREN", "level": "EVERYWHERE", "state": "EVIDENCED" }] }] }
        """;

    public static string Statement(string claims, string kinds = "\"TOPIC_CLOSED\", \"REPRESENTATIVES_ATTENDED\"", string? me = null) => $$"""
        { {{me ?? Me()}}, "statementDocument": {{Document(claims, kinds)}}, "statementEvidence": { "nodes": [{{Happened}}], "pageInfo": { "hasNextPage": true, "endCursor": "older" } } }
        """;

    public static string ClaimPage(string claim, string? me = null) => $$"""{ {{me ?? Me()}}, "statementDocument": {{Document(claim)}} }""";

    public static string Claim(string state = "MADE", string reason = "null", bool yours = false) => $$"""
        { "id": "{{ClaimId}}", "state": "{{state}}", "explanation": "Parents sat where it was decided", "madeAt": "2026-03-05T09:30:00Z", "expiresOn": "2028-03-02", "checkedAt": null,
          "reason": {{reason}}, "isYours": {{(yours ? "true" : "false")}}, "organisation": { "code": "county-council", "name": "Kent County Council" }, "checkedBy": null, "evidence": {{Item}} }
        """;

    private const string Forum =
        """{ "key": "forum", "text": "Keep a forum for the views of families", "audience": "EVERYBODY", "level": "COUNTY", "where": "We will, across the county, 3", "state": "CLAIMED" }""";

    private static string Document(string claims, string kinds = "\"TOPIC_CLOSED\"") => $$"""
        { "id": "{{Id}}", "title": "Kent inclusion statement", "source": "Appendix 2.", "version": 4,
          "statements": [{ "key": "forum", "text": "Keep a forum for the views of families", "audience": "EVERYBODY", "level": "COUNTY", "where": "We will, across the county, 3", "state": "CLAIMED",
            "kinds": [{{kinds}}], "claims": [{{claims}}], "rejected": [{ "reason": "About another thing.", "evidence": {{Item}} }] }] }
        """;
}
