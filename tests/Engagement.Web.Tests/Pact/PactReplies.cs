namespace Engagement.Web.Tests.Pact;

/// <summary>Replies about Kent PACT's forums and activities in the shape of the schema, with texts made up for the purpose.</summary>
internal static class PactReplies
{
    public const string Forum = "coast-4k7m2q";
    public const string Topic = "what-would-help-9w3n5t";
    public const string TopicAddress = $"/pact/forums/{Forum}/{Topic}";
    public const string PostId = "UG9zdDE";
    public const string OwnId = "T3duMQ";
    public const string ActivityId = "QWN0MQ";

    private const string ForumFields =
        """
        "slug": "coast-4k7m2q", "title": "Kent PACT forum, the coast", "owner": "KENT_PACT", "ageBand": "EIGHTEEN_AND_OVER", "moderation": "BEFORE_SHOWN"
        """;

    public static string PactHome(string topics = "", string activities = "") => $$"""
        {
          "open": { "nodes": [{ "slug": "school-day", "title": "A good school day", "closesOn": "2026-12-01", "audiences": ["YOUNG_PEOPLE"] }, {{Replies.OpenForHome}}] },
          "forums": { "nodes": [{ {{ForumFields}}, "purpose": "For parents near the coast.", "topics": { "nodes": [{{topics}}] } }] },
          "activities": { "totalCount": 1, "nodes": [{{activities}}] },
          "entries": { "nodes": [{{Replies.DidEntry}}] }
        }
        """;

    public static string TopicRow(string slug = Topic, string state = "OPEN", string publishedAt = "2026-10-01T09:00:00Z") => $$"""
        {
          "slug": "{{slug}}", "question": "What would help {{slug}}?", "state": "{{state}}", "opensOn": "2026-10-01", "closesOn": "2026-12-01",
          "closedEarlyOn": null, "publishedAt": "{{publishedAt}}", "forum": { {{ForumFields}} }
        }
        """;

    public static string ForumList(string more = "") => $$"""
        { "forums": { "nodes": [
          { {{ForumFields}}, "purpose": "For parents near the coast.", "topics": { "nodes": [{{TopicRow()}}] } },
          { "slug": "youth-1a2b3c", "title": "Youth Voice", "owner": "COUNCIL", "ageBand": "UNDER18", "moderation": "BEFORE_SHOWN", "purpose": "p", "topics": { "nodes": [] } }{{more}} ] } }
        """;

    public static string NoForums => """{ "forums": { "nodes": [] } }""";

    public static string ForumPage(string pinned = "", bool mayRun = false) => $$"""
        { "forumBySlug": { "id": "Rm9ydW0x", {{ForumFields}}, "purpose": "For parents near the coast.", "mayRun": {{(mayRun ? "true" : "false")}}, "pinnedTopics": [{{pinned}}] } }
        """;

    public static string Topics(string topics = "", bool more = false) => $$"""
        { "topics": { "nodes": [{{topics}}], "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": "next" } } }
        """;

    public static string Post(string id = PostId, string text = "\"Meetings start too early.\"", string supporters = "null", string comments = "", bool more = false) => $$"""
        {
          "id": "{{id}}", "handle": "Amber Lantern", "text": {{text}}, "receivedAt": "2026-11-01T22:10:00Z", "isEdited": false, "supporters": {{supporters}},
          "comments": { "nodes": [{{comments}}], "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": "c" } }
        }
        """;

    public static string TopicPage(
        string state = "OPEN", string posts = "", bool more = false, string closedEarly = "null", string entries = "", string ageBand = "EIGHTEEN_AND_OVER",
        string summary = "null") => $$"""
        { "topicBySlug": {
          "id": "VG9waWMx", "slug": "{{Topic}}", "question": "What would help at meetings?", "background": "We meet the council in March.", "state": "{{state}}",
          "opensOn": "2026-10-01", "closesOn": "2026-12-01", "closedEarlyOn": {{closedEarly}}, "closedBecause": {{(closedEarly == "null" ? "null" : "\"The meeting is earlier.\"")}},
          "summary": {{summary}},
          "forum": { "slug": "{{Forum}}", "title": "Kent PACT forum, the coast", "owner": "KENT_PACT", "ageBand": "{{ageBand}}", "moderation": "BEFORE_SHOWN" },
          "consultation": { "slug": "{{Replies.Slug}}", "title": "Shorter waits" },
          "entries": [{{entries}}],
          "posts": { "nodes": [{{posts}}], "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": "later" } } } }
        """;

    public static string OnePost(string replyTo = "null", string text = "\"Meetings start too early.\"", string state = "OPEN") => $$"""
        { "node": {
          "id": "{{PostId}}", "handle": "Amber Lantern", "text": {{text}}, "receivedAt": "2026-11-01T22:10:00Z", "isEdited": true, "supporters": 15, "replyTo": {{replyTo}},
          "topic": { "slug": "{{Topic}}", "question": "What would help at meetings?", "state": "{{state}}",
            "forum": { "slug": "{{Forum}}", "title": "Kent PACT forum, the coast", "owner": "KENT_PACT", "ageBand": "EIGHTEEN_AND_OVER", "moderation": "BEFORE_SHOWN" } },
          "comments": { "nodes": [], "pageInfo": { "hasNextPage": false, "endCursor": null } } } }
        """;

    public static string NoPost => """{ "node": null }""";

    public static string Nobody => """{ "me": { "signedIn": false, "permissions": [] } }""";

    public static string Parent => """{ "me": { "signedIn": true, "permissions": ["contributions.change-own"] } }""";

    public static string Posted(string state = "WAITING", string reason = "null", string help = "") => $$"""
        { "postContribution": { "postedContribution": { "contributionId": "{{OwnId}}", "handle": "Amber Lantern", "reference": "{{Replies.Reference}}", "secret": "{{Replies.Secret}}",
          "state": "{{state}}", "reason": {{reason}}, "help": [{{help}}] }, "errors": null } }
        """;

    public static string Own(
        string state = "WAITING", string text = "\"Ring me: 07700 900123\"", string reason = "null", string reasonClass = "null", string appeal = "NONE", bool mayAppeal = false,
        bool isShown = false, string marks = "", string help = "", string topicState = "OPEN") => $$"""
        { "ownContributions": { "nodes": [ {
          "id": "{{OwnId}}", "handle": "Amber Lantern", "reference": "{{Replies.Reference}}", "text": {{text}}, "state": "{{state}}", "isShown": {{(isShown ? "true" : "false")}},
          "reason": {{reason}}, "reasonClass": {{reasonClass}}, "marks": [{{marks}}], "appeal": "{{appeal}}", "appealReason": null, "mayAppeal": {{(mayAppeal ? "true" : "false")}},
          "help": [{{help}}], "receivedAt": "2026-11-01T22:10:00Z", "version": 4, "replyTo": null,
          "topic": { "slug": "{{Topic}}", "question": "What would help at meetings?", "state": "{{topicState}}",
            "forum": { "slug": "{{Forum}}", "title": "Kent PACT forum, the coast", "owner": "KENT_PACT", "ageBand": "EIGHTEEN_AND_OVER", "moderation": "BEFORE_SHOWN" } } } ],
          "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string NoneOfOwn => """{ "ownContributions": { "nodes": [], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""";

    public static string Agreement(bool agrees) => $$"""{ "node": { "isSupported": {{(agrees ? "true" : "false")}} } }""";

    public static string Done(string mutation) => $$"""{ "{{mutation}}": { "errors": null } }""";

    public static string Refused(string mutation, string code, string message, string field = "null") =>
        $$"""{ "{{mutation}}": { "errors": [{ "message": "{{message}}", "code": "{{code}}", "field": {{field}} }] } }""";

    public static string ActivityRow(string id = ActivityId, bool isFull = false, bool youCome = false, string onDay = "2126-03-01", string audience = "PARENTS_AND_CARERS") => $$"""
        { "id": "{{id}}", "title": "Coffee and plans {{id}}", "kind": "WORKSHOP", "audience": "{{audience}}", "onDay": "{{onDay}}", "district": "E07000114", "state": "PLANNED",
          "places": 12, "isFull": {{(isFull ? "true" : "false")}}, "youCome": {{(youCome ? "true" : "false")}} }
        """;

    public static string ActivityList(string nodes, int count = 1, bool more = false) => $$"""
        { "publicActivities": { "totalCount": {{count}}, "nodes": [{{nodes}}], "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": "more" } } }
        """;

    public static string Activity(
        string state = "PLANNED", bool isFull = false, bool youCome = false, string places = "12", string onDay = "2126-03-01", string entries = "", string reason = "null",
        bool signedIn = false, string needs = "") => $$"""
        {
          "me": { "signedIn": {{(signedIn ? "true" : "false")}}, "permissions": [{{(signedIn ? "\"participants.change-own\"" : "")}}],
            "participant": {{(signedIn ? $$"""{ "accessNeeds": [{{needs}}] }""" : "null")}} },
          "publicActivity": {
            "id": "{{ActivityId}}", "title": "Coffee and plans", "kind": "WORKSHOP", "level": "CO_DESIGNING", "audience": "PARENTS_AND_CARERS", "onDay": "{{onDay}}",
            "district": "E07000114", "state": "{{state}}", "reason": {{reason}}, "support": [{ "kind": "CHILDCARE", "detail": "Tell us their ages." }],
            "joining": {{(places == "null" ? "null" : "\"The library in Margate, from 10.\"")}}, "places": {{places}}, "isFull": {{(isFull ? "true" : "false")}},
            "youCome": {{(youCome ? "true" : "false")}}, "consultation": null, "entries": [{{entries}}] }
        }
        """;

    public static string NoActivity => """{ "me": { "signedIn": false, "permissions": [], "participant": null }, "publicActivity": null }""";

    public static string Seat(string id = "U2VhdDE", string state = "VACANT", string role = "null", string nominee = "null") => $$"""
        { "id": "{{id}}", "title": "Parent representative {{id}}", "state": "{{state}}", "role": {{role}}, "nomineeRole": {{nominee}}, "since": "2024-09-04" }
        """;

    public static string Boards(string seats, bool more = false, bool signedIn = true, bool mayNominate = true) => $$"""
        { {{Chooser(signedIn, signedIn && mayNominate)}}, "governanceGroups": { "nodes": [ {{Board(seats)}},
          { "id": "R3JvdXAy", "name": "Workstream", "terms": "Says what is to change.", "frequency": "QUARTERLY", "parent": null, "seats": [] } ],
          "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": "next" } } }
        """;

    public static string NoBoards => $$"""{ {{Chooser(false, false)}}, "governanceGroups": { "nodes": [], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""";

    public static string OneSeat(string seat, bool mayNominate = true) => $$"""{ {{Chooser(true, mayNominate)}}, "governanceGroup": {{Board(seat)}} }""";

    private static string Board(string seats) => $$"""
        { "id": "R3JvdXAx", "name": "Improvement Board", "terms": "Steers the plan.", "frequency": "MONTHLY", "parent": { "name": "Health Board" }, "seats": [{{seats}}] }
        """;

    private static string Chooser(bool signedIn, bool mayNominate) => $$"""
        "me": { "signedIn": {{(signedIn ? "true" : "false")}}, "permissions": [{{(mayNominate ? "\"governance.nominate\"" : "")}}], "person": { "id": "WW91" } }
        """;

    public static string RunForumList(bool mayRun = true, bool signedIn = true, bool forPact = false) => $$"""
        { "me": { "signedIn": {{(signedIn ? "true" : "false")}}, "roles": [{{(forPact ? "\"pact-forum-coordinator\"" : "\"participation-officer\"")}}], "permissions": ["forums.run"],
          "person": { "id": "WW91" } }, "forums": { "nodes": [
          { "slug": "{{Forum}}", "title": "Kent PACT forum, the coast", "owner": "KENT_PACT", "mayRun": {{(mayRun ? "true" : "false")}}, "mayModerate": true, "waiting": 1 } ] } }
        """;

    public static string RunTopic(string state = "OPEN", string summary = "null", string forum = Forum) => $$"""
        { "topic": { "id": "VG9waWMx", "slug": "{{Topic}}", "question": "What would help at meetings?", "state": "{{state}}", "opensOn": "2026-10-01", "closesOn": "2026-12-01",
          "closedEarlyOn": null, "isPinned": false, "summary": {{summary}}, "version": 7, "forum": { "slug": "{{forum}}" } } }
        """;

    public static string RunForum(bool mayRun = true, bool signedIn = true, bool pinned = false) => $$"""
        { "me": { "signedIn": {{(signedIn ? "true" : "false")}}, "person": { "id": "WW91" } },
          "forumBySlug": { "id": "Rm9yMQ", "slug": "{{Forum}}", "title": "Kent PACT forum, the coast", "purpose": "For parents near the coast.", "owner": "KENT_PACT",
            "mayRun": {{(mayRun ? "true" : "false")}}, "mayModerate": true, "waiting": 3, "version": 2, "facilitatorRoles": [],
            "topics": { "nodes": [ { "id": "VG9waWMx", "slug": "{{Topic}}", "question": "What would help at meetings?", "state": "OPEN", "opensOn": "2026-10-01",
              "closesOn": "2026-12-01", "closedEarlyOn": null, "isPinned": {{(pinned ? "true" : "false")}}, "version": 1 } ], "pageInfo": { "hasNextPage": false, "endCursor": null } } } }
        """;

    public static string Facilitators => """
        { "forumBySlug": { "facilitators": [ { "person": { "id": "UGVyMQ", "isYou": false }, "role": "Parent moderator", "vettedOn": "2026-03-04" } ] } }
        """;
}
