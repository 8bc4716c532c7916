using System.Text.Json.Nodes;
using Engagement.Common;
using Engagement.Surveys;
using EventStore;
using Npgsql;

namespace Engagement.SurveyResults;

/// <summary>
/// How often each answer was given in each wave. A page of events is one change of each response in it: what the response added before is taken
/// out, what it adds now is put in, whatever happened to it between. So counts are exact, also after amendments and withdrawals.
/// </summary>
public sealed class AnswerCountsProjection : IProjection
{
    private const string Added =
        """
        select r.wave_id, (r.content ->> 'version')::int, cell ->> 0, cell ->> 1, (cell ->> 2)::int, (r.content ->> 'proxy')::boolean,
               r.content ->> 'audience', part.key, part.value, SIGN count(*)
        from engagement.counted_responses r,
             jsonb_array_elements(r.content -> 'cells') cell,
             jsonb_each_text((r.content -> 'groups') || jsonb_build_object('Channel', r.content -> 'channel')) part
        where r.response_id = any($1)
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9
        """;

    private const string Count =
        $"""
        insert into engagement.answer_counts as c
            (wave_id, instrument_version, question_key, answer, place, proxy, audience, dimension, value, count)
        {Added}
        on conflict (wave_id, dimension, question_key, instrument_version, answer, place, proxy, audience, value)
        do update set count = c.count + excluded.count
        """;

    public string Name => "AnswerCounts";

    public IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ResponseSubmitted), typeof(ResponseAmended), typeof(ResponseWithdrawn), typeof(ResponseVoided),
    ];

    public IReadOnlyList<string> Tables => ["engagement.counted_responses", "engagement.answer_counts"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        var submitted = new Dictionary<Guid, (Guid WaveId, JsonObject Content)>();
        var changed = new Dictionary<Guid, JsonObject>();
        foreach (var e in events)
        {
            if (e.Data is ResponseSubmitted response)
                submitted[e.StreamId] = (response.WaveId, CountedContent.Of(response));
            else if (CountedContent.ChangeOf(e.Data) is { } change)
                CountedContent.Merge(submitted.TryGetValue(e.StreamId, out var known) ? known.Content : Of(changed, e.StreamId), change);
        }

        if (submitted.Count > 0)
        {
            operations.QueueSqlCommand(Insert(submitted));
            operations.QueueSqlCommand(CountedCell.Add(submitted.Values.SelectMany(s => CountedCell.Of(s.WaveId, s.Content))));
        }

        if (changed.Count > 0)
        {
            operations.QueueSqlCommand(new NpgsqlBatchCommand(Count.Replace("SIGN", "-", StringComparison.Ordinal)) { Parameters = { Columns.Of(changed.Keys) } });
            operations.QueueSqlCommand(Update(changed));
            operations.QueueSqlCommand(new NpgsqlBatchCommand(Count.Replace("SIGN", "", StringComparison.Ordinal)) { Parameters = { Columns.Of(changed.Keys) } });
            operations.QueueSqlCommand(RemoveNone(changed.Keys));
        }

        return Task.CompletedTask;
    }

    private static JsonObject Of(Dictionary<Guid, JsonObject> changed, Guid id)
    {
        if (!changed.TryGetValue(id, out var content))
            changed.Add(id, content = []);

        return content;
    }

    private static NpgsqlBatchCommand Insert(Dictionary<Guid, (Guid WaveId, JsonObject Content)> submitted) => new(
        """
        insert into engagement.counted_responses (response_id, wave_id, content)
        select r.response_id, r.wave_id, r.content::jsonb from unnest($1, $2, $3) as r(response_id, wave_id, content)
        """)
    {
        Parameters =
        {
            Columns.Of(submitted.Keys),
            Columns.Of(submitted.Values.Select(s => s.WaveId)),
            new NpgsqlParameter<string[]> { TypedValue = [.. submitted.Values.Select(s => s.Content.ToJsonString())] },
        },
    };

    private static NpgsqlBatchCommand Update(Dictionary<Guid, JsonObject> changed) => new(
        """
        update engagement.counted_responses r
        set content = case when r.content ? 'gone' or c.content::jsonb ? 'gone' then '{"gone": true}' else r.content || c.content::jsonb end
        from unnest($1, $2) as c(response_id, content)
        where r.response_id = c.response_id
        """)
    {
        Parameters =
        {
            Columns.Of(changed.Keys),
            new NpgsqlParameter<string[]> { TypedValue = [.. changed.Values.Select(content => content.ToJsonString())] },
        },
    };

    private static NpgsqlBatchCommand RemoveNone(IEnumerable<Guid> ids) => new(
        """
        delete from engagement.answer_counts
        where count = 0 and wave_id in (select wave_id from engagement.counted_responses where response_id = any($1))
        """)
    {
        Parameters = { Columns.Of(ids) },
    };
}
