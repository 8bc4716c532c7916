namespace Engagement.Web.Tests.Staff;

/// <summary>Measures of the plan, as the API answers.</summary>
internal static class MeasureReplies
{
    public const string MeasureId = "TWVhc3VyZTox";
    public const string List = "/staff/measures";
    public const string Import = $"{List}/import";
    public const string One = $"{List}/{MeasureId}";

    public static IReadOnlyList<string> Pages { get; } =
    [
        List, Import, One, $"{One}?asAt=2020-01-31", $"{One}/figure?period=Jun%202020", $"{One}/correction?period=Dec%202019", $"{One}/target?period=Dec%202020",
        $"{One}/review?period=Dec%202019", $"{One}/rating?period=Dec%202019", $"{One}/baseline", $"{One}/rebase", $"{One}/wave", $"{One}/reading", $"{One}/statements?wave=V2F2ZTox",
    ];

    public static void Set(CannedGraphQL replies) => replies
        .Data("Measures", Measures(Row()))
        .Data("Measure", Measure())
        .Data("RunsOfSurveys", """
            { "scheduledWaves": { "nodes": [
              { "id": "V2F2ZTox", "title": "Parents, June 2019", "instrumentTitle": "How things are", "wave": { "id": "V2F2ZTox", "closedOn": "2019-06-28" } },
              { "id": "V2F2ZToy", "title": null, "instrumentTitle": "How things are", "wave": null }] } }
            """)
        .Data("SurveyToName", """
            { "wave": { "id": "V2F2ZTox", "instrument": { "id": "SW5zdDE", "title": "How things are", "questions": [
              { "key": "P1", "text": "I am confident", "isOnScale": true }, { "key": "P2", "text": "They have the skills", "isOnScale": true },
              { "key": "who", "text": "Who are you?", "isOnScale": false }] } } }
            """);

    public static string Me(string role = "analyst", string permissions = "\"measures.read\", \"measures.report\", \"measures.set\", \"consultations.read-drafts\"") =>
        $$""" "me": { "role": "{{role}}", "permissions": [{{permissions}}] } """;

    public static string Measures(string nodes, int count = 1, string? me = null) => $$"""
        { {{me ?? Me()}}, "measures": { "totalCount": {{count}}, "nodes": [{{nodes}}], "pageInfo": { "hasNextPage": false, "endCursor": null } } }
        """;

    public static string Row(string rating = "AMBER") => $$"""
        { "id": "{{MeasureId}}", "code": "M1.1", "area": 1, "name": "Parents agree with the statements", "note": "subject to periodic review", "duplicateOf": "M2.2",
          "rating": "{{rating}}", "kind": "PERCENTAGE", "periods": [{{Period()}}] }
        """;

    public static string Measure(string? periods = null, string baseline = "", string? me = null, string reading = "\"RELATIVE\"") => $$"""
        { {{me ?? Me()}}, "measure": { "id": "{{MeasureId}}", "code": "M1.1", "area": 1, "name": "Parents agree with the statements", "dataSource": "Parental surveys",
          "frequency": "Six-monthly", "baselineText": "To be established", "unit": "% of parents", "kind": "PERCENTAGE", "direction": "HIGHER",
          "note": "subject to periodic review", "duplicateOf": "M2.2",
          "baseline": {{(baseline.Length > 0 ? baseline : """{ "value": 45, "base": 670, "asAt": "2019-06-28", "approvedByRole": "SEND Improvement Board", "because": null }""")}},
          "firstBaseline": null, "reading": {{reading}}, "readingApprovedByRole": null, "readingBecause": null,
          "survey": { "instrumentId": "SW5zdDE", "statements": ["P1"], "audience": "PARENTS_AND_CARERS", "phase": { "code": "primary", "name": "Primary" } }, "isFromMeetings": false,
          "periods": [{{periods ?? $"{Period()}, {Period("Jun 2020", actual: "null", rating: "NOT_RATED", why: "Nothing is reported yet")}, {Period("Dec 2020", target: "null", wanted: "null", other: "null", actual: "null", rating: "NOT_RATED", why: "Nothing is reported yet")}"}}],
          "rating": "AMBER", "ratingRule": 1, "version": 7 } }
        """;

    public static string Period(
        string name = "Dec 2019",
        string target = """{ "kind": "IMPROVE_BY_PERCENT", "value": 20, "text": null, "reviewedBecause": null }""",
        string wanted = "54",
        string other = "65",
        string actual = Actual,
        string rests = "NONE",
        string rating = "AMBER",
        string why = "Better than the baseline, and the target is not met",
        string @override = "null",
        string? shown = null) => $$"""
        { "period": "{{name}}", "target": {{target}}, "wanted": {{wanted}}, "otherReading": {{other}}, "isCapped": false, "base": "{{rests}}", "rating": "{{rating}}", "why": "{{why}}",
          "shown": "{{shown ?? rating}}", "override": {{@override}}, "actual": {{actual}} }
        """;

    public const string Actual = """
        { "value": 52.5, "part": 210, "whole": 400, "text": null, "parts": [], "isFromSurvey": true, "asPublished": null, "isCorrected": false, "correctedBecause": [] }
        """;

    public const string Corrected = """
        { "value": 51.9, "part": 206, "whole": 397, "text": null, "parts": [], "isFromSurvey": false, "asPublished": 52.5, "isCorrected": true, "correctedBecause": ["Three answered twice"] }
        """;
}
