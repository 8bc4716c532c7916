using Engagement.Common;
using Engagement.Consultations;
using EventStore;
using Npgsql;

namespace Engagement.Surveys;

/// <summary>What is seen of instruments and waves.</summary>
public sealed class SurveyReads(DocumentStore store)
{
    private const string Waves =
        """
        from public.mt_doc_wavepage w
        join public.mt_doc_instrumentsheet i on i.id = (w.data ->> 'InstrumentId')::uuid
        left join public.mt_doc_consultationpage c on c.id = (w.data ->> 'ConsultationId')::uuid
        """;

    /// <summary>The survey with its questions and its dates as they stand now, in one read; null also while its wave is only scheduled.</summary>
    public async Task<Survey?> FindSurveyAsync(Guid waveId, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            $"select w.data, c.data, i.data {Waves} where w.id = $1",
            row => SheetOf(row) is { } sheet ? Survey.Of(sheet, store.Document<InstrumentSheet>(row, 2)) : null,
            cancellationToken,
            waveId);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Those that have been opened.</summary>
    public Task<IReadOnlyList<WaveSheet>> WavesByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        OpenedWavesAsync("w.id = any($1)", cancellationToken, ids.ToArray());

    /// <summary>The survey of each consultation that has one: before others one that is open, then one for everybody, then the first that was made.</summary>
    public async Task<Dictionary<Guid, WaveSheet>> WavesByConsultationAsync(
        IReadOnlyCollection<Guid> consultationIds, DateOnly today, CancellationToken cancellationToken) =>
        (await AllWavesByConsultationAsync(consultationIds, cancellationToken)).ToDictionary(
            waves => waves.Key,
            waves => waves.OrderBy(wave => wave.StateOn(today) != WaveState.Open).ThenBy(wave => wave.Audience is not null).First());

    /// <summary>All waves of consultations that have been opened, such as one for young people beside one for parents, in order of making.</summary>
    public async Task<ILookup<Guid, WaveSheet>> AllWavesByConsultationAsync(
        IReadOnlyCollection<Guid> consultationIds, CancellationToken cancellationToken)
    {
        var waves = await OpenedWavesAsync(
            "w.data ->> 'ConsultationId' = any($1) order by (w.data ->> 'MadeAt')::timestamptz, w.id",
            cancellationToken,
            (object)consultationIds.Select(id => id.ToString()).ToArray());
        return waves.ToLookup(wave => wave.ConsultationId.GetValueOrDefault());
    }

    /// <summary>Newest first. Waves are hundreds, so the list is read without an index of its own.</summary>
    public async Task<Slice<WaveCard>> ListWavesAsync(WaveFilter filter, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var rows = await store.ListAsync(
            $"""
            select w.data, c.data, i.data ->> 'Title' {Waves}
            where ($1::text is null or strpos(lower(concat_ws(' ', w.data ->> 'Title', i.data ->> 'Title')), lower($1)) > 0)
              and ($2::text is null or w.data ->> 'InstrumentId' = $2)
              and ($3::text is null or w.data ->> 'ConsultationId' = $3)
              and ($4::timestamptz is null or ((w.data ->> 'MadeAt')::timestamptz, w.id) < ($4, $5))
            order by (w.data ->> 'MadeAt')::timestamptz desc, w.id desc
            limit $6
            """,
            CardOf,
            cancellationToken,
            CleanText.OrNull(filter.Search),
            filter.InstrumentId?.ToString(),
            filter.ConsultationId?.ToString(),
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static TimePosition PositionOf(WaveCard card) => new(card.Wave.MadeAt, card.Wave.Id);

    public async Task<WaveCard?> FindWaveAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync($"select w.data, c.data, i.data ->> 'Title' {Waves} where w.id = $1", CardOf, cancellationToken, id);
        return found.Count == 0 ? null : found[0];
    }

    public Task<InstrumentSheet?> FindInstrumentAsync(Guid id, CancellationToken cancellationToken) =>
        store.LoadAsync<InstrumentSheet>(id, cancellationToken);

    public Task<IReadOnlyList<InstrumentSheet>> InstrumentsByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<InstrumentSheet>(ids, cancellationToken);

    /// <summary>Newest first. <paramref name="titled"/>: part of the title.</summary>
    public async Task<Slice<InstrumentSheet>> ListInstrumentsAsync(
        string? titled, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<InstrumentSheet>(
            """
            select data from public.mt_doc_instrumentsheet
            where ($1::text is null or strpos(lower(data ->> 'Title'), lower($1)) > 0)
              and ($2::timestamptz is null or ((data ->> 'DraftedAt')::timestamptz, id) < ($2, $3))
            order by (data ->> 'DraftedAt')::timestamptz desc, id desc
            limit $4
            """,
            cancellationToken,
            CleanText.OrNull(titled),
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static TimePosition PositionOf(InstrumentSheet sheet) => new(sheet.DraftedAt, sheet.Id);

    /// <summary>An instrument as its editor sees it.</summary>
    public async Task<InstrumentBuilder?> FindBuilderAsync(Guid id, CancellationToken cancellationToken) =>
        await FindInstrumentAsync(id, cancellationToken) is { } sheet ? InstrumentBuilder.Of(sheet) : null;

    private async Task<IReadOnlyList<WaveSheet>> OpenedWavesAsync(string where, CancellationToken cancellationToken, params object?[] parameters) =>
        [.. (await store.ListAsync($"select w.data, c.data {Waves} where {where}", SheetOf, cancellationToken, parameters)).OfType<WaveSheet>()];

    private WaveCard CardOf(NpgsqlDataReader row) => new(store.Document<WavePage>(row, 0), row.GetString(2), SheetOf(row));

    private WaveSheet? SheetOf(NpgsqlDataReader row) =>
        WaveSheet.From(store.Document<WavePage>(row, 0), row.IsDBNull(1) ? null : store.Document<ConsultationPage>(row, 1));
}
