using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Metrics;

/// <summary>What people did, as it was known at every moment: two statements a page, whatever its size.</summary>
public sealed class ActsProjection : IProjection
{
    public const string ProjectionName = "Acts";

    public string Name => ProjectionName;

    public IReadOnlyCollection<Type> EventTypes => ActPage.EventTypes;

    public IReadOnlyList<string> Tables => ["engagement.acts"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        var page = ActPage.Of(events);
        if (page.Ends.Count > 0)
            operations.QueueSqlCommand(End(page.Ends));

        if (page.Versions.Count > 0)
            operations.QueueSqlCommand(Insert(page.Versions));

        return Task.CompletedTask;
    }

    private static NpgsqlBatchCommand End(List<(Guid ActId, DateTime At, string Because)> ends) => new(
        """
        update engagement.acts a set ended_at = e.at, ended_because = e.because
        from unnest($1::uuid[], $2::timestamptz[], $3::text[]) as e(act_id, at, because)
        where a.act_id = e.act_id and a.ended_at = 'infinity'
        """)
    {
        Parameters = { Columns.Of(ends.Select(e => e.ActId)), Columns.Of(ends.Select(e => e.At)), Columns.Of(ends.Select(e => e.Because)) },
    };

    // What an event does not say is in the version before, which the statement sees only if it is of an earlier page: within a page it is carried on.
    private static NpgsqlBatchCommand Insert(List<ActVersion> versions) => new(
        """
        insert into engagement.acts
            (act_id, version, part, kind, counts, recorded_at, ended_at, ended_because, occurred_on, participant_id, head_count,
             wave_id, consultation_id, channel, audience, proxy, district, need, phase)
        select n.act_id, n.version, n.part, coalesce(n.kind, b.kind), n.counts, n.recorded_at, n.ended_at, n.ended_because,
               coalesce(n.occurred_on, b.occurred_on), coalesce(n.participant_id, b.participant_id), n.head_count,
               coalesce(n.wave_id, b.wave_id), coalesce(n.consultation_id, b.consultation_id), coalesce(n.channel, b.channel),
               case when n.has_who then n.audience else b.audience end, case when n.has_who then n.proxy else b.proxy end,
               case when n.has_who then n.district else b.district end, case when n.has_who then n.need else b.need end,
               case when n.has_who then n.phase else b.phase end
        from unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::boolean[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::date[],
                    $10::uuid[], $11::int[], $12::uuid[], $13::uuid[], $14::text[], $15::boolean[], $16::text[], $17::boolean[], $18::text[],
                    $19::text[], $20::text[], $21::boolean[])
            as n(act_id, version, part, kind, counts, recorded_at, ended_at, ended_because, occurred_on, participant_id, head_count,
                 wave_id, consultation_id, channel, has_who, audience, proxy, district, need, phase, begins)
        left join lateral (
            select * from engagement.acts a where not n.begins and a.act_id = n.act_id and a.part = 0 order by a.version desc limit 1) b on true
        where n.begins or b.act_id is not null
        on conflict (act_id, version, part) do nothing
        """)
    {
        Parameters =
        {
            Columns.Of(versions.Select(v => v.ActId)),
            Columns.Of(versions.Select(v => v.Version)),
            Columns.Of(versions.Select(v => v.Part)),
            Columns.Of(versions.Select(v => (v.Kind ?? v.Origin?.Kind)?.ToString())),
            Columns.Of(versions.Select(v => v.Counts)),
            Columns.Of(versions.Select(v => v.RecordedAt)),
            Columns.Of(versions.Select(v => v.EndedAt)),
            Columns.Of(versions.Select(v => v.EndedBecause)),
            Columns.Of(versions.Select(v => v.OccurredOn ?? v.Origin?.OccurredOn)),
            Columns.Of(versions.Select(v => v.ParticipantId)),
            Columns.Of(versions.Select(v => v.HeadCount)),
            Columns.Of(versions.Select(v => v.Origin?.WaveId)),
            Columns.Of(versions.Select(v => v.Origin?.ConsultationId)),
            Columns.Of(versions.Select(v => v.Origin?.Channel.ToString())),
            Columns.Of(versions.Select(v => v.Who is not null)),
            Columns.Of(versions.Select(v => v.Who?.Audience?.ToString())),
            Columns.Of(versions.Select(v => v.Who?.Proxy ?? false)),
            Columns.Of(versions.Select(v => v.Who?.District)),
            Columns.Of(versions.Select(v => v.Who?.Need)),
            Columns.Of(versions.Select(v => v.Who?.Phase)),
            Columns.Of(versions.Select(v => v.Origin is not null)),
        },
    };
}
