namespace Engagement.Web.Tests.Staff;

/// <summary>What the schema answers of evidence packs.</summary>
internal static class EvidenceReplies
{
    public const string Id = "RXZpZGVuY2VQYWNrOjE";
    public const string List = "/staff/evidence";
    public const string Address = $"{List}/{Id}";
    public const string Hash = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    public static IReadOnlyList<string> Pages { get; } = [List, Address];

    public static void Set(CannedGraphQL replies) => replies
        .Data("EvidencePacks", Packs(Pack()))
        .Data("EvidencePack", One(Pack()))
        .Data("EvidencePackContent", $$"""{ {{Me()}}, "evidencePackContent": { "name": "evidence-pack-2026-03-31.html", "mediaType": "text/html; charset=utf-8", "content": "PCFET0NUWVBFIGh0bWw+PGh0bWwgbGFuZz0iZW4tR0IiPjxoZWFkPjxtZXRhIGNoYXJzZXQ9InV0Zi04Ij48dGl0bGU+RXZpZGVuY2UgcGFjazwvdGl0bGU+PC9oZWFkPjxib2R5PjxoMT5FdmlkZW5jZSBwYWNrPC9oMT48L2JvZHk+PC9odG1sPg==" } }""");

    public static string Me(string permissions = "\"evidence-packs.make\"") => $$""" "me": { "role": "commissioner", "permissions": [{{permissions}}] } """;

    public static string Packs(string packs, string? me = null) => $$"""
        { {{me ?? Me()}}, "evidencePacks": { "nodes": [{{packs}}], "pageInfo": { "hasNextPage": false, "endCursor": null } },
          "commissioningActivities": { "nodes": [{ "id": "Q29tMQ", "title": "A new contract for therapies" }] } }
        """;

    public static string One(string pack, string? me = null) => $$"""{ {{me ?? Me()}}, "evidencePack": {{pack}} }""";

    public static string Pack(string state = "MADE", string progress = """{ "percent": 100, "stage": "Made", "seenAt": "2026-11-20T09:31:00Z" }""", string sameAs = "null", bool hasPdf = true) => $$"""
        { "id": "{{Id}}", "asAt": "2026-03-31T22:59:59.999999Z", "askedAt": "2026-11-20T09:30:00Z", "askedByRole": "commissioner", "state": "{{state}}",
          "madeAt": {{(state == "MADE" ? "\"2026-11-20T09:31:00Z\"" : "null")}}, "manifestHash": {{(state == "MADE" ? $"\"{Hash}\"" : "null")}}, "hasPdf": {{(hasPdf ? "true" : "false")}},
          "failedBecause": {{(state == "FAILED" ? "\"Something went wrong on our side\"" : "null")}}, "commissioningActivity": null, "progress": {{progress}}, "taken": 2, "sameAs": {{sameAs}} }
        """;
}
