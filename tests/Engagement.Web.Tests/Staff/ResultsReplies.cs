namespace Engagement.Web.Tests.Staff;

/// <summary>Canned replies about results and releases.</summary>
internal static class ResultsReplies
{
    public const string Wave = "V2F2ZTI";
    public const string ReleaseId = "UmVsMQ";
    public const string SetId = "U2V0MQ";

    public static CannedGraphQL Set(CannedGraphQL graphQL) => graphQL
        .Data("ResultWaves", Waves()).Data("ResultWave", OneWave()).Data("WaveResults", Results()).Data("ResultTrend", Trend()).Data("ResultBreakdown", Breakdown())
        .Data("SaidInWords", Said).Data("ConsultationResults", Consultation()).Data("WhoAnswered", WhoAnswered).Data("BesideThePopulation", Beside())
        .Data("HowWeAreDoing", Doing()).Data("ConsultationNamed", Named).Data("Populations", Populations())
        .Data("StaffReleases", Releases()).Data("StaffRelease", Release()).Data("ReleasePreview", Preview()).Data("ReleaseVerification", Verification())
        .Data("ReleasableThings", Things()).Data("WaveToRelease", ToRelease()).Data("ConsultationToRelease", ConsultationToRelease);

    /// <summary>A table's rows by the id of its caption, the cells divided by lines.</summary>
    public static List<string> Rows(Visitor visitor, string caption) =>
    [
        .. visitor.Document.QuerySelectorAll($"[aria-labelledby={caption}] tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))),
    ];

    public static string Me(params string[] permissions) =>
        $$"""{ "role": "analyst", "permissions": [{{string.Join(", ", permissions.Select(permission => $"\"{permission}\""))}}] }""";

    private static string All => Me("results.read-exact", "metrics.read", "views.read", "releases.read", "releases.draft", "metrics.load-denominators");

    public static string Waves(bool more = false) => $$"""
        { "scheduledWaves": { "nodes": [
          { "id": "{{Wave}}", "title": "Parents, second wave", "instrumentTitle": "Parents", "opensOn": "2019-12-01", "wave":
            { "id": "{{Wave}}", "title": "Parents, second wave", "audience": "PARENTS_AND_CARERS", "state": "CLOSED", "opensOn": "2019-12-01", "closesOn": "2019-12-31", "closedOn": "2019-12-31",
              "consultation": { "id": "Q29uMQ", "slug": "{{Replies.Slug}}", "title": "Shorter waits" } } },
          { "id": "V2F2ZTE", "title": "Parents, first wave", "instrumentTitle": "Parents", "opensOn": "2019-06-01", "wave":
            { "id": "V2F2ZTE", "title": "Parents, first wave", "audience": "PARENTS_AND_CARERS", "state": "CLOSED", "opensOn": "2019-06-01", "closesOn": "2019-06-30", "closedOn": null, "consultation": null } },
          { "id": "V2F2ZTQ", "title": "Young people, first wave", "instrumentTitle": "Parents", "opensOn": "2019-09-01", "wave":
            { "id": "V2F2ZTQ", "title": "Young people, first wave", "audience": "YOUNG_PEOPLE", "state": "CLOSED", "opensOn": "2019-09-01", "closesOn": "2019-09-30", "closedOn": null, "consultation": null } },
          { "id": "V2F2ZTM", "title": null, "instrumentTitle": "Young people", "opensOn": null, "wave": null }
        ], "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": "bW9yZQ" } } }
        """;

    public static string OneWave(string? me = null) => $$"""
        { "me": {{me ?? All}}, "wave": { "id": "{{Wave}}", "title": "Parents, second wave", "audience": "PARENTS_AND_CARERS", "state": "CLOSED", "opensOn": "2019-12-01", "closesOn": "2019-12-31",
          "closedOn": "2019-12-31",
          "instrument": { "id": "SW5zMQ", "title": "Parents", "questions": [
            { "key": "p1", "text": "The school can meet their needs", "kind": "AGREEMENT", "isOnScale": true, "aboutYou": false,
              "options": [{ "key": "agree", "label": "Agree" }, { "key": "disagree", "label": "Disagree" }] },
            { "key": "how", "text": "How do you hear of us?", "kind": "MULTIPLE_CHOICE", "isOnScale": false, "aboutYou": false, "options": [{ "key": "letter", "label": "A letter" }] },
            { "key": "words", "text": "What would help?", "kind": "FREE_TEXT", "isOnScale": false, "aboutYou": false, "options": [] },
            { "key": "phase", "text": "Phase", "kind": "SINGLE_CHOICE", "isOnScale": false, "aboutYou": true, "options": [{ "key": "primary", "label": "Primary school" }] }
          ] },
          "consultation": { "id": "Q29uMQ", "slug": "{{Replies.Slug}}", "title": "Shorter waits" } } }
        """;

    public static string Results(bool answered = true) => answered
        ? $$"""
            { "waveResults": [{{Voice("PARENTS_AND_CARERS", false, 670, 400, 210)}}, {{Voice("PARENTS_AND_CARERS", true, 24, 20, 11)}}], "answerScales": [{{Scales}}] }
            """
        : $$"""{ "waveResults": [], "answerScales": [{{Scales}}] }""";

    private const string Scales = """
        { "key": "agreement-5", "kind": "AGREEMENT", "points": [{ "key": "agree", "label": "Agree" }, { "key": "disagree", "label": "Disagree" }] },
        { "key": "agreement-3-easy-read", "kind": "AGREEMENT", "points": [{ "key": "easy-agree", "label": "I agree" }] }
        """;

    private static string Voice(string audience, bool proxy, int responses, int onScale, int agree) => $$"""
        { "voice": { "audience": "{{audience}}", "proxy": {{(proxy ? "true" : "false")}} }, "responses": {{responses}}, "questions": [
          { "key": "p1", "kind": "AGREEMENT", "text": "The school can meet their needs", "base": {{responses}}, "needsCaution": {{(proxy ? "true" : "false")}}, "average": null,
            "options": [{ "key": "agree", "label": "Agree", "count": {{agree}}, "percentage": 52.5 }, { "key": "disagree", "label": "Disagree", "count": {{onScale - agree}}, "percentage": 47.5 },
              { "key": "unsure", "label": "I’m not sure", "count": {{responses - onScale}}, "percentage": 0 }],
            "scales": [{ "scale": "agreement-5", "percentage": 52.5, "low": 47.6, "high": 57.3, "needsCaution": {{(proxy ? "true" : "false")}} },
              { "scale": "agreement-3-easy-read", "percentage": null, "low": null, "high": null, "needsCaution": true }] },
          { "key": "how", "kind": "MULTIPLE_CHOICE", "text": "How do you hear of us?", "base": 600, "needsCaution": false, "average": null,
            "options": [{ "key": "letter", "label": "=A letter", "count": 300, "percentage": 50.0 }], "scales": [] },
          { "key": "words", "kind": "FREE_TEXT", "text": "What would help?", "base": 120, "needsCaution": false, "average": null, "options": null, "scales": [] },
          { "key": "y1", "kind": "FREE_TEXT", "text": "For young people only", "base": 0, "needsCaution": true, "average": null, "options": null, "scales": [] }
        ] }
        """;

    public static string Trend(string link = "JOINS", bool chance = true) => $$"""
        { "resultTrend": [{ "voice": { "audience": "PARENTS_AND_CARERS", "proxy": false }, "points": [
          { "instrumentVersion": 1, "link": null, "mayBeChance": null, "scale": { "scale": "agreement-5", "percentage": 50.0, "low": 46.2, "high": 53.8, "needsCaution": false },
            "wave": { "id": "V2F2ZTE", "title": "Parents, first wave", "opensOn": "2019-06-01" } },
          { "instrumentVersion": 2, "link": "{{link}}", "mayBeChance": {{(link == "BREAKS" ? "null" : chance ? "true" : "false")}},
            "scale": { "scale": "agreement-5", "percentage": 52.5, "low": 47.6, "high": 57.3, "needsCaution": false },
            "wave": { "id": "{{Wave}}", "title": "Parents, second wave", "opensOn": "2019-12-01" } }
        ] }] }
        """;

    public static string Breakdown(bool shown = true) => $$"""
        { "resultBreakdown": [{ "voice": { "audience": "PARENTS_AND_CARERS", "proxy": false }, "options": ["agree", "disagree"], "groups": ["", "E07000114"], "table": {{(shown
            ? """{ "cells": [[null, null], [25, 0]], "rowTotals": [15, 25], "columnTotals": [30, 10], "total": 40 }"""
            : "null")}} }] }
        """;

    public const string Said = """
        { "views": { "nodes": [
          { "id": "VjE", "text": "Shorter letters.", "questionText": "What would help?", "saidAt": "2019-12-05T10:00:00Z", "proxy": false },
          { "id": "VjI", "text": null, "questionText": "What would help?", "saidAt": "2019-12-04T10:00:00Z", "proxy": true }
        ] } }
        """;

    private const string WaveOfConsultation =
        $$"""{ "id": "{{Wave}}", "title": "Parents, second wave", "state": "CLOSED", "opensOn": "2019-12-01", "closesOn": "2019-12-31", "closedOn": null }""";

    public static string Consultation(string? me = null, bool hasSet = true) => $$"""
        { "me": {{me ?? All}}, "consultationBySlug": { "id": "Q29uMQ", "slug": "{{Replies.Slug}}", "title": "Shorter waits", "state": "CLOSED", "waves": [{{WaveOfConsultation}}],
          "releases": [{ "id": "{{ReleaseId}}", "title": "Who took part", "publishedAt": "2020-01-20T10:00:00Z" }] },
          "denominatorSets": { "nodes": [{{(hasSet ? Population : "")}}] } }
        """;

    private const string Population = $$"""
        { "id": "{{SetId}}", "title": "Children with SEND", "source": "School census", "reading": "With and without plans", "asAt": "2019-01-31", "total": 44921,
          "groups": [{ "dimension": "DISTRICT", "key": "E07000114", "count": 5000 }] }
        """;

    public const string WhoAnswered = $$"""
        { "participation": [
          { "key": "E07000114", "figures": { "participants": 40, "contributions": 42, "responses": 40, "posts": 2, "attendance": 0, "byProxy": 1 } },
          { "key": null, "figures": { "participants": 9, "contributions": 9, "responses": 9, "posts": 0, "attendance": 0, "byProxy": 0 } }
        ], "responseRates": [{ "waveId": "{{Wave}}", "countable": 670, "ineligible": 0, "percentage": 33.5, "invitations": { "invited": 2010, "undeliverable": 10 } }] }
        """;

    public static string Beside(bool reported = true) => $$"""
        { "reach": { "responses": 670, "perThousand": 14.9, "groups": [{ "key": "E07000114", "eligible": 5000, "responses": 40, "perThousand": 8.0 }] },
          "representativeness": { "index": {{(reported ? "0.854" : "null")}}, "isReported": {{(reported ? "true" : "false")}}, "known": 600, "participants": 670,
            "groups": [{{(reported ? """{ "key": "E07000114", "share": 0.067, "populationShare": 0.111, "ratio": 0.6, "standing": "UNDER" }""" : "")}}] } }
        """;

    public static string Doing(string median = "41") => $$"""
        { "engagementMetrics": { "responses": 670, "views": 200, "viewsCoded": 180,
            "participation": { "participants": 690, "contributions": 700, "responses": 670, "posts": 20, "attendance": 30, "identified": 10, "headCount": 20, "byProxy": 24 } },
          "loopFigures": { "loops": 55, "decided": 50, "published": 40, "closed": 28, "reopened": 3, "closure": { "due": 35, "closed": 28, "share": 0.8 },
            "confirmation": { "yes": 60, "partly": 20, "no": 20, "share": 0.6, "confirmedLoops": 17 } },
          "timeToDecision": { "views": 5, "decided": 4, "published": 4, "medianDays": {{median}}, "oldestOpenDays": 90 },
          "participation": [{ "key": "2019-12", "figures": { "participants": 690, "contributions": 700, "responses": 670, "posts": 20, "attendance": 30, "byProxy": 24 } }],
          "viewFigures": [{ "key": "2019-12", "figures": { "all": 200, "coded": 180, "notCodable": 5, "unread": 15 } }] }
        """;

    public const string Named = $$"""{ "consultationBySlug": { "id": "Q29uMQ", "slug": "{{Replies.Slug}}", "title": "Shorter waits" } }""";

    public static string Populations(string? me = null) =>
        $$"""{ "me": {{me ?? All}}, "denominatorSets": { "nodes": [{{Population}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""";

    public static string Releases(string? me = null) => $$"""
        { "me": {{me ?? All}}, "releases": { "nodes": [
          { "id": "{{ReleaseId}}", "title": "Parents, second wave", "state": "CHECKED", "asAt": "2020-01-10T10:00:00Z", "draftedAt": "2020-01-10T10:00:00Z", "publishedAt": null,
            "isYourDraft": true, "subject": { "kind": "WAVE_RESULTS" } }
        ], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string Release(string state = "CHECKED", bool yours = false, string? me = null, string whyFailed = "null") => $$"""
        { "me": {{me ?? All}}, "release": { "id": "{{ReleaseId}}", "title": "Parents, second wave", "state": "{{state}}", "version": 3, "number": 1,
          "asAt": "2020-01-10T10:00:00Z", "draftedAt": "2020-01-10T10:00:00Z", "publishedAt": {{(state == "PUBLISHED" ? "\"2020-01-20T10:00:00Z\"" : "null")}},
          "whyFailed": {{whyFailed}}, "hash": {{(state == "PUBLISHED" ? "\"abc123\"" : "null")}}, "isYourDraft": {{(yours ? "true" : "false")}}, "revisedBecause": null,
          "revisionReason": null, "revises": null, "revisedBy": null, "policy": { "name": "Public", "version": 2, "hideUnder": 10, "roundTo": 5, "leastBase": 10, "cautionUnder": 30 },
          "subject": { "kind": "WAVE_RESULTS", "month": null, "crossed": [], "consultation": null, "wave": { "id": "{{Wave}}", "title": "Parents, second wave",
            "instrument": { "title": "Parents", "questions": [{ "key": "p1", "text": "The school can meet their needs", "options": [{ "key": "agree", "label": "Agree" }, { "key": "disagree", "label": "Disagree" }] },
              { "key": "how", "text": "How do you hear of us?", "options": [{ "key": "letter", "label": "A letter" }] }] } } },
          "tables": {{(state == "PUBLISHED" ? Tables : "null")}} } }
        """;

    private const string Tables = """
        [
          { "name": "ParentsAndCarers own voice p1", "of": "ParentsAndCarers own voice", "rowsBy": "p1", "columnsBy": null, "refused": null, "total": 40, "columns": [{ "key": null, "total": 40, "treatWithCaution": true }],
            "rows": [{ "key": "agree", "total": 30, "cells": [{ "count": 30, "percentage": 75, "withheld": null }] },
              { "key": "disagree", "total": null, "cells": [{ "count": null, "percentage": null, "withheld": "COUNT" }] }] },
          { "name": "ParentsAndCarers proxy how:letter", "of": "ParentsAndCarers proxy", "rowsBy": "how:letter", "columnsBy": null, "refused": "This table cannot be shown because it could identify someone", "total": null, "columns": [], "rows": [] }
        ]
        """;

    public static string Preview(bool any = true) => $$"""{ "releasePreview": {{(any ? Tables : "null")}} }""";

    public static string Verification(bool reproduced = true) =>
        $$"""{ "releaseVerification": { "isUntouched": true, "isReproduced": {{(reproduced ? "true" : "false")}} } }""";

    public static string Things(string? me = null) => $$"""
        { "me": {{me ?? All}}, "scheduledWaves": { "nodes": [{ "title": null, "instrumentTitle": "Parents", "wave": { "id": "{{Wave}}", "opensOn": "2019-12-01" } }] },
          "consultations": { "nodes": [{ "slug": "{{Replies.Slug}}", "title": "Shorter waits" }] } }
        """;

    public static string ToRelease(bool published = false) => $$"""
        { "wave": { "id": "{{Wave}}", "title": "Parents, second wave", "opensOn": "2019-12-01", "instrument": { "title": "Parents", "questions": [
            { "key": "p1", "text": "The school can meet their needs", "kind": "AGREEMENT", "isOnScale": true, "aboutYou": false, "options": [] }
          ] }, "releases": [{{(published ? $$"""{ "id": "{{ReleaseId}}", "title": "Parents, second wave", "publishedAt": "2020-01-20T10:00:00Z" }""" : "")}}] } }
        """;

    public const string ConsultationToRelease = $$"""{ "consultationBySlug": { "id": "Q29uMQ", "slug": "{{Replies.Slug}}", "title": "Shorter waits", "releases": [] } }""";
}
