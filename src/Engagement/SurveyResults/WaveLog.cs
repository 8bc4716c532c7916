using System.Text.Json.Nodes;
using Engagement.Common;
using Engagement.Releases;
using Engagement.Surveys;
using EventStore;

namespace Engagement.SurveyResults;

/// <summary>What the responses of waves added to the counts by a moment, from the log: see <see cref="AnswerCountsProjection"/> for now.</summary>
internal static class WaveLog
{
    private static readonly Type[] Types = [typeof(ResponseSubmitted), typeof(ResponseAmended), typeof(ResponseWithdrawn), typeof(ResponseVoided)];

    /// <summary>By wave. Reads all responses of the log once.</summary>
    public static async Task<ILookup<Guid, JsonObject>> ReadAsync(
        IQuerySession session, IReadOnlyCollection<Guid> waveIds, LogMoment moment, CancellationToken cancellationToken)
    {
        var counted = new Dictionary<Guid, (Guid WaveId, JsonObject Content)>();
        await foreach (var e in moment.ReadAsync(session, Types, cancellationToken))
        {
            if (e.Data is ResponseSubmitted submitted)
            {
                if (waveIds.Contains(submitted.WaveId))
                    counted[e.StreamId] = (submitted.WaveId, CountedContent.Of(submitted));
            }
            else if (counted.TryGetValue(e.StreamId, out var known) && CountedContent.ChangeOf(e.Data) is { } change)
            {
                CountedContent.Merge(known.Content, change);
            }
        }

        return counted.Values.ToLookup(c => c.WaveId, c => c.Content);
    }

    /// <summary>Whether anybody who is counted at the moment has taken their answers back since, before they were published.</summary>
    public static async Task<bool> AnyTakenBackSinceAsync(DocumentStore store, Guid[] waveIds, LogMoment moment, CancellationToken cancellationToken) =>
        await store.CountAsync(
            """
            select count(*) from public.mt_events e
            join public.mt_doc_receipt r on r.id = e.stream_id and (r.data ->> 'WaveId')::uuid = any($1)
            join public.mt_events s on s.stream_id = e.stream_id and s.version = 1 and s.seq_id <= $2 and s.timestamp <= $3
            where e.type = 'response_withdrawn' and not (e.data ->> 'StaysInTotals')::boolean and (e.seq_id > $2 or e.timestamp > $3)
            """,
            cancellationToken,
            waveIds,
            moment.Position,
            moment.At.UtcDateTime) > 0;
}
