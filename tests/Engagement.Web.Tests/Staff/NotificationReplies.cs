namespace Engagement.Web.Tests.Staff;

/// <summary>The messages that people are sent, as the API shows them.</summary>
internal static class NotificationReplies
{
    public const string Address = "/staff/notifications/entry-published";

    private const string Kinds = """
        "me": { "role": "participation-officer", "permissions": ["notifications.read"] },
        "notificationDelivery": { "waiting": 1200, "sent": 8800, "failed": 0, "refused": 3 },
        "notificationLanguages": ["en-GB", "pl", "ar"],
        "notificationKinds": [
          { "kind": "ENTRY_PUBLISHED", "title": "You said, we did", "sentWhen": "When an entry is published.", "sentTo": "Everybody who asked to be told.", "audiences": ["FAMILIES", "YOUNG_PEOPLE"] },
          { "kind": "VIEW_READ", "title": "Your view was read", "sentWhen": "When it was read.", "sentTo": "Whoever sent it.", "audiences": ["FAMILIES", "YOUNG_PEOPLE"] },
          { "kind": "COMMITMENT_DUE", "title": "Promise due", "sentWhen": "Before its day.", "sentTo": "Staff who asked.", "audiences": ["STAFF"] }
        ]
        """;

    public static void Set(CannedGraphQL graphQL) => graphQL
        .Data("NotificationKinds", $"{{ {Kinds} }}")
        .Data("NotificationPreview", Preview("There is an answer to what you told us", "You made a point, and so did others. This is what came of it."));

    public static string Preview(string subject, string sentence) => $$"""
        {
          {{Kinds}},
          "notificationPreview": {
            "subject": "{{subject}}", "text": "{{sentence}}\n\n-- \nStop these e-mails:\nhttps://engagement.example.test/e-mail/preview/stop",
            "html": "<!DOCTYPE html><html lang=\"en-GB\"><head><title>{{subject}}</title><style>p{margin:0}</style></head><body><p>{{sentence}}</p></body></html>",
            "ownWords": ["{{sentence}}"]
          }
        }
        """;
}
