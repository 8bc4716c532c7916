namespace Engagement.Web.Tests.Staff;

/// <summary>Loops and what is asked of them, in the shape of the agreed schema.</summary>
internal static class LoopReplies
{
    public const string Officer = """{ "role": "participation-officer", "permissions": ["views.read", "views.code", "loops.read", "loops.decide", "entries.publish", "metrics.read"] }""";

    public const string Representative = """{ "role": "pact-representative", "permissions": ["loops.read", "entries.sign-plain-language", "loops.confirm-for-families"] }""";

    /// <summary>A reader who sees the words and nothing else of a loop.</summary>
    public const string Facilitator = """{ "role": "youth-facilitator", "permissions": ["entries.sign-plain-language", "loops.confirm-for-families"] }""";

    public const string WeWill = """
        { "outcome": "WE_WILL", "decidedOn": "2026-01-28", "maker": "Cabinet Member for Education", "reasons": "Families could not tell what would happen next.",
          "alternatives": "A phone call in place of a letter.", "conflicts": null, "recordedAt": "2026-01-29T10:00:00Z" }
        """;

    public const string WeCannot = """
        { "outcome": "WE_CANNOT", "decidedOn": "2026-01-28", "maker": "Cabinet Member for Education", "reasons": "The law sets what a letter has to say.",
          "alternatives": "A phone call in place of a letter.", "conflicts": null, "recordedAt": "2026-01-29T10:00:00Z" }
        """;

    public const string Promise = """
        { "number": 1, "text": "We will shorten the letters.", "ownerRole": "Head of Service", "firstDueOn": "2026-03-31", "dueOn": "2026-04-30", "deliveredOn": null, "isLate": true }
        """;

    public const string SecondPromise = """
        { "number": 2, "text": "We will test them with families.", "ownerRole": "Head of Inclusion", "firstDueOn": "2027-03-31", "dueOn": "2027-03-31", "deliveredOn": null, "isLate": false }
        """;

    public const string Action = """
        { "whatChanged": "Every letter has one plain first page.", "proofUrl": "https://council.example.test/letters", "takenOn": "2026-03-02", "recordedAt": "2026-03-03T09:00:00Z" }
        """;

    public const string PublishedWeWill = """
        { "slug": "letters", "state": "WE_WILL", "publishedAt": "2026-02-01T09:00:00Z", "updatedAt": "2026-02-01T09:00:00Z" }
        """;

    public const string Words = """
        { "youSaid": "Letters are long.", "weDid": "We will shorten them.", "audiences": [], "districts": ["E07000105"],
          "renditions": [{ "kind": "EASY_READ", "language": "en", "youSaid": "Letters are too long.", "weDid": "We will make them short." }] }
        """;

    public const string Undelivered = """{ "isDecided": true, "isDelivered": false, "isPublished": false, "areContributorsTold": false, "openCommitments": 1, "missing": ["1 commitment has not been delivered yet", "families have not been told yet"] }""";

    public const string Undecided = """{ "isDecided": false, "isDelivered": false, "isPublished": false, "areContributorsTold": false, "openCommitments": 0, "missing": ["no decision has been recorded yet"] }""";

    public const string NotPromised = """{ "isDecided": true, "isDelivered": false, "isPublished": false, "areContributorsTold": false, "openCommitments": 0, "missing": ["nothing has been done yet"] }""";

    public const string Done = """{ "isDecided": true, "isDelivered": true, "isPublished": false, "areContributorsTold": false, "openCommitments": 0, "missing": ["what was done has not been published yet"] }""";

    public const string NothingMissing = """{ "isDecided": true, "isDelivered": true, "isPublished": true, "areContributorsTold": true, "openCommitments": 0, "missing": [] }""";

    public const string NoAnswers = """{ "yes": 0, "partly": 0, "no": 0, "byParentForum": null, "byYoungPeople": null }""";

    public static string Loop(
        string state = "OPENED",
        string decision = "null",
        string conditions = Undecided,
        string promises = "",
        string action = "null",
        string entry = "null",
        string publishedAs = "null",
        string draft = "null",
        string approvedBy = "null",
        string words = "null",
        string told = "null",
        string closedAt = "null",
        string askedAt = "null",
        string attentionSince = "null",
        string confirmation = NoAnswers,
        string reopened = "",
        string report = "null",
        int version = 5,
        string me = Officer) => $$"""
        {
          "me": {{me}},
          "loop": { "id": "TG9vcDE", "state": "{{state}}", "version": {{version}}, "openedAt": "2026-01-10T09:00:00Z", "startedOn": "2026-01-10", "dueOn": "2026-04-04", "isOverdue": true,
            "closedAt": {{closedAt}}, "consultation": { "title": "Shorter waits", "slug": "{{Replies.Slug}}", "report": {{report}} },
            "theme": { "id": "VGgx", "title": "Letters are hard to follow", "summary": "Letters about plans are too long, and do not say what happens next.", "viewCount": 34,
              "disposition": { "disposition": "PARTLY_ACCEPTED", "reason": "Some letters are set by law." }, "disposedAt": "2026-01-20T09:00:00Z" },
            "decision": {{decision}}, "reportVersionRead": null, "commitments": [{{promises}}], "action": {{action}}, "entry": {{entry}}, "publishedAs": {{publishedAs}},
            "toPublishSince": null, "draft": {{draft}}, "draftApprovedBy": {{approvedBy}}, "words": {{words}}, "told": {{told}}, "confirmationAskedAt": {{askedAt}},
            "confirmedAt": null, "needsAttentionSince": {{attentionSince}}, "confirmation": {{confirmation}}, "conditions": {{conditions}}, "reopened": [{{reopened}}],
            "escalations": [{ "at": "2026-05-01T00:00:00Z", "step": 1, "to": "SEND Improvement Board" }] }
        }
        """;

    /// <summary>Decided and promised, and not published.</summary>
    public static string Promised(string promises = Promise, string state = "COMMITTED", int version = 5, string draft = "null", string approvedBy = "null") =>
        Loop(state, WeWill, Undelivered, promises, draft: draft, approvedBy: approvedBy, version: version);

    public static string Line(string id = "TG9vcDE", string state = "COMMITTED", bool overdue = true, string closedAt = "null") => $$"""
        { "id": "{{id}}", "state": "{{state}}", "dueOn": "2026-04-04", "isOverdue": {{(overdue ? "true" : "false")}}, "closedAt": {{closedAt}}, "needsAttentionSince": null, "draftApprovedBy": null,
          "draft": { "youSaid": "Letters are long." }, "theme": { "title": "Letters are hard to follow", "viewCount": 34 }, "consultation": { "title": "Shorter waits" },
          "commitments": [{ "ownerRole": "Head of Service", "deliveredOn": null }] }
        """;

    public const string Loops = $$"""
        {
          "me": {{Officer}},
          "loopCounts": { "byState": [{ "state": "OPENED", "count": 3 }, { "state": "COMMITTED", "count": 9 }, { "state": "TOLD", "count": 4 }], "closed": 4, "confirmed": 2, "needAttention": 1, "overdue": 5 },
          "consultations": { "nodes": [{ "id": "Q29uMQ", "title": "Shorter waits" }] }
        }
        """;

    public static string Board(string promised) => $$"""
        { "opened": {{NoLoops}}, "decided": {{NoLoops}}, "committed": { "totalCount": 9, "nodes": [{{promised}}] }, "acted": {{NoLoops}}, "published": {{NoLoops}}, "told": {{NoLoops}} }
        """;

    public static string List(params string[] lines) =>
        $$"""{ "loops": { "totalCount": 47, "nodes": [{{string.Join(", ", lines)}}], "pageInfo": { "hasNextPage": true, "endCursor": "next" } } }""";

    public static string Promises => $$"""
        { "me": {{Officer}}, "consultations": { "nodes": [] }, "commitments": { "totalCount": 2, "pageInfo": { "hasNextPage": false, "endCursor": null }, "nodes": [
          { "number": 1, "text": "We will shorten the letters.", "ownerRole": "Head of Service", "firstDueOn": "2026-03-31", "dueOn": "2026-04-30", "deliveredOn": null, "isLate": true,
            "loop": { "id": "TG9vcDE", "theme": { "title": "Letters are hard to follow" } } },
          { "number": 1, "text": "One person to call.", "ownerRole": "Head of Inclusion", "firstDueOn": "2026-03-31", "dueOn": "2026-03-31", "deliveredOn": "2026-03-02", "isLate": false,
            "loop": { "id": "TG9vcDI", "theme": { "title": "Who to call" } } } ] } }
        """;

    public static string Reading(string me = Representative) => $$"""
        { "me": {{me}}, "entriesToRead": { "nodes": [{{ToReadNode}}] },
          "entries": { "totalCount": 1, "nodes": [{ "slug": "letters", "state": "WE_WILL", "youSaid": "Letters are long.", "weDid": "We will shorten them.", "updatedAt": "2026-02-01T09:00:00Z" }] } }
        """;

    public static string ToRead(string me = Representative, bool waits = true) => $$"""
        { "me": {{me}}, "entriesToRead": { "nodes": [{{(waits ? ToReadNode : "")}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public const string Beside = $$"""
        { "loop": { "theme": { "title": "Letters are hard to follow", "summary": "They are too long." }, "decision": {{WeWill}}, "commitments": [{{Promise}}], "action": null } }
        """;

    public static string Answer(string me = Representative) => $$"""
        { "me": {{me}}, "entryBySlug": { "id": "RW50cnkx", "slug": "letters", "state": "WE_WILL", "youSaid": "Letters are long.", "weDid": "We will shorten them.",
          "publishedAt": "2026-02-01T09:00:00Z", "updatedAt": "2026-02-01T09:00:00Z", "decision": {{WeWill}}, "commitment": null, "action": null } }
        """;

    public static string AnswerSoFar(string askedAt = "\"2026-02-02T09:00:00Z\"") =>
        $$"""{ "entryBySlug": { "loop": { "confirmationAskedAt": {{askedAt}}, "confirmation": { "yes": 4, "partly": 1, "no": 0, "byParentForum": null, "byYoungPeople": "YES" } } } }""";

    public static CannedGraphQL Set(CannedGraphQL graphQL) => graphQL
        .Data("Loop", Loop()).Data("Loops", Loops).Data("LoopBoard", Board(Line())).Data("LoopList", List(Line())).Data("Promises", Promises)
        .Data("Reading", Reading()).Data("ToRead", ToRead()).Data("BesideWords", Beside).Data("Answer", Answer()).Data("AnswerSoFar", AnswerSoFar());

    private const string NoLoops = """{ "totalCount": 0, "nodes": [] }""";

    private const string ToReadNode = $$"""{ "loopId": "TG9vcDE", "version": 7, "approvedBy": null, "words": {{Words}} }""";
}
