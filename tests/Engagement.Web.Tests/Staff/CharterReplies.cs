namespace Engagement.Web.Tests.Staff;

/// <summary>What the schema answers of charters, and of a service that is commissioned by one.</summary>
internal static class CharterReplies
{
    public const string Id = "Q29tbTE";
    public const string ClaimId = "Q2xhaW0x";
    public const string EditionId = "RWRpdDE";
    public const string Address = $"/staff/charter/{Id}";
    public const string Cell = $"{Address}/cells/listen/analyse";
    public const string ClaimAddress = $"{Address}/claims/{ClaimId}";
    public const string Evidence = "kind=activity-held&evidence=RXZpZDE&rule=1%2Fyouth-listen-analyse-topic";

    public static IReadOnlyList<string> Pages { get; } =
    [
        "/staff/charter", "/staff/charter/new", "/staff/charter/editions", "/staff/charter/editions/new", $"/staff/charter/editions/{EditionId}", Address, $"{Address}/check", $"{Address}/rescore",
        $"{Address}/rescore?edition=RWRpdDI", Cell, $"{Cell}/find", $"{Cell}/claim?{Evidence}", $"{Cell}/reject?{Evidence}", $"{Address}/cells/lead/do/agree", ClaimAddress,
    ];

    private const string Everything = """ "charter.read", "charter.run", "charter.claim", "charter.verify" """;

    private const string Item = """{ "id": "RXZpZDE", "thingId": "QWN0MQ", "kind": "ACTIVITY_HELD", "title": "Workshop on waiting", "happenedOn": "2026-03-02" }""";

    public const string Council = """{ "code": "county-council", "name": "Kent County Council", "speaksForFamilies": false }""";
    public const string Health = """{ "code": "health", "name": "NHS commissioners", "speaksForFamilies": false }""";
    public const string Pact = """{ "code": "kent-pact", "name": "Kent PACT", "speaksForFamilies": true }""";

    private const string Services = """ "services": [{ "code": "therapies", "name": "Therapies" }] """;

    public static void Set(CannedGraphQL graphQL) => graphQL
        .Data("CommissioningActivities", List(One(Claim()))).Data("CommissioningActivity", Page(One(Claim()))).Data("CharterCell", CellOf(One(Claim())))
        .Data("ClaimableEvidence", $$"""{ {{Me()}}, "commissioningActivity": {{One(Claim())}}, "claimableEvidence": { "nodes": [{{Happened}}], "pageInfo": { "hasNextPage": true, "endCursor": "older" } } }""")
        .Data("EvidenceToClaim", ToClaim(Me()))
        .Data("CharterEditions", $$"""{ {{Me()}}, "charterEditions": { "nodes": [{{Edition()}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""")
        .Data("CharterEdition", $$"""{ {{Me()}}, "charterEdition": {{Edition()}} }""")
        .Data("NewEdition", $$"""{ {{Me()}}, "charterEditions": { "nodes": [{{Edition()}}] } }""")
        .Data("CommissioningChoices", $$"""{ {{Me()}}, {{Services}}, "charterEditions": { "nodes": [{ "id": "{{EditionId}}", "title": "What young people expect", "from": "2024-09-01" }] } }""")
        .Data("RescoredActivity", Rescored);

    /// <summary>Whoever may do everything speaks for two, of which one speaks for families.</summary>
    public static string Me(string permissions = Everything, string role = "commissioner", string organisations = $"{Health}, {Pact}") => $$"""
        "me": { "role": "{{role}}", "permissions": [{{permissions}}], "organisations": [{{organisations}}] }
        """;

    public static string Claim(string state = "MADE", string reason = "null", string checkedBy = "null", bool yours = false) => $$"""
        { "id": "{{ClaimId}}", "principle": "listen", "stage": "ANALYSE", "state": "{{state}}", "explanation": "Parents said what waiting does", "madeAt": "2026-03-05T09:30:00Z",
          "expiresOn": "2028-03-02", "checkedAt": {{(checkedBy == "null" ? "null" : "\"2026-03-09T09:30:00Z\"")}}, "reason": {{reason}}, "rule": "1/youth-include-analyse", "isYours": {{(yours ? "true" : "false")}},
          "outcome": null, "organisation": { "code": "county-council", "name": "Kent County Council" }, "checkedBy": {{checkedBy}}, "evidence": {{Item}} }
        """;

    public static string One(string claims, string stage = "\"PLAN\"", string notApplicable = "ASKED", string cell = "PARTLY") => $$"""
        { "id": "{{Id}}", "title": "A new contract for therapies", "startedOn": "2026-02-01", "currentStage": {{stage}}, "version": 7, "service": { "name": "Therapies" },
          "people": { "audiences": ["PARENTS_AND_CARERS", "YOUNG_PEOPLE"], "districts": [{ "name": "Thanet" }], "phases": [], "needs": [] }, "edition": {{Edition()}},
          "stages": [ { "stage": "ANALYSE", "round": 1, "enteredOn": "2026-02-01", "completedOn": "2026-04-01" }, { "stage": "PLAN", "round": 1, "enteredOn": "2026-04-02", "completedOn": {{(stage == "null" ? "\"2026-05-01\"" : "null")}} } ],
          "claims": [{{claims}}],
          "notApplicable": [{ "principle": "lead", "stage": "DO", "state": "{{notApplicable}}", "reason": "Decided by law.", "refusedBecause": null, "organisation": { "code": "county-council", "name": "Kent County Council" }, "answeredBy": { "name": "Kent PACT" } }],
          "rejected": [{ "principle": "listen", "stage": "ANALYSE", "reason": "About another service.", "evidence": {{Item}} }], "grid": {{Grid(cell)}} }
        """;

    public static string List(string nodes, int count = 1) => $$"""
        { {{Me()}}, {{Services}}, "commissioningActivities": { "totalCount": {{count}}, "nodes": [{{nodes}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string Page(string one, string? me = null) => $$"""
        { {{me ?? Me()}}, "commissioningActivity": {{one}}, "evidenceProposals": { "nodes": [{ "principle": "listen", "stage": "ANALYSE" }, { "principle": "listen", "stage": "ANALYSE" }], "pageInfo": { "hasNextPage": false } } }
        """;

    public static string CellOf(string one, string? me = null) => $$"""
        { {{me ?? Me()}}, "commissioningActivity": {{one}},
          "evidenceProposals": { "nodes": [{ "rule": "1/youth-listen-analyse-topic", "why": "What families wrote was there", "evidence": {{Happened}} }], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string ToClaim(string me) => $$"""
        { {{me}}, "commissioningActivity": {{One(Claim())}}, "evidence": {{Happened}}, "charterChoices": { "outcomes": [ { "code": "heard", "name": "I am listened to" } ] } }
        """;

    private static string Happened => $$"""{ "item": {{Item}}, "reachesAll": false, "audiences": ["PARENTS_AND_CARERS"], "level": "CO_DESIGNING" }""";

    private static string Edition(string id = EditionId) => $$"""
        { "id": "{{id}}", "charter": "Youth charter", "title": "What young people expect", "from": "2024-09-01", "source": "The draft strategy.", "version": 3, "editionBefore": null,
          "groups": [{ "name": "Improvement Board", "signedOn": "2024-09-08" }],
          "principles": [ { "key": "listen", "title": "Listen to us", "isOurs": false, "continues": [], "criteria": [{ "text": "Each point gets an answer", "isOurs": true }] },
            { "key": "lead", "title": "Let us lead", "isOurs": false, "continues": [], "criteria": [{ "text": "Some decisions are ours", "isOurs": true }] } ] }
        """;

    private static string Grid(string first = "PARTLY") => $$"""
        { "points": 1, "applicable": 8, "score": 0.0625,
          "cells": [ { "principle": "listen", "stage": "ANALYSE", "state": "{{first}}", "claims": 1, "waitsForAgreement": false }, { "principle": "lead", "stage": "DO", "state": "NONE", "claims": 0, "waitsForAgreement": true } ],
          "lowest": [{ "principle": "lead", "stage": "DO" }],
          "verdicts": [ { "stage": "ANALYSE", "isKept": false, "missing": ["lead"] }, { "stage": "PLAN", "isKept": false, "missing": [] }, { "stage": "DO", "isKept": null, "missing": [] }, { "stage": "REVIEW", "isKept": true, "missing": [] } ] }
        """;

    private static string Rescored => $$"""
        { {{Me()}}, "commissioningActivity": {{One(Claim())}}, "charterEditions": { "nodes": [{ "id": "{{EditionId}}", "title": "What young people expect" }, { "id": "RWRpdDI", "title": "The next edition" }] },
          "rescoredActivity": { "isConnected": true, "dropped": ["lead"], "to": {{Edition("RWRpdDI")}}, "after": {{Grid("EVIDENCED")}},
            "cells": [{ "principle": "listen", "stage": "ANALYSE", "before": "PARTLY", "after": "EVIDENCED" }, { "principle": "lead", "stage": "PLAN", "before": null, "after": "NONE" }],
            "verdicts": [{ "stage": "ANALYSE", "before": true, "after": false }] } }
        """;
}
