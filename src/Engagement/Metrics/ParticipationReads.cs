using Engagement.Common;
using Engagement.Surveys;
using EventStore;
using Npgsql;

namespace Engagement.Metrics;

/// <summary>Who took part, as at any moment. Exact figures for officers, never for the public.</summary>
public sealed class ParticipationReads(DocumentStore store, DenominatorSets denominators)
{
    private const string Figures =
        """
        count(distinct participant_id) + count(*) filter (where participant_id is null and kind <> 'HeadCount'),
        count(*) filter (where kind = 'Response'),
        count(*) filter (where kind = 'Contribution'),
        count(*) filter (where kind = 'Rating'),
        count(*) filter (where kind = 'Attendance'),
        coalesce(sum(head_count), 0),
        count(*) filter (where proxy)
        """;

    public async Task<Participation> OfAsync(MetricsScope scope, CancellationToken cancellationToken)
    {
        var filter = FactFilter.Of(scope, "occurred_on");
        var rows = await store.ListAsync(
            $"select {Figures} from engagement.acts where counts and {filter.Condition}", row => Read(row, 0), cancellationToken, filter.Parameters);
        return rows[0];
    }

    /// <summary>In the order of the keys; those of whom it is not known come last.</summary>
    public Task<IReadOnlyList<ParticipationGroup>> ByAsync(MetricsDimension dimension, MetricsScope scope, CancellationToken cancellationToken)
    {
        var filter = FactFilter.Of(scope, "occurred_on");
        return store.ListAsync(
            $"""
            select {Dimensions.Column(dimension, "occurred_on", "channel")} collate "C" as key, {Figures}
            from engagement.acts where counts and {filter.Condition}
            group by key order by key
            """,
            row => new ParticipationGroup(row.IsDBNull(0) ? null : row.GetString(0), Read(row, 1)),
            cancellationToken,
            filter.Parameters);
    }

    /// <summary>Period by period of the calendar, in its order. Somebody who took part in several is in each of them.</summary>
    /// <param name="period">How long a period is.</param>
    /// <param name="scope">What is asked for.</param>
    /// <param name="district">The code of one district; null: all, and where none is known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<DateOnly, Participation>> ByPeriodAsync(
        MetricsPeriod period, MetricsScope scope, string? district, CancellationToken cancellationToken)
    {
        var filter = FactFilter.Of(scope, "occurred_on");
        var place = filter.Add(district);
        var rows = await store.ListAsync(
            $"""
            select date_trunc('{period}', occurred_on)::date, {Figures}
            from engagement.acts where counts and ({place}::text is null or district = {place}) and {filter.Condition}
            group by 1
            """,
            row => (From: row.GetFieldValue<DateOnly>(0), Figures: Read(row, 1)),
            cancellationToken,
            filter.Parameters);
        return rows.ToDictionary(row => row.From, row => row.Figures);
    }

    /// <summary>Responses for each 1,000 eligible people, whom a denominator set counts, in all and by group.</summary>
    /// <exception cref="ThingNotFoundException">There is no such set.</exception>
    public async Task<Reach> ReachAsync(
        MetricsScope scope, Guid denominatorSetId, DenominatorDimension dimension, CancellationToken cancellationToken)
    {
        var set = await denominators.GetAsync(denominatorSetId, cancellationToken);
        var groups = await ByAsync(Dimensions.Of(dimension), scope, cancellationToken);
        var responses = groups.Where(g => g.Key is not null).ToDictionary(g => g.Key!, g => g.Figures.Responses);
        return new Reach(
            set,
            groups.Sum(g => g.Figures.Responses),
            [
                .. set.Of(dimension)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new GroupReach(group.Key, responses.GetValueOrDefault(group.Key), group.Value)),
            ]);
    }

    /// <summary>How far those who took part are like the people whom a denominator set counts.</summary>
    /// <exception cref="ThingNotFoundException">There is no such set.</exception>
    public async Task<Representativeness> RepresentativenessAsync(
        MetricsScope scope, Guid denominatorSetId, DenominatorDimension dimension, CancellationToken cancellationToken)
    {
        var set = await denominators.GetAsync(denominatorSetId, cancellationToken);
        var groups = await ByAsync(Dimensions.Of(dimension), scope, cancellationToken);
        return Representativeness.Of(
            groups.Where(g => g.Key is not null && g.Figures.Participants > 0).ToDictionary(g => g.Key!, g => g.Figures.Participants),
            groups.Where(g => g.Key is null).Sum(g => g.Figures.Participants),
            set.Of(dimension));
    }

    /// <summary>How many of those asked have answered, wave by wave. A wave with an open link has no rate: see <see cref="ReachAsync"/>.</summary>
    public Task<IReadOnlyList<WaveRate>> ResponseRatesAsync(Guid? consultationId, DateTimeOffset? asAt, CancellationToken cancellationToken) =>
        store.ListAsync(
            $"""
            select w.id, a.countable, a.ineligible, r.invited, r.undeliverable, r.denominator_set_id
            from public.mt_doc_wavehistory w
            cross join lateral (
                select (e -> 'Invitations' ->> 'Invited')::int as invited, (e -> 'Invitations' ->> 'Undeliverable')::int as undeliverable,
                       (e ->> 'DenominatorSetId')::uuid as denominator_set_id
                from jsonb_array_elements(w.data -> 'Reaches') with ordinality as reaches(e, n)
                where (e ->> 'RecordedAt')::timestamptz <= $1
                order by n desc limit 1) r
            cross join lateral (
                select count(*) filter (where counts and recorded_at <= $1 and ended_at > $1) as countable,
                       count(*) filter (where ended_because = '{nameof(VoidReason.OutOfScope)}' and ended_at <= $1) as ineligible
                from engagement.acts where wave_id = w.id) a
            {(consultationId is null ? "" : "where w.data ->> 'ConsultationId' = $2")}
            order by w.id
            """,
            row => new WaveRate(
                row.GetGuid(0),
                (int)row.GetInt64(1),
                (int)row.GetInt64(2),
                row.IsDBNull(3) ? null : new InvitationList(row.GetInt32(3), row.GetInt32(4)),
                row.IsDBNull(5) ? null : row.GetGuid(5)),
            cancellationToken,
            consultationId is { } consultation ? [FactFilter.Moment(asAt), consultation.ToString()] : [FactFilter.Moment(asAt)]);

    private static Participation Read(NpgsqlDataReader row, int first) => new(
        (int)row.GetInt64(first),
        (int)row.GetInt64(first + 1),
        (int)row.GetInt64(first + 2),
        (int)row.GetInt64(first + 3),
        (int)row.GetInt64(first + 4),
        (int)row.GetInt64(first + 5),
        (int)row.GetInt64(first + 6));
}
