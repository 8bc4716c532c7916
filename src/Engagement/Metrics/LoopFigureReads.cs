using Engagement.Common;
using Engagement.Feedback;
using EventStore;

namespace Engagement.Metrics;

/// <summary>What became of what people said, as at any moment. Exact figures for officers, never for the public.</summary>
public sealed class LoopFigureReads(DocumentStore store, TimeProvider clock)
{
    // How each loop stood at $1. As LoopRules.NotMerged: the loop of a theme that was merged away is nobody's work any more.
    private const string Standings =
        """
        select h.id, (h.data ->> 'ThemeId')::uuid as theme_id, (h.data ->> 'ConsultationId')::uuid as consultation_id,
               s.due_on, s.is_closed, s.is_reopened, s.is_decided, s.published_on
        from public.mt_doc_loophistory h
        cross join lateral (
            select (e ->> 'DueOn')::date as due_on, (e ->> 'IsClosed')::boolean as is_closed, (e ->> 'IsReopened')::boolean as is_reopened,
                   (e ->> 'IsDecided')::boolean as is_decided, (e ->> 'PublishedOn')::date as published_on
            from jsonb_array_elements(h.data -> 'Standings') with ordinality as standings(e, n)
            where (e ->> 'RecordedAt')::timestamptz <= $1
            order by n desc limit 1) s
        where s.published_on is not null or not exists (
            select from engagement.theme_merges m where m.from_id = (h.data ->> 'ThemeId')::uuid and m.recorded_at <= $1 and m.ended_at > $1)
        """;

    /// <summary>Loops are due on the promised day, else after twelve weeks; a moment to come says what will be due by then.</summary>
    public async Task<LoopFigures> OfAsync(Guid? consultationId, DateTimeOffset? asAt, CancellationToken cancellationToken)
    {
        object?[] parameters = [FactFilter.Moment(asAt), consultationId, DayOf(asAt)];
        var loops = await store.ListAsync(
            $"""
            select count(*), count(*) filter (where is_decided), count(published_on), count(*) filter (where is_closed),
                   count(*) filter (where is_reopened), count(*) filter (where is_closed and due_on <= $3), count(*) filter (where due_on <= $3)
            from ({Standings}) loops where $2::uuid is null or consultation_id = $2
            """,
            row => Enumerable.Range(0, 7).Select(i => (int)row.GetInt64(i)).ToArray(),
            cancellationToken,
            parameters);
        var answers = await store.ListAsync(
            $"""
            select count(*) filter (where not is_group and answer = 'Yes'), count(*) filter (where not is_group and answer = 'Partly'),
                   count(*) filter (where not is_group and answer = 'No'),
                   max(answer) filter (where by = '{nameof(FamilyReader.ParentForum)}'), max(answer) filter (where by = '{nameof(FamilyReader.YoungPeople)}')
            from engagement.loop_confirmations c join ({Standings}) loops on loops.id = c.loop_id
            where c.recorded_at <= $1 and c.ended_at > $1 and ($2::uuid is null or loops.consultation_id = $2)
            group by c.loop_id
            """,
            row => new LoopConfirmation((int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2), Answer(row, 3), Answer(row, 4)),
            cancellationToken,
            parameters[..2]);

        return loops[0] switch
        {
            [var all, var decided, var published, var closed, var reopened, var closedOfDue, var due] => new LoopFigures(
                all,
                decided,
                published,
                closed,
                reopened,
                new LoopClosure(closedOfDue, due),
                new ConfirmationFigures(answers.Sum(a => a.Yes), answers.Sum(a => a.Partly), answers.Sum(a => a.No), answers.Count(a => a.IsConfirmed))),
            _ => throw new InvalidOperationException("A row of figures is short."),
        };
    }

    /// <summary>How long people have waited for a published decision on what they said, in days in London.</summary>
    public async Task<TimeToDecision> TimeToDecisionAsync(MetricsScope scope, CancellationToken cancellationToken)
    {
        var filter = FactFilter.Of(scope, "said_on", "v");
        var today = filter.Add(DayOf(scope.AsAt));
        var groups = await store.ListAsync(
            $"""
            with recursive loops as ({Standings}),
            counted_with (theme_id, of_theme_id) as (
                select theme_id, theme_id from loops
                union
                select m.from_id, c.of_theme_id from counted_with c
                join engagement.theme_merges m on m.into_id = c.theme_id and m.recorded_at <= $1 and m.ended_at > $1),
            answered as (
                select c.theme_id, min(l.published_on) as published, bool_or(l.is_decided or l.published_on is not null) as decided
                from counted_with c join loops l on l.theme_id = c.of_theme_id group by c.theme_id),
            waits as (
                select v.said_on, min(a.published) as published, coalesce(bool_or(a.decided), false) as decided
                from engagement.view_facts v
                left join engagement.view_codings c on c.view_id = v.view_id and c.recorded_at <= $1 and c.ended_at > $1
                left join answered a on a.theme_id = c.theme_id
                where v.state not in ('NotCodable', 'Withdrawn') and {filter.Condition}
                group by v.view_id, v.said_on)
            select greatest(coalesce(published, {today}) - said_on, 0), published is not null, decided, count(*) from waits group by 1, 2, 3
            """,
            row => (Days: row.GetInt32(0), IsOver: row.GetBoolean(1), IsDecided: row.GetBoolean(2), Count: (int)row.GetInt64(3)),
            cancellationToken,
            filter.Parameters);
        var waiting = groups.Where(g => !g.IsOver).ToArray();
        return new TimeToDecision(
            KaplanMeier.Median(groups.Select(g => (g.Days, g.IsOver, g.Count))),
            waiting.Length == 0 ? null : waiting.Max(g => g.Days),
            groups.Sum(g => g.Count),
            groups.Where(g => g.IsDecided).Sum(g => g.Count),
            groups.Where(g => g.IsOver).Sum(g => g.Count));
    }

    private DateOnly DayOf(DateTimeOffset? asAt) => LondonCalendar.DayOf(asAt ?? clock.GetUtcNow());

    private static ConfirmationAnswer? Answer(Npgsql.NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : Enum.Parse<ConfirmationAnswer>(row.GetString(column));
}
