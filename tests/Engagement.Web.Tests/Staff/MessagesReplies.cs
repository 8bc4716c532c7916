namespace Engagement.Web.Tests.Staff;

/// <summary>Messages that could not be handled, as the API shows them.</summary>
internal static class MessagesReplies
{
    public const string Id = "RGVhZExldHRlcjox";
    public const string List = "/staff/messages";
    public const string Address = $"{List}/{Id}";

    private const string Me = """ "me": { "role": "administrator", "permissions": ["workbench.read", "messages.manage"] } """;

    private const string Queues = """
        "messageQueues": [
          { "name": "default", "due": 1200, "inHand": 2, "scheduled": 31, "deadLetters": 1, "oldestDueAt": "2026-11-20T09:00:00Z" },
          { "name": "mail", "due": 0, "inHand": 0, "scheduled": 0, "deadLetters": 0, "oldestDueAt": null }
        ]
        """;

    public static IReadOnlyList<string> Pages { get; } =
        [List, $"{List}?queue=mail", Address, $"{Address}/edit", $"{Address}/purge", $"{List}/all/again?queue=default", $"{List}/all/purge?type=close_wave"];

    public static void Set(CannedGraphQL replies) => replies.Data("Messages", Some()).Data("DeadLetterCount", Counted(1)).Data("DeadLetter", One()).Data("DeadLetterBody", One(body: "\"{\\\"WaveId\\\":\\\"0198c5a2\\\"}\""));

    public static string Some() => $$"""
        {
          {{Me}}, {{Queues}}, "deadLetterTypes": [{ "name": "close_wave", "meaning": "Close a survey on its day", "count": 1 }, { "name": "gone_from_the_code", "meaning": null, "count": 1 }],
          "deadLetters": { "totalCount": 2, "nodes": [{ {{Fields()}} }], "pageInfo": { "hasNextPage": true, "endCursor": "more" } }
        }
        """;

    public static string None() => $$"""
        { {{Me}}, {{Queues}}, "deadLetterTypes": [], "deadLetters": { "totalCount": 0, "nodes": [], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string Counted(int count) => $$"""{ {{Me}}, "deadLetters": { "totalCount": {{count}}, "nodes": [] } }""";

    public static string One(string meaning = "\"Close a survey on its day\"", string body = "null") => $$"""
        {
          {{Me}},
          "deadLetter": {
            {{Fields(meaning)}}, "body": {{body}}, "correlationId": "tuesday", "causationId": null, "partitionKey": null,
            "errorDetail": "System.TimeoutException: no answer\n   at the server"
          }
        }
        """;

    private static string Fields(string meaning = "\"Close a survey on its day\"") => $$"""
        "id": "{{Id}}", "queue": "default", "type": "close_wave", "meaning": {{meaning}}, "attempts": 5, "sentAt": "2026-11-20T09:00:00Z", "failedAt": "2026-11-20T09:30:00Z",
        "errorType": "System.TimeoutException", "error": "no answer"
        """;
}
