namespace Engagement.Web.Tests.Staff;

/// <summary>What the platform answers to whoever sets up and runs consultations.</summary>
internal static class ConsultationReplies
{
    public const string Id = "Q29uMQ";
    public const string WaveId = "V2F2ZTox";
    public const string Overview = $"/staff/consultations/{Replies.Slug}";
    public const string Setup = $"{Overview}/setup";
    public const string Paper = $"/staff/paper/{WaveId}";

    /// <summary>All that a participation officer may do in this part.</summary>
    public const string Officer = """
        { "role": "participation-officer", "permissions": ["consultations.read-drafts", "consultations.edit", "consultations.publish-report", "surveys.edit", "waves.run",
          "paper.key", "paper.check", "results.read-exact", "metrics.read", "views.read", "views.code", "loops.read", "loops.decide", "entries.publish"] }
        """;

    public const string Representative = """{ "role": "pact-representative", "permissions": ["loops.read"] }""";

    public static string List(string me = Officer, bool more = false) => $$"""
        {
          "me": {{me}},
          "consultations": { "nodes": [
            { "id": "Q29uc3VsdGF0aW9uOmQyZGE1MTU5ODA2Yjg2YWVhYTY0ZjU4NDBmYjMzZjEx", "slug": "{{Replies.Slug}}", "title": "Shorter waits for education, health and care plans", "state": "OPEN", "opensOn": "2026-09-23", "closesOn": "2026-11-10", "responseDueOn": "2027-02-02", "report": null },
            { "id": "Q29uMg", "slug": "short-breaks-5r2k7m", "title": "Short breaks at the weekend", "state": "DRAFT", "opensOn": null, "closesOn": null, "responseDueOn": null, "report": null } ],
            "pageInfo": { "hasNextPage": {{(more ? "true" : "false")}}, "endCursor": {{(more ? "\"next\"" : "null")}} } }
        }
        """;

    public const string ListFigures = """
        { "participation": [{ "key": "d2da5159-806b-86ae-aa64-f5840fb33f11", "figures": { "responses": 1204 } }, { "key": null, "figures": { "responses": 7 } }],
          "viewFigures": [{ "key": "d2da5159-806b-86ae-aa64-f5840fb33f11", "figures": { "all": 861, "unread": 217 } }] }
        """;

    public static string File(string state = "OPEN", string me = Officer, int version = 12, string rest = "") => $$"""
        {
          "me": {{me}},
          "consultationBySlug": { "id": "{{Id}}", "slug": "{{Replies.Slug}}", "title": "Shorter waits for education, health and care plans", "state": "{{state}}", "version": {{version}},
            "ownerRole": "SEND Family Engagement Officer", "decisionMaker": "Cabinet Member for Education", "decisionExpectedOn": "2027-01-15", "draftedAt": "2026-08-20T09:00:00Z",
            "audienceIncludesChildren": false, "audiences": ["PARENTS_AND_CARERS"],
            "proposal": { "text": "One named person for each plan.", "reasons": "Families are passed around.", "impacts": null, "publishedAt": "2026-09-01T09:00:00Z" },
            "optionsRejected": [{ "option": "A phone line", "reason": "Nobody would know the family." }], "equalityAnalysisUrl": "https://council.example.test/equality",
            "renditions": [{ "kind": "EASY_READ", "language": "en", "approvedByRole": "Easy Read panel", "url": "https://council.example.test/easy" }],
            "opensOn": "2026-09-23", "closesOn": "2026-11-10", "closedOn": null, "responseDueOn": "2027-02-02", "shorterThanSixWeeksBecause": null,
            "closingDateChanges": [{ "at": "2026-10-20T09:00:00Z", "was": "2026-11-03", "closesOn": "2026-11-10", "reason": "Half-term.", "source": null }],
            "pausedOn": null, "pausedBecause": null, "late": null, "report": null, "withdrawnOn": null, "withdrawnBecause": null {{rest}} }
        }
        """;

    /// <summary>A draft with nothing but its title.</summary>
    public static string Draft(string proposal = "null", string me = Officer, int version = 1, bool children = false, string equality = "null", string renditions = "") => $$"""
        {
          "me": {{me}},
          "consultationBySlug": { "id": "{{Id}}", "slug": "{{Replies.Slug}}", "title": "Short breaks at the weekend", "state": "DRAFT", "version": {{version}},
            "ownerRole": "SEND Family Engagement Officer", "decisionMaker": "Cabinet Member for Education", "decisionExpectedOn": "2027-01-15", "draftedAt": "2026-08-20T09:00:00Z",
            "audienceIncludesChildren": {{(children ? "true" : "false")}}, "audiences": [], "proposal": {{proposal}}, "optionsRejected": [], "equalityAnalysisUrl": {{equality}},
            "renditions": [{{renditions}}], "opensOn": null, "closesOn": null, "closedOn": null, "responseDueOn": null, "shorterThanSixWeeksBecause": null,
            "closingDateChanges": [], "pausedOn": null, "pausedBecause": null, "late": null, "report": null, "withdrawnOn": null, "withdrawnBecause": null }
        }
        """;

    public const string ScheduledWave = """
        { "id": "V2F2ZTox", "title": "Parents, autumn", "instrumentTitle": "Plans and waits", "audience": "PARENTS_AND_CARERS", "version": 1, "wave": null }
        """;

    public const string OpenWave = """
        { "id": "V2F2ZTox", "title": "Parents, autumn", "instrumentTitle": "Plans and waits", "audience": "PARENTS_AND_CARERS", "version": 2,
          "wave": { "id": "V2F2ZTox", "state": "OPEN", "instrumentVersion": 1 } }
        """;

    public static string Waves(string waves = "") => $$"""
        { "scheduledWaves": { "nodes": [{{waves}}] },
          "instruments": { "nodes": [{ "id": "SW5zMQ", "title": "Plans and waits", "publishedVersion": 2 }, { "id": "SW5zMg", "title": "Not ready", "publishedVersion": null }] } }
        """;

    public static string Glance(string waves = OpenWave, string blocks = "", int? left = 8, string warnings = "") => $$"""
        {
          "livePosition": 1207,
          "consultationOverview": { "daysLeftToAnswer": {{left?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}, "daysLeftToRespond": null, "responses": 1204,
            "responsesByChannel": [{ "channel": "WEB", "count": 1130 }, { "channel": "API", "count": 14 }, { "channel": "PAPER", "count": 60 }],
            "views": 861, "unreadViews": 217, "viewsByAudience": [{ "audience": "PARENTS_AND_CARERS", "ownVoice": 800, "proxy": 41 }, { "audience": null, "ownVoice": 20, "proxy": 0 }],
            "themes": 2, "themesWithoutResponse": 1, "loops": { "byState": [{ "state": "OPENED", "count": 1 }, { "state": "TOLD", "count": 0 }], "closed": 0, "confirmed": 0, "needAttention": 0, "overdue": 0 },
            "blocksReport": [{{blocks}}], "warnings": [{{warnings}}] },
          "themes": { "nodes": {{Replies.ThemeList}}, "pageInfo": { "hasNextPage": false, "endCursor": null } },
          "scheduledWaves": { "nodes": [{{waves}}] }
        }
        """;

    public const string GlanceForRepresentative = $$"""
        { "livePosition": 1207, "themes": { "nodes": {{Replies.ThemeList}}, "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public const string Population = """
        { "id": "U2V0MQ", "title": "Children with SEND", "source": "School census", "asAt": "2026-01-15", "reading": "with and without a plan", "total": 44921 }
        """;

    public static string WaveList => $$"""
        { "me": {{Officer}}, "scheduledWaves": { "nodes": [
          { "id": "V2F2ZTox", "title": "Parents, autumn", "instrumentTitle": "Plans and waits", "audience": "PARENTS_AND_CARERS", "version": 2, "opensOn": null, "closesOn": null,
            "consultation": { "slug": "{{Replies.Slug}}", "title": "Shorter waits for education, health and care plans" },
            "wave": { "id": "V2F2ZTox", "state": "OPEN", "instrumentVersion": 1, "opensOn": "2026-09-23", "closesOn": "2026-11-10" } } ],
          "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    /// <param name="opened">The wave as everybody sees it; null: only scheduled.</param>
    /// <param name="ofConsultation">Whether it is part of a consultation.</param>
    public static string Wave(string opened = """{ "id": "V2F2ZTox", "state": "OPEN", "instrumentVersion": 1, "opensOn": "2026-09-23", "closesOn": "2026-11-10", "closedOn": null, "isPaused": false }""", bool ofConsultation = false) => $$"""
        { "me": {{Officer}}, "scheduledWave": { "id": "V2F2ZTox", "title": "Parents, autumn", "instrumentTitle": "Plans and waits", "instrument": { "id": "SW5zMQ", "publishedVersion": 2 },
          "audience": "PARENTS_AND_CARERS", "frequency": "ONCE", "version": 3, "madeAt": "2026-09-01T09:00:00Z", "opensOn": null, "closesOn": null, "invitations": null, "denominatorSet": null,
          "consultation": {{(ofConsultation ? $$"""{ "slug": "{{Replies.Slug}}", "title": "Shorter waits" }""" : "null")}}, "wave": {{opened}} } }
        """;

    public static string WaveChoices => $$"""
        { "me": {{Officer}}, "instruments": { "nodes": [{ "id": "SW5zMQ", "title": "Plans and waits", "publishedVersion": 2 }] }, "denominatorSets": { "nodes": [{{Population}}] } }
        """;

    public static string PaperForms(string forms = "") => $$"""
        { "me": {{Officer}}, "typist": { "id": "VHlwMQ" },
          "wave": { "id": "V2F2ZTox", "title": "Parents, autumn", "state": "OPEN", "closesOn": "2026-11-10", "lateUntil": null, "consultation": { "title": "Shorter waits" }, "instrument": { "title": "Plans and waits" },
            "questionnaire": { "questions": [{ "key": "P6", "text": "I get the right information" }, { "key": "how-to-hear", "text": "How would you like to hear from us?" }] } },
          "paperForms": { "nodes": [{{forms}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    /// <param name="audience">Whom the survey asks; null: several groups.</param>
    public static string PaperQuestions(string audience = "\"PARENTS_AND_CARERS\"") => $$"""
        { "me": {{Officer}}, "typist": { "id": "VHlwMQ" },
          "wave": { "id": "V2F2ZTox", "title": "Parents, autumn", "state": "OPEN", "audience": {{audience}}, "closesOn": "2026-11-10", "lateUntil": null,
            "consultation": { "title": "Shorter waits", "audiences": ["PARENTS_AND_CARERS", "ORGANISATIONS"] }, "instrument": { "title": "Plans and waits" },
            "offeredIn": [{ "kind": "STANDARD", "language": "en" }, { "kind": "EASY_READ", "language": "en" }], "questionnaire": {{Questions}} } }
        """;

    /// <summary>One of each kind that is typed in differently.</summary>
    public const string Questions = """
        { "sections": [{ "key": "s1", "title": "Your family", "introduction": null, "shownWhen": [] }], "questions": [
          { "key": "P6", "kind": "AGREEMENT", "text": "I get the right information at the right time", "hint": null, "optional": false, "aboutYou": false, "section": null, "scale": { "key": "agreement-5" }, "range": null, "shownWhen": [],
            "options": [{ "key": "agree", "label": "Agree", "isOtherAnswer": false }, { "key": "disagree", "label": "Disagree", "isOtherAnswer": false }, { "key": "not-sure", "label": "I’m not sure", "isOtherAnswer": true }] },
          { "key": "hear", "kind": "MULTIPLE_CHOICE", "text": "How would you like to hear from us?", "hint": null, "optional": true, "aboutYou": false, "section": "s1", "scale": null, "range": null,
            "shownWhen": [{ "questionKey": "P6", "anyOf": ["disagree"] }],
            "options": [{ "key": "letter", "label": "A letter", "isOtherAnswer": false }, { "key": "call", "label": "A phone call", "isOtherAnswer": false }] },
          { "key": "calls", "kind": "NUMBER", "text": "How many calls did you make?", "hint": null, "optional": true, "aboutYou": false, "section": "s1", "scale": null, "range": { "least": 0, "most": 100, "wholeNumbers": true }, "shownWhen": [], "options": [] },
          { "key": "when", "kind": "DATE", "text": "When did you ask?", "hint": null, "optional": true, "aboutYou": false, "section": "s1", "scale": null, "range": null, "shownWhen": [], "options": [] },
          { "key": "first", "kind": "RANKING", "text": "What matters most?", "hint": null, "optional": true, "aboutYou": false, "section": "s1", "scale": null, "range": null, "shownWhen": [],
            "options": [{ "key": "speed", "label": "Speed", "isOtherAnswer": false }, { "key": "care", "label": "Care", "isOtherAnswer": false }, { "key": "none", "label": "None of these", "isOtherAnswer": true }] },
          { "key": "words", "kind": "FREE_TEXT", "text": "What one change would help?", "hint": null, "optional": true, "aboutYou": false, "section": "s1", "scale": null, "range": null, "shownWhen": [], "options": [] } ] }
        """;

    public static string Keyed(string state, string reference = "null", string differing = "") =>
        $$"""{ "keyPaperForm": { "paperOutcome": { "state": "{{state}}", "reference": {{reference}}, "differing": [{{differing}}] }, "errors": null } }""";

    /// <summary>What every page of this part asks for.</summary>
    public static CannedGraphQL Set(CannedGraphQL graphQL) => graphQL
        .Data("ConsultationList", List()).Data("ConsultationListFigures", ListFigures).Data("ConsultationFile", File()).Data("ConsultationAtAGlance", Glance())
        .Data("ConsultationWaves", Waves(OpenWave))
        .Data("ToldOfOpening", """{ "toldOfOpening": 1240 }""")
        .Data("ReportReadiness", """{ "consultationOverview": { "blocksReport": [] } }""")
        .Data("Waves", WaveList).Data("StaffWave", Wave()).Data("WaveChoices", WaveChoices).Data("StaffMe", $$"""{ "me": {{Officer}} }""")
        .Data("PaperSurveys", WaveList).Data("PaperForms", PaperForms(
            """{ "formNumber": "P7KM-3Q2R", "state": "WAITS_FOR_CHECK", "differing": [], "keyedBy": { "id": "VHlwMg" } }"""))
        .Data("PaperQuestions", PaperQuestions());
}
