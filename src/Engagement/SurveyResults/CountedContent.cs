using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Common;
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

    /// <summary>What an event changes of it; null: nothing.</summary>
    public static JsonObject? ChangeOf(object data) => data switch
    {
        ResponseAmended amended => Of(amended),
        ResponseWithdrawn { StaysInTotals: false } or ResponseVoided => new JsonObject { [Gone] = true },
        _ => null,
    };

    /// <summary>Makes the change. What is gone stays gone, and nothing of it is kept.</summary>
    public static void Merge(JsonObject content, JsonObject change)
    {
        if (content.ContainsKey(Gone) || change.ContainsKey(Gone))
        {
            content.Clear();
            content[Gone] = true;
            return;
        }

        foreach (var (name, value) in change)
            content[name] = value?.DeepClone();
    }

    /// <summary>What several responses come to by a dimension: the same counts that the projection keeps.</summary>
    public static IReadOnlyList<VoiceCounts> Count(IEnumerable<JsonObject> contents, string dimension)
    {
        var counts = new Dictionary<(Voice Voice, AnswerCount Of), int>();
        foreach (var content in contents.Where(content => !content.ContainsKey(Gone)))
        {
            var voice = new Voice(
                content["audience"]!.GetValue<string>() is { Length: > 0 } audience ? Enum.Parse<Audience>(audience) : null, content["proxy"]!.GetValue<bool>());
            var value = (dimension == nameof(Breakdown.Channel) ? content["channel"] : content["groups"]![dimension])!.GetValue<string>();
            foreach (var cell in content["cells"]!.AsArray())
            {
                var answer = new AnswerCount(
                    content["version"]!.GetValue<int>(), cell![0]!.GetValue<string>(), cell[1]!.GetValue<string>(), cell[2]!.GetValue<int>(), value, 0);
                counts[(voice, answer)] = counts.GetValueOrDefault((voice, answer)) + 1;
            }
        }

        return
        [
            .. counts
                .OrderBy(c => c.Key.Of.QuestionKey, StringComparer.Ordinal).ThenBy(c => c.Key.Of.InstrumentVersion)
                .ThenBy(c => c.Key.Of.Answer, StringComparer.Ordinal).ThenBy(c => c.Key.Of.Place).ThenBy(c => c.Key.Of.Value, StringComparer.Ordinal)
                .GroupBy(c => c.Key.Voice, c => c.Key.Of with { Count = c.Value })
                .OrderBy(voice => voice.Key.Audience).ThenBy(voice => voice.Key.Proxy)
                .Select(voice => new VoiceCounts(voice.Key, [.. voice])),
        ];
    }

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
