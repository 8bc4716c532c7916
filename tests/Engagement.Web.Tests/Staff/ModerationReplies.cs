namespace Engagement.Web.Tests.Staff;

/// <summary>Replies about moderation, safeguarding and privacy in the shape of the schema, with texts made up for the purpose.</summary>
internal static class ModerationReplies
{
    public const string Forum = "travel-4k7m2q";
    public const string One = "TW9kMQ";
    public const string Two = "TW9kMg";
    public const string Item = "U2FmZTE";
    public const string Erasure = "RXJhMQ";
    public const string ApiKey = "S2V5MQ";

    public static string QueueForums(bool moderates = true, string role = "moderator", string permission = "contributions.moderate") => $$"""
        {
          {{Me(role, permission)}},
          "forums": { "nodes": [
            { "id": "Rm9ydW0x", "slug": "{{Forum}}", "title": "Travel to school", "ageBand": "EIGHTEEN_AND_OVER", "moderation": "BEFORE_SHOWN", "mayModerate": {{Text(moderates)}}, "waiting": 2 },
            { "id": "Rm9ydW0y", "slug": "youth-1a2b3c", "title": "Youth Voice", "ageBand": "UNDER18", "moderation": "BEFORE_SHOWN", "mayModerate": false, "waiting": null } ] }
        }
        """;

    public static string Queue(params string[] rows) => $$"""
        { "moderationQueue": { "totalCount": {{rows.Length}}, "nodes": [{{string.Join(',', rows)}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string Row(string id = One, string text = "\"The bus comes too early.\"", bool flagged = false, bool withLead = false, string since = "2026-11-01T09:00:00Z") => $$"""
        {
          "id": "{{id}}", "handle": "Green Canopy", "text": {{text}}, "state": "WAITING", "heldFor": null, "isFlagged": {{Text(flagged)}}, "isHalfReleased": false,
          "isWithSafeguardingLead": {{Text(withLead)}}, "queuedSince": "{{since}}", "claimedBy": null, "replyTo": null
        }
        """;

    public static string Case(
        string id = One,
        string state = "WAITING",
        string text = "\"Ring me on 01622 555 019.\"",
        string heldFor = "null",
        bool appeal = false,
        bool flagged = false,
        bool half = false,
        bool withLead = false,
        string claimedBy = "null",
        string queuedSince = "\"2026-11-01T09:00:00Z\"",
        string marks = "",
        string history = "",
        int version = 3) => $$"""
        {
          {{Me("moderator", "contributions.moderate")}},
          "moderatedContribution": {
            "id": "{{id}}", "handle": "Green Canopy", "text": {{text}}, "appealText": {{(appeal ? "\"I stand by what I said.\"" : "null")}}, "state": "{{state}}", "heldFor": {{heldFor}},
            "isAppeal": {{Text(appeal)}}, "isFlagged": {{Text(flagged)}}, "isHalfReleased": {{Text(half)}}, "isWithSafeguardingLead": {{Text(withLead)}}, "marks": [{{marks}}],
            "queuedSince": {{queuedSince}}, "claimedBy": {{claimedBy}}, "claimedUntil": {{(claimedBy == "null" ? "null" : "\"2026-11-23T10:15:00Z\"")}}, "version": {{version}},
            "topic": { "slug": "buses-2b", "question": "What would make the journey easier?", "forum": { "slug": "{{Forum}}", "title": "Travel to school" } },
            "replyTo": null, "history": [{{history}}] }
        }
        """;

    public static string Step(string kind, string reasonClass = "null", string reason = "null", bool? you = null, string role = "moderator", int version = 2, string reversedAt = "null") => $$"""
        {
          "contributionId": "{{One}}", "version": {{version}}, "kind": "{{kind}}", "reasonClass": {{reasonClass}}, "reason": {{reason}}, "role": "{{role}}",
          "person": {{(you is { } isYou ? $$"""{ "isYou": {{Text(isYou)}} }""" : "null")}}, "at": "2026-11-02T10:00:00Z", "reversedAt": {{reversedAt}}
        }
        """;

    public static string Ledger(string steps = "", string months = "") => $$"""
        {
          "moderationLedger": { "nodes": [{{steps}}], "pageInfo": { "hasNextPage": true, "endCursor": "next" } },
          "transparencyReports": { "nodes": [{{months}}] }
        }
        """;

    public static string Month => """
        { "month": "2026-10-01", "state": "PUBLISHED", "whyNoFigures": null, "received": 120, "held": 15, "returned": 20, "refused": null, "appeals": null,
          "appealsOverturned": null, "lookedAtWithinADay": 100, "lookedAtWithinThreeDays": 15, "lookedAtLater": null }
        """;

    public static string Items(string items) => $$"""
        { {{Me("safeguarding-lead", "safeguarding.open")}}, "safeguardingItems": { "nodes": [{{items}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string ItemFields(string cause = "WORD_LIST", string state = "RAISED", int version = 1) => $$"""
        {
          "id": "{{Item}}", "cause": "{{cause}}", "state": "{{state}}", "raisedAt": "2026-11-20T09:00:00Z", "acknowledgedAt": null, "timesOpened": 1, "version": {{version}},
          "topic": { "slug": "buses-2b", "question": "What would make the journey easier?", "forum": { "slug": "{{Forum}}", "title": "Travel to school" } }, "subject": { "id": "UGVyc29uOQ" }
        }
        """;

    public static string OneItem(string cause = "WORD_LIST", string state = "RAISED", bool held = false) => $$"""
        {
          {{Me("safeguarding-lead", "safeguarding.open")}}, "node": {{ItemFields(cause, state)}},
          "safeguardingOpenings": [{ "actor": { "isYou": false }, "role": "safeguarding-lead", "reason": "It is new", "at": "2026-11-20T09:30:00Z" }],
          "safeguardingHold": {{(held ? HoldFields : "null")}}
        }
        """;

    public static string Holds(bool some = true) => $$"""
        { {{Me("safeguarding-lead", "safeguarding.open")}}, "safeguardingHolds": { "nodes": [{{(some ? HoldFields : "")}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string ErasureCases(params string[] cases) => $$"""
        { {{Me("privacy-officer", "erasure.decide", "erasure.destroy-keys")}}, "erasureCases": { "totalCount": {{cases.Length}}, "nodes": [{{string.Join(',', cases)}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string ErasureFields(string outcome = "null", string ground = "null", int daysLeft = 12, string holdReviewOn = "null", string destroyedAt = "null", bool yours = false) => $$"""
        {
          "id": "{{Erasure}}", "subject": { "id": "UGVyc29uOQ" }, "kind": "CONTRIBUTOR", "receivedOn": "2026-11-04", "answerBy": "2026-12-04", "daysLeft": {{daysLeft}},
          "isOverdue": {{Text(daysLeft < 0)}}, "isDone": {{Text(destroyedAt != "null")}}, "outcome": {{outcome}}, "ground": {{ground}}, "isYourAnswer": {{Text(yours)}}, "holdReviewOn": {{holdReviewOn}}, "destroyedAt": {{destroyedAt}}
        }
        """;

    public static string OneErasure(string fields, bool decides = true) => $$"""
        {
          {{(decides ? Me("privacy-officer", "erasure.decide", "erasure.destroy-keys") : Me("administrator", "erasure.destroy-keys"))}}, "node": {{fields}},
          "erasureGrounds": [
            { "outcome": "GRANTED", "grounds": ["NO_LONGER_NEEDED", "CONSENT_WITHDRAWN"] }, { "outcome": "PARTLY", "grounds": ["PUBLIC_TASK"] },
            { "outcome": "REFUSED", "grounds": ["LEGAL_CLAIMS"] } ]
        }
        """;

    public static string AccessLog(string entries, string role = "privacy-officer", string permission = "access-log.read") => $$"""
        { {{Me(role, permission)}}, "accessLog": { "totalCount": 2, "nodes": [{{entries}}], "pageInfo": { "hasNextPage": true, "endCursor": "next" } } }
        """;

    public static string AccessEntries => """
        { "id": "QTE", "kind": "SAFEGUARDING_OPENED", "at": "2026-11-20T09:30:00Z", "role": "safeguarding-lead", "actor": { "id": "UGVyc29uNA", "isYou": false }, "consultation": null, "count": 1, "purpose": "It is new" },
        { "id": "QTI", "kind": "VIEWS_READ", "at": "2026-11-19T09:30:00Z", "role": "analyst", "actor": null, "consultation": { "slug": "waits", "title": "Shorter waits" }, "count": 40, "purpose": "views at /staff/consultations" },
        { "id": "QTM", "kind": "COMMAND_USED", "at": "2026-11-18T09:30:00Z", "role": "operator-at-the-command-line", "actor": null, "consultation": null, "count": 1, "purpose": "messages show", "account": "anna, by sudo as root" }
        """;

    public static string Retention => $$"""
        {
          {{Me("privacy-officer", "retention.read")}},
          "retention": { "version": 1, "from": "2026-11-01", "nextRunAt": "2026-11-24T00:00:00Z", "classes": [
            { "rule": { "class": "unsent answers", "keep": "P30D", "after": "the survey closed", "why": "What a person has not given us is not ours to keep." }, "due": 3, "deleted": 41, "lastDeletedAt": "2026-11-22T00:00:00Z" },
            { "rule": { "class": "logged feedback", "keep": "P6Y", "after": "it was received", "why": "The usual span." }, "due": 0, "deleted": 0, "lastDeletedAt": null } ] }
        }
        """;

    public static string MeFor(string role, string permission) => $$"""{ {{Me(role, permission)}} }""";

    public static string Keys(bool some = true) => $$"""
        {
          {{Me("administrator", "api-keys.manage")}}, "apiKeyScopes": ["data.export", "metrics.read"],
          "apiKeys": { "nodes": [{{(some ? KeyFields : "")}}], "pageInfo": { "hasNextPage": false, "endCursor": null } }
        }
        """;

    public static string KeyFields => $$"""
        { "id": "{{ApiKey}}", "name": "Dashboard", "scopes": ["metrics.read"], "createdAt": "2026-11-01T09:00:00Z", "expiresAt": "2027-02-01T09:00:00Z", "lastUsedAt": null, "revokedAt": null, "isGood": true }
        """;

    public static string Done(string mutation, string thing = "moderatedContribution") => $$"""{ "{{mutation}}": { "{{thing}}": { "id": "x" }, "errors": null } }""";

    public static string Refused(string mutation, string code, string message, string field = "null") => $$"""
        { "{{mutation}}": { "errors": [{ "message": "{{message}}", "code": "{{code}}", "field": {{field}} }] } }
        """;

    /// <summary>Everything that the pages of this area read.</summary>
    public static CannedGraphQL Set(CannedGraphQL graphQL) => graphQL
        .Data("QueueForums", QueueForums()).Data("ModerationQueue", Queue(Row(), Row(Two))).Data("ModeratedCase", Case())
        .Data("ModerationLedger", Ledger(Step("REFUSED", "\"Abusive\"", "\"It insults somebody.\"", you: false), Month))
        .Data("SafeguardingItems", Items(ItemFields())).Data("SafeguardingItem", OneItem()).Data("SafeguardingHolds", Holds())
        .Data("ErasureCases", ErasureCases(ErasureFields())).Data("ErasureCase", OneErasure(ErasureFields())).Data("AccessLog", AccessLog(AccessEntries))
        .Data("Retention", Retention).Data("ApiKeys", Keys());

    public static IReadOnlyList<string> Pages { get; } =
    [
        "/staff/moderation", $"/staff/moderation?item={One}", "/staff/moderation/appeals", "/staff/moderation/ledger", $"/staff/moderation/{One}/answer", $"/staff/moderation/{One}/hold",
        "/staff/safeguarding", $"/staff/safeguarding/{Item}", "/staff/safeguarding/holds",
        "/staff/privacy/erasure", $"/staff/privacy/erasure/{Erasure}", "/staff/privacy/access-log", "/staff/privacy/retention", "/staff/privacy/keys", "/staff/privacy/keys/new",
    ];

    private static string HoldFields => """{ "subject": { "id": "UGVyc29uOQ" }, "reviewOn": "2027-01-15", "setAt": "2026-11-20T09:30:00Z", "reason": "Enquiries go on" }""";

    private static string Me(string role, params string[] permissions) =>
        $$"""
        "me": { "role": "{{role}}", "permissions": [{{string.Join(", ", permissions.Select(permission => $"\"{permission}\""))}}] }
        """;

    private static string Text(bool holds) => holds ? "true" : "false";
}
