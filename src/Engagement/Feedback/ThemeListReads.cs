using Engagement.Common;
using Engagement.Releases;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Themes as officers look for them: those that wait, those of a place, those that many raise. Right at once, but for what asks about views.</summary>
public sealed class ThemeListReads(DocumentStore store)
{
    // Days are those of London. A decision that is looked at again is an answer no more: waiting begins anew.
    private const string WaitingSince =
        """
        coalesce((l.data -> 'Reopened' -> -1 ->> 'ReopenedAt')::timestamptz, (t.data ->> 'OpenedAt')::timestamptz) at time zone 'Europe/London'
        """;

    /// <param name="query">Which themes.</param>
    /// <param name="readsViews">Whether who asks may read views one by one: else a place or an audience finds no theme of a few.</param>
    /// <param name="today">In London.</param>
    /// <param name="order">In which order.</param>
    /// <param name="after">The place of the last theme already seen.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Slice<ThemeRow>> ListAsync(
        ThemeQuery query, bool readsViews, DateOnly today, ThemeOrder order, ThemePosition? after, int limit, CancellationToken cancellationToken)
    {
        var statement = new Statement(query, readsViews, today);
        var (follows, direction) = order == ThemeOrder.Oldest ? (">", "") : ("<", " desc");
        var rest = after is { } position ? $"where (key, id) {follows} ({statement.Parameter(position.Key)}, {statement.Parameter(position.Id)})" : "";
        var rows = await store.ListAsync(
            $"""
            select data, key, id from (select t.id, t.data, {KeyOf(order)} as key {statement}) themes
            {rest} order by key{direction}, id{direction} limit {statement.Parameter(limit + 1)}
            """,
            row => new ThemeRow(store.Document<ThemeCard>(row, 0), new ThemePosition(order, row.GetInt64(1), row.GetGuid(2))),
            cancellationToken,
            statement.Parameters);
        return rows.SliceOf(limit);
    }

    /// <inheritdoc cref="ListAsync"/>
    public async Task<int> CountAsync(ThemeQuery query, bool readsViews, DateOnly today, CancellationToken cancellationToken)
    {
        var statement = new Statement(query, readsViews, today);
        return (int)await store.CountAsync($"select count(*) {statement}", cancellationToken, statement.Parameters);
    }

    /// <summary>When the first of the views of each of these themes was said; themes without views are left out.</summary>
    public async Task<Dictionary<Guid, DateTimeOffset>> FirstSaidAsync(IReadOnlyCollection<Guid> themeIds, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select t.theme_id, min(v.said_at) from engagement.view_themes t join engagement.views v on v.id = t.view_id
            where t.theme_id = any($1) group by t.theme_id
            """,
            row => (Theme: row.GetGuid(0), At: row.GetFieldValue<DateTimeOffset>(1)),
            cancellationToken,
            themeIds.ToArray());
        return rows.ToDictionary(row => row.Theme, row => row.At);
    }

    private static string KeyOf(ThemeOrder order) => order == ThemeOrder.MostViews
        ? "(select count(distinct v.view_id) from engagement.view_themes v where v.theme_id = t.id)"
        : "(extract(epoch from (t.data ->> 'OpenedAt')::timestamptz) * 1000000)::bigint";

    /// <summary>The themes t with their loops l: only the conditions that are asked for.</summary>
    private sealed class Statement
    {
        private readonly List<string> _conditions = ["true"];
        private readonly List<object?> _parameters = [];

        public Statement(ThemeQuery query, bool readsViews, DateOnly today)
        {
            if (!query.Merged)
                _conditions.Add("t.data ->> 'MergedInto' is null");
            if (query.ConsultationId is { } consultation)
                _conditions.Add($"t.data ->> 'ConsultationId' = {Parameter(consultation.ToString())}");
            if (query.Standing)
                _conditions.Add("t.data ->> 'ConsultationId' is null");
            if (query.Answered is { } answered)
                _conditions.Add($"l.data ->> 'PublishedAs' is {(answered ? "not null" : "null")}");
            if (query.WaitingDays is { } days)
                _conditions.Add($"l.data ->> 'PublishedAs' is null and ({WaitingSince})::date <= {Parameter(DaysBefore(today, days))}");
            if (query.Disposition is { } disposition)
                _conditions.Add($"t.data -> 'Disposition' ->> 'Disposition' = {Parameter(disposition.ToString())}");
            if (CleanText.OrNull(query.Words) is { } words)
            {
                _conditions.Add(
                    $"""
                    to_tsvector('english', (t.data ->> 'Title') || ' ' || (t.data ->> 'Summary')) @@ websearch_to_tsquery('english', {Parameter(words)})
                    """);
            }

            if (query.District is not null || query.Audience is not null)
                _conditions.Add(RaisedBy(query, readsViews ? 1 : DisclosurePolicy.OfficersV1.HideUnder));
        }

        public object?[] Parameters => [.. _parameters];

        public string Parameter(object value)
        {
            _parameters.Add(value);
            return $"${_parameters.Count}";
        }

        public override string ToString() =>
            $"""
            from public.mt_doc_themecard t left join public.mt_doc_loopcard l on l.data ->> 'ThemeId' = t.id::text
            where {string.Join(" and ", _conditions)}
            """;

        // Counted no further than it matters.
        private string RaisedBy(ThemeQuery query, int least)
        {
            var of = new List<string>();
            if (query.District is { } district)
                of.Add($"v.district = {Parameter(CleanText.OneLine(district))}");
            if (query.Audience is { } audience)
                of.Add($"v.audience = {Parameter(audience.ToString())}");
            return $"""
                (select count(*) from (
                    select distinct c.view_id from engagement.view_themes c join engagement.views v on v.id = c.view_id
                    where c.theme_id = t.id and {string.Join(" and ", of)} limit {Parameter(least)}) raised) >= {Parameter(least)}
                """;
        }

        private static DateOnly DaysBefore(DateOnly today, int days) => DateOnly.FromDayNumber(Math.Max(today.DayNumber - Math.Max(days, 0), 0));
    }
}
