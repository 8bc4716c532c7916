namespace Engagement.Web.Tests.Staff;

/// <summary>A coding board with three views, two themes of the consultation and a standing one.</summary>
internal static class CodingReplies
{
    public const string Board = $"/staff/consultations/{Replies.Slug}/coding";

    public const string Officer = """
        "me": { "role": "participation-officer", "permissions": ["views.read", "views.code", "views.code-again", "themes.edit", "loops.read", "loops.decide", "entries.publish", "metrics.read"] }
        """;

    public static string Consultation(string me = Officer) => $$"""
        { {{me}}, "consultationBySlug": { "id": "Q29uMQ", "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits for education, health and care plans", "state": "OPEN", "closesOn": "2026-11-10", "responseDueOn": "2027-02-02" } }
        """;

    public static string View(
        string id, string text = "The letters were nine pages and I rang three numbers.", string state = "UNREAD", string themes = "[]", string suggestions = "[]", bool proxy = false) => $$"""
        { "id": "{{id}}", "text": "{{text}}", "questionText": "What one change would help your family most?", "saidAt": "2026-11-03T22:41:00Z", "state": "{{state}}",
          "audience": "PARENTS_AND_CARERS", "proxy": {{(proxy ? "true" : "false")}}, "district": "E07000114", "source": "ANSWER", "version": 3, "themes": {{themes}}, "suggestions": {{suggestions}} }
        """;

    public const string Letters = """{ "id": "VGgx", "title": "Letters are hard to follow" }""";

    public const string Suggested = $$"""
        [{ "because": ["letter", "nine page"], "suggestion": { "method": "words and similar views", "methodVersion": 1, "score": 0.76 }, "theme": {{Letters}} }]
        """;

    public const string CodebookThemes = """
        "themes": { "nodes": [
          { "id": "VGgx", "title": "Letters are hard to follow", "summary": "Letters are too long.", "viewCount": 34, "description": { "definition": "What makes a letter hard to read.", "include": null, "exclude": "No answer at all: that is another theme." } },
          { "id": "VGgy", "title": "One person to call", "summary": "Families want one person to call.", "viewCount": 12, "description": null } ] },
        "standing": { "nodes": [{ "id": "VGgz", "title": "Being believed", "summary": "Families are not believed.", "viewCount": 206, "description": null }] }
        """;

    public const string Codebook = $$"""{ {{CodebookThemes}} }""";

    public static string OneBoard(string views, string? opened = null, string? nextPage = null, int total = 3) => $$"""
        { "views": { "totalCount": {{total}}, "nodes": [{{views}}], "pageInfo": { "hasNextPage": {{(nextPage is null ? "false" : "true")}}, "endCursor": "{{nextPage}}" } },
          {{(opened is null ? "" : $"\"node\": {opened},")}} "unread": { "totalCount": 217 }, "all": { "totalCount": 861 },
          "answeredQuestions": [{ "instrumentId": "SW5zMQ", "key": "words", "text": "What one change would help your family most?", "views": 812 }], {{CodebookThemes}} }
        """;

    /// <summary>Who else is at the board: for each, the end of their pseudonym and the view they have open.</summary>
    public static string Company(params (string Person, string? View)[] others) => $$"""
        { "beAtCodingBoard": { "codingCompany": { "others": [{{string.Join(',', others.Select(other =>
            $$"""{ "person": { "id": "UGVyc29u{{other.Person}}" }, "role": "participation-officer", "viewId": {{(other.View is null ? "null" : $"\"{other.View}\"")}}, "themeId": null }"""))}}] }, "errors": null } }
        """;

    public static string ThreeViews => $"{View("VmlldzE", suggestions: Suggested)}, {View("VmlldzI", "Nobody calls back.", proxy: true)}, {View("VmlldzM", "The bus is late.")}";

    public static string SeveralViews(params string[] views) =>
        $$"""{ "views": { "totalCount": {{views.Length}}, "nodes": [{{string.Join(',', views)}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }""";

    public static string Chosen(params string[] views) => $$"""{ "nodes": [{{string.Join(',', views)}}] }""";

    public const string Progress = $$"""
        { "codingProgress": [
            { "audience": "PARENTS_AND_CARERS", "proxy": false, "state": "UNREAD", "count": 100 }, { "audience": "PARENTS_AND_CARERS", "proxy": false, "state": "CODED", "count": 300 },
            { "audience": "YOUNG_PEOPLE", "proxy": true, "state": "CODED", "count": 4 } ],
          "themeSuggestionRates": [{ "method": "words and similar views", "methodVersion": 1, "accepted": 30, "rejected": 10, "rate": 0.75 }],
          "codingSamples": { "nodes": [{ "id": "U2FtMQ", "drawnAt": "2026-11-05T09:00:00Z", "seed": 42, "viewCount": 50, "codedAgain": 20,
            "agreement": { "views": 20, "kappa": 0.723, "themes": [{ "theme": {{Letters}}, "kappa": { "both": 8, "firstOnly": 2, "secondOnly": 1, "neither": 9, "count": 20, "value": 0.7 } }],
              "disagreements": [{ "viewId": "VmlldzE", "firstOnly": [{{Letters}}], "secondOnly": [] }] } }] } }
        """;

    public static string ToCodeAgain(string view = """{ "viewId": "VmlldzE", "text": "The letters were nine pages.", "questionText": "What would help?", "saidAt": "2026-11-03T22:41:00Z" }""") => $$"""
        { "viewToCodeAgain": {{view}}, "node": { "id": "U2FtMQ", "viewCount": 50, "codedAgain": 20, "version": 21 } }
        """;

    public static string ThemeList => $$"""
        { {{Officer}}, "consultations": { "nodes": [{ "id": "Q29uMQ", "title": "Shorter waits" }] },
          "themes": { "totalCount": 2, "pageInfo": { "hasNextPage": false, "endCursor": null }, "nodes": [
            { "id": "VGgx", "title": "Letters are hard to follow", "summary": "Letters are too long.", "viewCount": 34, "openedAt": "2026-10-03T10:00:00Z", "waitingSince": "2026-10-03T10:00:00Z",
              "disposition": { "disposition": "ACCEPTED", "reason": null }, "consultation": { "title": "Shorter waits" }, "mergedInto": null, "loop": { "id": "TG9vcDE", "state": "OPENED" } },
            { "id": "VGgy", "title": "One person to call", "summary": "Families want one person to call.", "viewCount": 12, "openedAt": "2026-10-03T10:00:00Z", "waitingSince": null,
              "disposition": null, "consultation": null, "mergedInto": { "id": "VGgz", "title": "Being believed" }, "loop": null } ] } }
        """;

    public static string Theme(string definition = "What makes a letter hard to read.", int version = 7, string entry = "null", string mergedInto = "null", string broughtAlong = "null") => $$"""
        { "theme": { "id": "VGgx", "title": "Letters are hard to follow", "summary": "Letters are too long.", "version": {{version}}, "viewCount": 34, "openedAt": "2026-10-03T10:00:00Z",
            "waitingSince": "2026-10-03T10:00:00Z", "sharedBackAt": null, "disposedAt": null, "disposition": null,
            "description": { "definition": "{{definition}}", "include": null, "exclude": null },
            "consultation": { "id": "Q29uMQ", "slug": "shorter-waits-for-plans-7k2m9q", "title": "Shorter waits" },
            "loop": { "id": "TG9vcDE", "state": "OPENED", "dueOn": "2027-01-26", "entry": {{entry}} }, "mergedInto": {{mergedInto}}, "viewsBroughtAlong": {{broughtAlong}}, "splitFrom": { "id": "VGg5", "title": "Letters and calls" },
            "linkedTo": [{ "id": "VGgz", "title": "Being believed" }],
            "voices": [{ "audience": "PARENTS_AND_CARERS", "ownVoice": 30, "proxy": 4, "trend": "RISING" }],
            "history": { "changes": [{ "at": "2026-10-03T10:00:00Z", "kind": "SPLIT", "from": { "id": "VGg5", "title": "Letters and calls" }, "into": { "id": "VGgx", "title": "Letters are hard to follow" } }],
              "todaysThemes": [{ "id": "VGgx", "title": "Letters are hard to follow" }] } },
          "views": { "nodes": [{ "id": "VmlldzE", "text": "The letters were nine pages.", "questionText": "What would help?", "saidAt": "2026-11-03T22:41:00Z", "audience": "PARENTS_AND_CARERS", "proxy": false,
            "consultation": { "title": "Shorter waits", "slug": "shorter-waits-for-plans-7k2m9q" } }] } }
        """;

    public const string Beside = """
        { "themes": { "nodes": [{ "id": "VGgx", "title": "Letters are hard to follow", "viewCount": 34, "consultation": { "title": "Shorter waits" } },
            { "id": "VGgy", "title": "One person to call", "viewCount": 12, "consultation": { "title": "Shorter waits" } }] },
          "standingThemes": { "nodes": [{ "id": "VGgz", "title": "Being believed", "viewCount": 206, "consultation": null }] } }
        """;

    public const string ThemeViews = """
        { "views": { "totalCount": 34, "pageInfo": { "hasNextPage": false, "endCursor": null }, "nodes": [
          { "id": "VmlldzE", "text": "The letters were nine pages.", "questionText": "What would help?", "saidAt": "2026-11-03T22:41:00Z", "audience": "PARENTS_AND_CARERS", "proxy": false } ] } }
        """;

    public static void Set(CannedGraphQL graphQL) => graphQL
        .Data("StaffConsultation", Consultation()).Data("CodingBoard", OneBoard(ThreeViews)).Data("SeveralViews", SeveralViews(View("VmlldzE"), View("VmlldzI", "Nobody calls back.")))
        .Data("BeAtBoard", Company()).Data("Codebook", Codebook).Data("CodingProgress", Progress).Data("ViewToCodeAgain", ToCodeAgain())
        .Data("ThemeViewer", $"{{ {Officer} }}").Data("StaffThemes", ThemeList).Data("StaffTheme", Theme()).Data("ThemesBeside", Beside).Data("ThemeViews", ThemeViews);
}
