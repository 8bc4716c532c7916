using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>The coders' work: which views there are, which is next, and what is left.</summary>
public sealed class CodingBoardReads(DocumentStore store)
{
    private const string Rows =
        $"""
        select v.id, v.consultation_id, v.source, v.source_id, v.text,
               case when v.question_key is null then null else {FeedbackReads.QuestionText} end,
               v.said_at, v.state, {FeedbackReads.ThemesOfView}, v.audience, v.proxy, v.district, v.need, v.phase, v.version
        from engagement.views v
        left join public.mt_doc_instrumentsheet i on i.id = v.instrument_id
        """;

    /// <summary>How many views the report of the consultation $1 waits for: of the table that is written with the events themselves.</summary>
    internal const string CountUnfinishedViews = "select count(*) from engagement.view_progress where consultation_id = $1 and unfinished";

    public static TimePosition PositionOf(ViewDetail view) => new(view.SaidAt, view.Id);

    public static TimePosition PositionOf(UnfinishedView view) => new(view.SaidAt, view.Id);

    /// <summary>Oldest first: who has waited longest is heard first.</summary>
    public Task<Slice<ViewDetail>> ListAsync(CodingBoardFilter filter, TimePosition? after, int limit, CancellationToken cancellationToken) =>
        ListAsync(filter, ViewOrder.Oldest, after, limit, cancellationToken);

    public async Task<Slice<ViewDetail>> ListAsync(
        CodingBoardFilter filter, ViewOrder order, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var (follows, direction) = order == ViewOrder.Oldest ? (">", "") : ("<", " desc");
        var query = new Conditions(filter);
        if (after is { } position)
            query.Add($"(v.said_at, v.id) {follows} ({{0}}, {{1}})", position.At.UtcDateTime, position.Id);

        var rows = await store.ListAsync(
            $"{Rows} where {query} order by v.said_at{direction}, v.id{direction} limit {query.Parameter(limit + 1)}",
            Read,
            cancellationToken,
            query.Parameters);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(CodingBoardFilter filter, CancellationToken cancellationToken)
    {
        var query = new Conditions(filter);
        return (int)await store.CountAsync($"select count(*) from engagement.views v where {query}", cancellationToken, query.Parameters);
    }

    /// <summary>The oldest view after a position that has not been read; null when all have been.</summary>
    public async Task<ViewDetail?> NextAsync(CodingBoardFilter filter, TimePosition? after, CancellationToken cancellationToken)
    {
        var next = await ListAsync(filter with { State = ViewState.Unread }, after, 1, cancellationToken);
        return next.Items.Count == 0 ? null : next.Items[0];
    }

    /// <summary>By audience, own voice before proxy, then in the order of the states; what is nought is left out.</summary>
    public async Task<IReadOnlyList<CodingProgress>> ProgressAsync(Guid? consultationId, CancellationToken cancellationToken)
    {
        var progress = await store.ListAsync(
            """
            select audience, proxy, state, count(*) from engagement.views
            where consultation_id is not distinct from $1 and state <> 'Withdrawn'
            group by audience, proxy, state
            """,
            row => new CodingProgress(
                AudienceOf(row, 0), row.GetBoolean(1), Enum.Parse<ViewState>(row.GetString(2)), (int)row.GetInt64(3)),
            cancellationToken,
            consultationId);
        return [.. progress.OrderBy(p => p.Audience is null).ThenBy(p => p.Audience).ThenBy(p => p.Proxy).ThenBy(p => p.State)];
    }

    /// <summary>The questions that views of a consultation answer, those with most views first; each in the words in which it was asked last.</summary>
    public Task<IReadOnlyList<AnsweredQuestion>> QuestionsAsync(Guid consultationId, CancellationToken cancellationToken) => store.ListAsync(
        $"""
        select v.instrument_id, v.question_key, {FeedbackReads.QuestionText}, v.views
        from (
            select instrument_id, question_key, max(instrument_version) as instrument_version, count(*) as views from engagement.views
            where consultation_id = $1 and instrument_id is not null and question_key is not null and state <> 'Withdrawn'
            group by instrument_id, question_key) v
        left join public.mt_doc_instrumentsheet i on i.id = v.instrument_id
        order by v.views desc, v.instrument_id, v.question_key
        """,
        row => new AnsweredQuestion(row.GetGuid(0), row.GetString(1), row.GetString(2), (int)row.GetInt64(3)),
        cancellationToken,
        consultationId);

    /// <summary>The views that a consultation's report still waits for, oldest first. Never late: it is written with the events themselves.</summary>
    public async Task<Slice<UnfinishedView>> UnfinishedViewsAsync(
        Guid consultationId, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select view_id, said_at from engagement.view_progress
            where consultation_id = $1 and unfinished and ($2::timestamptz is null or (said_at, view_id) > ($2, $3))
            order by said_at, view_id limit $4
            """,
            row => new UnfinishedView(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1)),
            cancellationToken,
            consultationId,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    internal static Audience? AudienceOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Enum.Parse<Audience>(row.GetString(column));

    private static ViewDetail Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.IsDBNull(1) ? null : row.GetGuid(1),
        Enum.Parse<ViewSourceKind>(row.GetString(2)),
        row.GetGuid(3),
        Text(row, 4),
        Text(row, 5),
        row.GetFieldValue<DateTimeOffset>(6),
        Enum.Parse<ViewState>(row.GetString(7)),
        row.GetFieldValue<Guid[]>(8),
        AudienceOf(row, 9),
        row.GetBoolean(10),
        Text(row, 11),
        Text(row, 12),
        Text(row, 13),
        row.GetInt32(14));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Only the conditions that are asked for, so that each combination has a plan of its own.</summary>
    private sealed class Conditions
    {
        private readonly List<string> _conditions = [];
        private readonly List<object?> _parameters = [];

        public Conditions(CodingBoardFilter filter)
        {
            if (filter.State is { } state)
                Add("v.state = {0}", state.ToString());
            else
                _conditions.Add("v.state <> 'Withdrawn'");

            if (filter.ConsultationId is { } consultation)
                Add("v.consultation_id = {0}", consultation);

            if (filter.ThemeId is { } theme)
                Add("exists (select from engagement.view_themes t where t.view_id = v.id and t.theme_id = {0})", theme);

            if (filter.Audience is { } audience)
                Add("v.audience = {0}", audience.ToString());

            if (filter.District is { } district)
                Add("v.district = {0}", CleanText.OneLine(district));

            if (filter.Source is { } source)
                Add("v.source = {0}", source.ToString());

            if (filter.Proxy is { } proxy)
                Add("v.proxy = {0}", proxy);

            if (filter.Outside is { } outside)
                _conditions.Add(outside ? "v.consultation_id is null" : "v.consultation_id is not null");

            if (filter.InstrumentId is { } instrument)
                Add("v.instrument_id = {0}", instrument);

            if (filter.Question is { } question)
                Add("v.question_key = {0}", CleanText.OneLine(question));

            if (CleanText.OrNull(filter.Words) is { } words)
                Add("v.words @@ websearch_to_tsquery('english', {0})", words);
        }

        public object?[] Parameters => [.. _parameters];

        public void Add(string condition, params object[] values)
        {
            object[] numbers = [.. values.Select(Parameter)];
            _conditions.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, numbers));
        }

        public string Parameter(object value)
        {
            _parameters.Add(value);
            return $"${_parameters.Count}";
        }

        public override string ToString() => string.Join(" and ", _conditions);
    }
}
