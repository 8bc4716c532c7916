namespace Engagement.Web.Tests;

/// <summary>Replies in the shape of the agreed schema, with texts made up for the purpose.</summary>
internal static class Replies
{
    public const string Slug = "shorter-waits-for-plans-7k2m9q";
    public const string Reference = "SEND-7F3K-92QX";
    public const string Secret = "4JQ8-ZW3N-H7TA-0C5M";

    public const string DidEntry = """
        {
          "slug": "one-page-guide-4t8w2n", "state": "WE_DID",
          "youSaid": "The letters about plans are too long and hard to follow.",
          "weDid": "Every letter now starts with one page in plain words that says what happens next and who to call.",
          "updatedAt": "2026-03-02T09:30:00Z", "position": 412,
          "consultation": { "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans" }
        }
        """;

    public const string WillEntry = """
        {
          "slug": "one-person-to-call-9d3k5z", "state": "WE_WILL",
          "youSaid": "We tell our story again to each new person.",
          "weDid": "Each family will have one named role to call from September.",
          "updatedAt": "2026-02-11T14:05:00Z", "position": 398,
          "consultation": { "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans" }
        }
        """;

    public const string CannotEntry = """
        {
          "slug": "evening-meetings-2x6b8r", "state": "WE_CANNOT",
          "youSaid": "Please hold every review meeting in the evening.",
          "weDid": "We cannot move all of them, because schools are shut. You can now ask for a call after 5pm instead.",
          "updatedAt": "2026-01-20T11:00:00Z", "position": 377,
          "consultation": { "slug": "moving-to-secondary-school-3h5v1c", "title": "Moving to secondary school" }
        }
        """;

    public static string Home(string open = OpenForHome, string entries = $"{DidEntry},{WillEntry},{CannotEntry}") =>
        $$"""{ "open": { "nodes": [{{open}}] }, "entries": { "nodes": [{{entries}}] } }""";

    public const string ClosedForHome = """
        { "slug": "moving-to-secondary-school-3h5v1c", "title": "Moving to secondary school", "closesOn": "2026-02-28", "responseDueOn": "2026-05-23", "report": null },
        {
          "slug": "short-breaks-in-summer-1a2b3c", "title": "Short breaks in summer", "closesOn": "2026-01-31", "responseDueOn": "2026-04-25",
          "report": { "publishedAt": "2026-04-20T09:00:00Z" }
        }
        """;

    public const string OpenForHome = """
        {
          "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans", "closesOn": "2026-11-10",
          "proposal": { "text": "We propose a team in each area that starts work on a plan within two weeks of a request. Families would have one person to call. Today the wait can be ten weeks." }
        },
        {
          "slug": "transport-to-school-8n4c6y", "title": "Getting to school and college", "closesOn": "2026-12-01",
          "proposal": { "text": "We propose new ways to book transport, and to hear about changes the day before." }
        }
        """;

    public static string Consultations => """
        {
          "open": { "totalCount": 2, "nodes": [
            { "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans", "state": "OPEN", "opensOn": "2026-09-23", "closesOn": "2026-11-10", "responseDueOn": "2027-02-02" },
            { "slug": "transport-to-school-8n4c6y", "title": "Getting to school and college", "state": "OPEN", "opensOn": "2026-10-01", "closesOn": "2026-12-01", "responseDueOn": "2027-02-23", "about": ["TRAVEL"], "districts": ["E07000114"] } ] },
          "paused": { "nodes": [] },
          "coming": { "totalCount": 1, "nodes": [
            { "slug": "short-breaks-5r2k7m", "title": "Short breaks at the weekend", "state": "COMING", "opensOn": "2026-12-01", "closesOn": "2027-01-31", "responseDueOn": "2027-04-25" } ] },
          "closed": { "totalCount": 1, "nodes": [
            { "slug": "moving-to-secondary-school-3h5v1c", "title": "Moving to secondary school", "state": "CLOSED", "opensOn": "2026-01-05", "closesOn": "2026-02-28", "responseDueOn": "2026-05-23" } ] }
        }
        """;

    public static string NoConsultations => """{ "open": { "nodes": [] }, "paused": { "nodes": [] }, "coming": { "nodes": [] }, "closed": { "nodes": [] } }""";

    public const string ReleaseId = "UmVsZWFzZTE";

    public const string Releases = $$"""
        { "releases": { "nodes": [ { "id": "{{ReleaseId}}", "title": "What families said about plans", "publishedAt": "2026-04-20T09:00:00Z", "revisionReason": null,
          "subject": { "kind": "WAVE_RESULTS" } } ], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public const string Release = $$"""
        {
          "release": {
            "id": "{{ReleaseId}}", "title": "What families said about plans", "publishedAt": "2026-04-20T09:00:00Z", "asAt": "2026-04-01T09:00:00Z", "hash": "ab12",
            "policy": { "hideUnder": 10, "roundTo": 5, "leastBase": 20 },
            "subject": { "kind": "WAVE_RESULTS", "consultation": { "slug": "{{Slug}}", "title": "Shorter waits" }, "wave": { "instrument": { "questions": [
              { "key": "heard", "text": "I know who to speak to", "options": [ { "key": "agree", "label": "Agree" }, { "key": "disagree", "label": "Disagree" } ] } ] } } },
            "tables": [
              { "name": "heard", "of": "ParentsAndCarers own voice", "rowsBy": "heard", "columnsBy": null, "refused": null, "total": 120, "columns": [ { "key": null, "total": 120, "treatWithCaution": true } ],
                "rows": [ { "key": "agree", "total": 110, "cells": [ { "count": 110, "percentage": 92, "withheld": null } ] },
                          { "key": "disagree", "total": null, "cells": [ { "count": null, "percentage": null, "withheld": "COUNT" } ] } ] },
              { "name": "heard by district", "of": "ParentsAndCarers own voice", "rowsBy": "heard", "columnsBy": "district", "refused": "Too few people answered.", "total": null, "columns": [], "rows": [] } ]
          }
        }
        """;

    private const string VoiceTopicLine = $$"""{ "slug": "{{Slug}}", "title": "Short breaks", "closesOn": "2026-12-10" }""";

    private const string VoiceChange = """
        {
          "slug": "one-page-guide-4t8w2n", "state": "WE_DID", "youSaid": "The letters are too long.", "weDid": "Every letter starts with one page in plain words.",
          "renditions": [ { "kind": "EASY_READ", "language": "en", "youSaid": "Letters are too long.", "weDid": "Letters are short now." } ]
        }
        """;

    public const string VoiceHome = $$"""{ "open": { "nodes": [{{VoiceTopicLine}}] }, "entries": { "nodes": [{{VoiceChange}}] } }""";

    public const string VoiceTopics = $$"""{ "consultations": { "nodes": [{{VoiceTopicLine}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""";

    public const string VoiceChanges = $$"""{ "entries": { "nodes": [{{VoiceChange}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""";

    public static string VoiceTopic(string state = "OPEN", string audiences = "\"YOUNG_PEOPLE\"") => $$"""
        { "consultationBySlug": { "slug": "{{Slug}}", "title": "Short breaks", "state": "{{state}}", "audiences": [{{audiences}}], "closesOn": "2026-12-10",
          "responseDueOn": "2027-03-04", "decisionMaker": "SEND Improvement Board", "proposal": { "text": "We want clubs in every town." },
          "renditions": [ { "kind": "EASY_READ", "language": "en", "url": "https://council.example.test/easy-read" } ] } }
        """;

    public const string Forums = """{ "forums": { "nodes": [ { "id": "Rm9ydW0x", "slug": "parents", "title": "Parents' forum" } ] } }""";

    public const string TransparencyReports = """
        { "transparencyReports": { "nodes": [
          { "month": "2026-03-01", "state": "PUBLISHED", "received": 120, "held": 15, "returned": null, "refused": null, "appeals": null, "appealsOverturned": null,
            "lookedAtWithinADay": 110, "lookedAtWithinThreeDays": null, "lookedAtLater": null },
          { "month": "2026-02-01", "state": "BEING_CHECKED", "whyNoFigures": "These figures are being checked." } ], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string Consultation(string state = "OPEN", string wave = "OPEN") => $$"""
        {
          "consultationBySlug": {
            "id": "Q29uc3VsdGF0aW9uMQ", "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans", "state": "{{state}}",
            "proposal": {
              "text": "We propose a team in each area that starts work on a plan within two weeks of a request.\nFamilies would have one person to call from the first day.",
              "reasons": "Today the wait can be ten weeks. Families told us that waiting without news is the hardest part.",
              "impacts": "You would hear from us sooner. Some meetings would move to a place nearer to you."
            },
            "ownerRole": "SEND Family Engagement Officer", "decisionMaker": "Cabinet Member for Education", "decisionExpectedOn": "2027-01-15",
            "opensOn": "2026-09-23", "closesOn": "2026-11-10", "shorterThanSixWeeksBecause": null, "responseDueOn": "2027-02-02",
            "equalityAnalysisUrl": "https://council.example.test/equality-analysis",
            "renditions": [
              { "kind": "EASY_READ", "language": "en", "url": "https://council.example.test/easy-read" },
              { "kind": "PAPER", "language": "en", "url": null },
              { "kind": "TRANSLATION", "language": "pl", "url": "https://council.example.test/pl" } ],
            "wave": { "state": "{{wave}}" }
          }
        }
        """;

    public static string Survey(string state = "OPEN", string wave = "OPEN") => SurveyOf(ThreeQuestions, state, wave);

    /// <summary>A statement, a choice that can be left out, and a question for words.</summary>
    public const string ThreeQuestions =
        """
        { "sections": [], "questions": [
          { "key": "P6", "kind": "AGREEMENT", "text": "I get the right information at the right time", "hint": "Think of the last six months.", "optional": false,
            "aboutYou": false, "section": null, "scale": { "key": "agreement-5" }, "range": null, "shownWhen": [],
            "options": [
              { "key": "strongly-agree", "label": "Strongly agree", "isOtherAnswer": false }, { "key": "agree", "label": "Agree", "isOtherAnswer": false },
              { "key": "neither", "label": "Neither agree nor disagree", "isOtherAnswer": false }, { "key": "disagree", "label": "Disagree", "isOtherAnswer": false },
              { "key": "strongly-disagree", "label": "Strongly disagree", "isOtherAnswer": false }, { "key": "not-sure", "label": "I’m not sure", "isOtherAnswer": true } ] },
          { "key": "how-to-hear", "kind": "SINGLE_CHOICE", "text": "How would you like to hear from us?", "hint": null, "optional": true,
            "aboutYou": false, "section": null, "scale": null, "range": null, "shownWhen": [],
            "options": [ { "key": "letter", "label": "A letter", "isOtherAnswer": false }, { "key": "text", "label": "A text message", "isOtherAnswer": false },
              { "key": "call", "label": "A phone call", "isOtherAnswer": false } ] },
          { "key": "one-change", "kind": "FREE_TEXT", "text": "What one change would help your family most?", "hint": "A sentence or two is plenty.", "optional": false,
            "aboutYou": false, "section": null, "scale": null, "range": null, "shownWhen": [], "options": [] } ] }
        """;

    /// <param name="questionnaire">What is asked.</param>
    /// <param name="state">Of the consultation.</param>
    /// <param name="wave">Of its survey.</param>
    /// <param name="audience">Whom the survey asks; null: several groups.</param>
    /// <param name="offeredIn">Its forms and languages.</param>
    public static string SurveyOf(
        string questionnaire,
        string state = "OPEN",
        string wave = "OPEN",
        string? audience = "PARENTS_AND_CARERS",
        string offeredIn = """{ "kind": "STANDARD", "language": "en" }""") => $$"""
        {
          "consultationBySlug": {
            "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans", "state": "{{state}}",
            "audiences": [], "decisionMaker": "Cabinet Member for Education", "decisionExpectedOn": "2027-01-15",
            "opensOn": "2026-09-23", "closesOn": "2026-11-10", "responseDueOn": "2027-02-02",
            "wave": { "id": "V2F2ZTox" },
            "waves": [
              { "id": "V2F2ZTox", "state": "{{wave}}", "audience": {{(audience is null ? "null" : $"\"{audience}\"")}}, "closesOn": "2026-11-10",
                "offeredIn": [{{offeredIn}}],
                "questionnaire": {{questionnaire}} } ]
          }
        }
        """;

    public static string SurveyOfWave => $$"""
        { "wave": { "id": "V2F2ZTox", "state": "OPEN", "audience": "PARENTS_AND_CARERS", "closesOn": "2026-11-10",
          "offeredIn": [{ "kind": "STANDARD", "language": "en" }], "questionnaire": {{ThreeQuestions}} } }
        """;

    public static string Submitted => $$"""
        { "submitResponse": { "receipt": { "reference": "{{Reference}}", "secret": "{{Secret}}", "submittedAt": "2026-11-03T22:41:00Z" }, "errors": null } }
        """;

    public static string SubmitRefused(string code, string message, string? field = null) => $$"""
        { "submitResponse": { "receipt": null, "errors": [{ "message": "{{message}}", "code": "{{code}}", "field": {{(field is null ? "null" : $"\"{field}\"")}} }] } }
        """;

    public static string Journey => $$"""
        {
          "journey": {
            "reference": "{{Reference}}", "submittedAt": "2026-11-03T22:41:00Z",
            "consultation": { "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans", "decisionExpectedOn": "2027-01-15", "responseDueOn": "2027-02-02" },
            "steps": [
              { "kind": "RECEIVED", "at": "2026-11-03T22:41:00Z", "detail": null },
              { "kind": "READ", "at": "2026-11-05T10:12:00Z", "detail": null },
              { "kind": "GROUPED", "at": "2026-11-05T10:12:00Z", "detail": "Theme: one person to call" },
              { "kind": "DECIDED", "at": "2027-01-15T12:00:00Z", "detail": "We will" },
              { "kind": "DONE", "at": null, "detail": null },
              { "kind": "PUBLISHED", "at": "2027-01-20T09:00:00Z", "detail": null },
              { "kind": "TOLD", "at": null, "detail": null } ],
            "entries": [{{WillEntry}}],
            "answers": [{ "isAsked": true, "given": null, "entry": { "slug": "one-person-to-call-9d3k5z" } }]
          },
          "ownResponse": { "amendedAt": null, "isWithdrawn": false, "canChangeUntil": "2026-11-10" }
        }
        """;

    public static string EarlyJourney => $$"""
        {
          "journey": {
            "reference": "{{Reference}}", "submittedAt": "2026-11-03T22:41:00Z",
            "consultation": { "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans", "decisionExpectedOn": "2027-01-15", "responseDueOn": "2027-02-02" },
            "steps": [
              { "kind": "RECEIVED", "at": "2026-11-03T22:41:00Z", "detail": null },
              { "kind": "READ", "at": null, "detail": null }, { "kind": "GROUPED", "at": null, "detail": null },
              { "kind": "DECIDED", "at": null, "detail": null }, { "kind": "DONE", "at": null, "detail": null },
              { "kind": "PUBLISHED", "at": null, "detail": null }, { "kind": "TOLD", "at": null, "detail": null } ],
            "entries": []
          }
        }
        """;

    public static string Entries(string entries = $"{DidEntry},{WillEntry},{CannotEntry}", bool more = false) => $$"""
        { "entries": { "nodes": [{{entries}}], "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": {{(more ? "\"cursor+1\"" : "null")}} } } }
        """;

    public static string Fragment => $$"""{ "entryBySlug": {{DidEntry}} }""";

    public static string Entry(string viewCount = "34", string proof = "https://council.example.test/new-letter", string topics = "") => $$"""
        {
          "entryBySlug": {
            "slug": "one-page-guide-4t8w2n", "state": "WE_DID",
            "youSaid": "The letters about plans are too long and hard to follow.",
            "weDid": "Every letter now starts with one page in plain words that says what happens next and who to call.",
            "consultation": { "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans" },
            "publishedAt": "2026-02-11T14:05:00Z", "updatedAt": "2026-03-02T09:30:00Z",
            "decision": { "outcome": "WE_WILL", "decidedOn": "2026-01-28", "maker": "Cabinet Member for Education",
              "reasons": "Families could not tell from the letters what would happen next. A plain first page costs little and helps everyone.",
              "alternatives": "Sending shorter letters only: not chosen, because the law asks for some of the long parts.\nA phone call in place of a letter: not chosen, because families want a record.",
              "conflicts": null },
            "commitment": { "text": "A plain first page on every letter about a plan.", "ownerRole": "SEND Family Engagement Officer", "dueOn": "2026-03-31" },
            "action": { "whatChanged": "The first page was written with eight parents and has been on every letter since 2 March.", "proofUrl": "{{proof}}", "takenOn": "2026-03-02" },
            "viewCount": {{viewCount}}, "topics": [{{topics}}]
          }
        }
        """;

    public static string StaffConsultation => """
        {
          "me": { "role": "participation-officer", "permissions": ["views.read", "views.code", "loops.read", "loops.decide", "entries.publish", "metrics.read"] },
          "consultationBySlug": { "id": "Q29uMQ", "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans", "state": "OPEN", "closesOn": "2026-11-10", "responseDueOn": "2027-02-02" }
        }
        """;

    public const string ThemeList = """
        [
          { "id": "VGgx", "title": "Letters are hard to follow", "summary": "Letters about plans are too long, and do not say what happens next.", "viewCount": 34, "loop": { "id": "TG9vcDE", "state": "COMMITTED" } },
          { "id": "VGgy", "title": "One person to call", "summary": "Families tell their story again to each new person.", "viewCount": 1, "loop": null } ]
        """;

    /// <summary>The views that nobody has coded yet, by their ids.</summary>
    public static string NextView(params string[] ids) =>
        $$"""{ "views": { "nodes": [{{string.Join(", ", ids.Select(id => $$"""{ "id": "{{id}}" }"""))}}] } }""";


    public static string Done(string mutation, string thing, string id) => $$"""{ "{{mutation}}": { "{{thing}}": { "id": "{{id}}" }, "errors": null } }""";

    public static string Refused(string mutation, string thing, string code, string message, string? field) => $$"""
        { "{{mutation}}": { "{{thing}}": null, "errors": [{ "message": "{{message}}", "code": "{{code}}", "field": {{(field is null ? "null" : $"\"{field}\"")}} }] } }
        """;
}
