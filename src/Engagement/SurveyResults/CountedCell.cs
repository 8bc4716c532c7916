using System.Text.Json.Nodes;
using Engagement.Common;
using Npgsql;

namespace Engagement.SurveyResults;

/// <summary>A row of <c>engagement.answer_counts</c> that a response adds one to.</summary>
internal readonly record struct CountedCell(
    Guid WaveId, int InstrumentVersion, string QuestionKey, string Answer, int Place, bool Proxy, string Audience, string Dimension, string Value)
{
    /// <summary>All that a response adds to; nothing where it is gone.</summary>
    public static IEnumerable<CountedCell> Of(Guid waveId, JsonObject content)
    {
        if (content.ContainsKey(CountedContent.Gone))
            yield break;

        var (version, proxy, audience) = (content["version"]!.GetValue<int>(), content["proxy"]!.GetValue<bool>(), Text(content["audience"]));
        (string Dimension, string Value)[] groups =
        [
            .. content["groups"]!.AsObject().Select(group => (group.Key, Text(group.Value))),
            (nameof(Breakdown.Channel), Text(content["channel"])),
        ];
        foreach (var cell in content["cells"]!.AsArray())
        {
            var (question, answer, place) = (Text(cell![0]), Text(cell[1]), cell[2]!.GetValue<int>());
            foreach (var (dimension, value) in groups)
                yield return new CountedCell(waveId, version, question, answer, place, proxy, audience, dimension, value);
        }
    }

    /// <summary>
    /// Adds new responses to the counts. They are added up here: the database would take the responses apart, and sort the parts, for each page anew.
    /// </summary>
    public static NpgsqlBatchCommand Add(IEnumerable<CountedCell> cells)
    {
        var counts = cells.CountBy(cell => cell).ToList();
        return new NpgsqlBatchCommand(
            """
            insert into engagement.answer_counts as c
                (wave_id, instrument_version, question_key, answer, place, proxy, audience, dimension, value, count)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::int[], $6::boolean[], $7::text[], $8::text[], $9::text[], $10::int[])
            on conflict (wave_id, dimension, question_key, instrument_version, answer, place, proxy, audience, value)
            do update set count = c.count + excluded.count
            """)
        {
            Parameters =
            {
                Columns.Of(counts.Select(c => c.Key.WaveId)),
                Columns.Of(counts.Select(c => c.Key.InstrumentVersion)),
                Columns.Of(counts.Select(c => c.Key.QuestionKey)),
                Columns.Of(counts.Select(c => c.Key.Answer)),
                Columns.Of(counts.Select(c => c.Key.Place)),
                Columns.Of(counts.Select(c => c.Key.Proxy)),
                Columns.Of(counts.Select(c => c.Key.Audience)),
                Columns.Of(counts.Select(c => c.Key.Dimension)),
                Columns.Of(counts.Select(c => c.Key.Value)),
                Columns.Of(counts.Select(c => c.Value)),
            },
        };
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
