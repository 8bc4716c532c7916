namespace Engagement.Web.Tests.Staff;

/// <summary>Replies about a survey on getting to school, with texts made up for the purpose.</summary>
internal static class SurveyReplies
{
    public const string Id = "SW5zdHJ1bWVudDE";
    public const string Address = $"/staff/surveys/{Id}";

    public const string Officer = """{ "me": { "role": "participation-officer", "permissions": ["surveys.edit", "consultations.read-drafts"] } }""";
    public const string Analyst = """{ "me": { "role": "analyst", "permissions": ["consultations.read-drafts"] } }""";
    public const string Moderator = """{ "me": { "role": "moderator", "permissions": ["moderation.act"] } }""";

    public const string Travels = """
        {
          "key": "travels", "kind": "SINGLE_CHOICE", "text": "Does your child get transport to school?", "hint": null, "optional": false, "aboutYou": false, "section": null,
          "tags": ["phase"], "scale": null, "range": null, "shownWhen": [],
          "options": [ { "key": "yes", "label": "Yes", "isOtherAnswer": false }, { "key": "no", "label": "No", "isOtherAnswer": false }, { "key": "not-sure", "label": "I'm not sure", "isOtherAnswer": true } ]
        }
        """;

    public const string OnTime = """
        {
          "key": "on-time", "kind": "AGREEMENT", "text": "It comes on time.", "hint": "Think of the last week.", "optional": true, "aboutYou": false, "section": "journey",
          "tags": [], "scale": { "key": "agreement-5" }, "range": null, "shownWhen": [ { "questionKey": "travels", "anyOf": ["yes"] } ],
          "options": [ { "key": "strongly-agree", "label": "Strongly agree", "isOtherAnswer": false }, { "key": "agree", "label": "Agree", "isOtherAnswer": false },
            { "key": "neither", "label": "Neither agree nor disagree", "isOtherAnswer": false }, { "key": "disagree", "label": "Disagree", "isOtherAnswer": false },
            { "key": "strongly-disagree", "label": "Strongly disagree", "isOtherAnswer": false }, { "key": "not-sure", "label": "I'm not sure", "isOtherAnswer": true } ]
        }
        """;

    public const string Words = """
        {
          "key": "words", "kind": "FREE_TEXT", "text": "Notwithstanding the aforementioned EHCP considerations, which organisational modifications would demonstrably ameliorate transportation arrangements?",
          "hint": null, "optional": true, "aboutYou": false, "section": "journey", "tags": [], "scale": null, "range": null, "shownWhen": [], "options": []
        }
        """;

    public const string Questionnaire = $$"""
        "sections": [ { "key": "journey", "title": "The journey", "introduction": "Now about the way to school.", "shownWhen": [] } ],
        "questions": [ {{Travels}}, {{OnTime}}, {{Words}} ]
        """;

    public const string List = $$"""
        { "instruments": { "nodes": [
            { "id": "{{Id}}", "title": "Getting to school", "draftedAt": "2026-09-01T09:00:00Z", "publishedVersion": 1, "draft": { "instrumentVersion": 2 } },
            { "id": "b", "title": "Short breaks", "draftedAt": "2026-08-01T09:00:00Z", "publishedVersion": null, "draft": { "instrumentVersion": 1 } } ],
          "pageInfo": { "hasNextPage": true, "endCursor": "next" } } }
        """;

    private const string Wave = $$"""
        { "id": "w", "title": null, "opensOn": "2026-10-01", "closesOn": "2026-12-01", "instrumentTitle": "Getting to school", "instrument": { "id": "{{Id}}" },
          "consultation": { "slug": "transport-to-school-8n4c6y", "title": "Getting to school and college", "state": "OPEN" }, "wave": { "state": "OPEN", "instrumentVersion": 1 } }
        """;

    public const string Uses = $$"""{ "scheduledWaves": { "nodes": [ {{Wave}} ], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""";

    public static string EasyRead(string untranslated = "\"words\"", string approvedBy = "null", int version = 2) => $$"""
        {
          "name": { "kind": "EASY_READ", "language": "en" }, "instrumentVersion": {{version}}, "approvedByRole": {{approvedBy}}, "untranslated": [ {{untranslated}} ],
          "items": [
            { "key": "journey", "text": "Your trip", "hint": null, "scale": null, "symbol": "bus", "options": [], "optionSymbols": null },
            { "key": "travels", "text": "Do you go by bus or taxi?", "hint": null, "scale": null, "symbol": "taxi",
              "options": [ { "key": "yes", "label": "Yes, I do", "isOtherAnswer": false }, { "key": "no", "label": "No", "isOtherAnswer": false }, { "key": "not-sure", "label": "I'm not sure", "isOtherAnswer": true } ],
              "optionSymbols": [ { "key": "yes", "symbol": "yes" } ] },
            { "key": "on-time", "text": "It is on time.", "hint": null, "scale": null, "symbol": null, "options": [], "optionSymbols": null } ]
        }
        """;

    /// <summary>The survey: version 1 is published and open, and version 2 is being made unless there is no draft.</summary>
    public static string Survey(
        bool draft = true, bool published = true, string blocks = "", string changes = """{ "key": "on-time", "kind": "CHANGED", "continuity": null }""",
        string? renditions = null, bool open = true, string mappings = "", int version = 7) => $$"""
        {
          "instrument": {
            "id": "{{Id}}", "title": "Getting to school", "version": {{version}}, "publishedVersion": {{(published ? "1" : "null")}},
            "versions": [ {{(published ? $$"""{ "number": 1, {{Questionnaire.Replace("It comes on time.", "The bus is on time.", StringComparison.Ordinal)}}, "continuity": [] }""" : "")}} ],
            "draft": {{(draft ? $$"""{ "instrumentVersion": {{(published ? 2 : 1)}}, "blocks": [ {{blocks}} ], "changes": [ {{changes}} ], "questionnaire": { {{Questionnaire}} } }""" : "null")}},
            "renditions": [ {{renditions ?? EasyRead()}} ], "scaleMappings": [ {{mappings}} ]
          },
          "scheduledWaves": { "nodes": [ {{(open ? Wave : "")}} ] },
          "answerScales": [
            { "key": "agreement-5", "kind": "AGREEMENT", "points": [ { "key": "strongly-agree", "label": "Strongly agree", "isOtherAnswer": false }, { "key": "agree", "label": "Agree", "isOtherAnswer": false } ] },
            { "key": "agreement-3-easy-read", "kind": "AGREEMENT", "points": [ { "key": "easy-agree", "label": "I agree", "isOtherAnswer": false }, { "key": "easy-disagree", "label": "I do not agree", "isOtherAnswer": false } ] } ],
          "otherAnswers": [ { "key": "not-sure", "label": "I'm not sure", "isOtherAnswer": true }, { "key": "prefer-not-to-say", "label": "Prefer not to say", "isOtherAnswer": true } ]
        }
        """;

    public static string Done(string mutation) => $$"""{ "{{mutation}}": { "instrument": { "id": "{{Id}}" }, "errors": null } }""";

    public static string Refused(string mutation, string code, string message, string field = "null") =>
        $$"""{ "{{mutation}}": { "instrument": null, "errors": [ { "code": "{{code}}", "message": "{{message}}", "field": {{field}} } ] } }""";

    public static CannedGraphQL Set(CannedGraphQL graphQL) =>
        graphQL.Data("StaffMe", Officer).Data("SurveyList", List).Data("SurveyUses", Uses).Data("SurveyBuilder", Survey());
}
