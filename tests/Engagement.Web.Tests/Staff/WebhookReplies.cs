namespace Engagement.Web.Tests.Staff;

/// <summary>Webhooks, as the API shows them.</summary>
internal static class WebhookReplies
{
    public const string Id = "V2ViaG9vazox";
    public const string Delivery = "V2ViaG9va0RlbGl2ZXJ5OjE";
    public const string Address = $"/staff/webhooks/{Id}";
    public const string Secret = "whsec_c2VjcmV0IG9mIHRoZSB3ZWJob29r";

    private const string Me = """ "me": { "role": "administrator", "permissions": ["workbench.read", "webhooks.manage"] } """;

    private const string Kinds = """
        "webhookKinds": [
          { "name": "consultation.opened", "meaning": "A consultation is announced, with the days it is open" },
          { "name": "entry.published", "meaning": "A “you said, we did” is published, or its answer has moved on" }
        ]
        """;

    public static IReadOnlyList<string> Pages { get; } =
        ["/staff/webhooks", "/staff/webhooks/new", Address, $"{Address}/change", $"{Address}/delete", $"{Address}/deliveries/{Delivery}"];

    public static void Set(CannedGraphQL replies) => replies
        .Data("Webhooks", $$"""{ {{Me}}, "webhooks": { "nodes": [{ {{Fields()}} }], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""")
        .Data("WebhookKinds", $"{{ {Me}, {Kinds}, \"webhooksMayStayHere\": true }}")
        .Data("WebhookTest", """{ "webhook": { "lastTest": { "state": "DELIVERED" } } }""")
        .Data("Webhook", One())
        .Data("WebhookDelivery", OneDelivery("WAITING"));

    public static string One(string state = "ACTIVE", string problem = "null", string failingSince = "null", int waiting = 0, string lastTest = "null", string deadLetter = "null") => $$"""
        {
          {{Me}}, {{Kinds}},
          "webhook": {
            {{Fields(state, problem, failingSince, waiting)}},
            "secrets": [
              { "number": 2, "createdAt": "2026-11-02T10:00:00Z", "endsAt": null },
              { "number": 1, "createdAt": "2026-10-02T10:00:00Z", "endsAt": "2026-11-03T10:00:00Z" }
            ],
            "lastTest": {{lastTest}},
            "deadLetterId": {{deadLetter}}
          },
          "webhookDeliveries": { "nodes": [{ {{DeliveryFields("WAITING")}} }], "pageInfo": { "hasNextPage": true, "endCursor": "more" } }
        }
        """;

    /// <summary>The last test of a webhook.</summary>
    public static string Test(string state, string problem = "null", string answer = "null", int status = 204) => $$"""
        {
          "id": "{{Delivery}}", "messageId": "test_1", "kind": "webhook.test", "occurredAt": "2026-11-20T09:00:00Z", "state": "{{state}}", "attempts": 1,
          "queuedAt": "2026-11-20T09:00:01Z", "endedAt": null, "nextTryAt": null,
          "log": [{ "at": "2026-11-20T09:00:01Z", "milliseconds": 1031, "status": {{status}}, "problem": {{problem}}, "answer": {{answer}} }]
        }
        """;

    public static string OneDelivery(string state, string kind = "entry.published") =>
        $$"""{ {{Me}}, "webhookDelivery": { {{DeliveryFields(state, kind)}}, "body": "{\"id\":\"evt_1\"}", "webhook": { {{Fields()}} } } }""";

    public static string WithSecret(string mutation, string thing) =>
        $$"""{ "{{mutation}}": { "{{thing}}": { "secret": "{{Secret}}", "webhook": { {{Fields()}} } }, "errors": null } }""";

    private static string Fields(string state = "ACTIVE", string problem = "null", string failingSince = "null", int waiting = 0) => $$"""
        "id": "{{Id}}", "name": "The council’s dashboard", "address": "https://dashboard.example.test/hooks/engagement", "kinds": ["entry.published"],
        "state": "{{state}}", "stateSince": "2026-11-20T09:30:00Z", "problem": {{problem}}, "failingSince": {{failingSince}}, "lastDeliveredAt": "2026-11-19T09:30:00Z",
        "isOfProgram": false, "createdAt": "2026-10-02T10:00:00Z", "waiting": {{waiting}}
        """;

    private static string DeliveryFields(string state, string kind = "entry.published") => $$"""
        "id": "{{Delivery}}", "messageId": "evt_1", "kind": "{{kind}}", "occurredAt": "2026-11-20T09:00:00Z", "state": "{{state}}", "attempts": 2,
        "queuedAt": "2026-11-20T09:00:01Z", "endedAt": null, "nextTryAt": {{(state == "WAITING" ? "\"2099-01-01T09:00:00Z\"" : "null")}},
        "log": [
          { "at": "2026-11-20T09:00:01Z", "milliseconds": 31, "status": 503, "problem": "REFUSED", "answer": "Out of order" },
          { "at": "2026-11-20T09:00:03Z", "milliseconds": 31, "status": 307, "problem": "REDIRECTED", "answer": null, "redirectedTo": "https://elsewhere.example.test/<take>" },
          { "at": "2026-11-20T09:00:06Z", "milliseconds": 10000, "status": null, "problem": "TOO_SLOW", "answer": null }
        ]
        """;
}
