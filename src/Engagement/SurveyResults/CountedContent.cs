using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>What a response adds to the counts, as it is kept in <c>engagement.counted_responses</c>.</summary>
internal static class CountedContent
{
    public const string Gone = "gone";
    public const string All = "all";

    public static JsonObject Of(ResponseSubmitted submitted)
    {
        var content = Of(submitted.InstrumentVersion, submitted.Content);
        content["channel"] = submitted.Channel.ToString();
        return content;
    }

    /// <summary>What an amendment replaces: all but the channel.</summary>
    public static JsonObject Of(ResponseAmended amended) => Of(amended.InstrumentVersion, amended.Content);

    private static JsonObject Of(int instrumentVersion, ResponseContent content) => new()
    {
        ["version"] = instrumentVersion,
        ["proxy"] = content.Proxy,
        ["audience"] = content.Audience?.ToString() ?? "",
        ["groups"] = new JsonObject
        {
            [All] = "",
            [nameof(Breakdown.District)] = content.District ?? "",
            [nameof(Breakdown.Need)] = content.Need ?? "",
            [nameof(Breakdown.Phase)] = content.Phase ?? "",
            [nameof(Breakdown.Rendition)] = content.Rendition.ToString(),
        },
        ["cells"] = new JsonArray([Cell("", "", 0), .. content.Answers.SelectMany(Cells)]),
    };

    private static IEnumerable<JsonNode> Cells(Answer answer)
    {
        yield return Cell(answer.QuestionKey, "", 0);
        foreach (var option in answer.OptionKeys)
            yield return Cell(answer.QuestionKey, option, 0);

        for (var i = 0; i < answer.Ranking.Count; i++)
            yield return Cell(answer.QuestionKey, answer.Ranking[i], i + 1);

        // 5 and 5.0 are one number.
        if (answer.Number is { } number)
            yield return Cell(answer.QuestionKey, (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture), 0);

        // Days are too fine to count people by.
        if (answer.Date is { } date)
            yield return Cell(answer.QuestionKey, date.ToString("yyyy-MM", CultureInfo.InvariantCulture), 0);
    }

    private static JsonArray Cell(string question, string answer, int place) => new(question, answer, place);
}
