using Engagement.Common;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Measures;

/// <summary>What is seen of measures.</summary>
public sealed class MeasureReads(DocumentStore store, SurveyReads surveys)
{
    private const string Matches =
        """
        ($1::text is null or (data #>> '{Record,Code}') || ' ' || (data #>> '{Record,Name}') ilike '%' || $1 || '%' escape '\')
          and ($2::int is null or (data #>> '{Record,Area}')::int = $2)
          and ($3::text is null or data ->> 'Rating' = $3)
          and (not $4 or data #>> '{Record,Note}' <> '' or data #>> '{Record,DuplicateOf}' is not null)
        """;

    public Task<MeasurePage?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<MeasurePage>(id, cancellationToken);

    /// <summary>The measure as it was recorded by a moment; null when it was not there.</summary>
    public async Task<MeasurePage?> FindAsAtAsync(Guid id, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        MeasurePage? page = null;
        foreach (var e in (await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken)).Where(e => e.Timestamp <= moment))
            page = MeasurePageProjection.Show(page, id, e);

        return page;
    }

    /// <summary>By their numbers.</summary>
    public async Task<Slice<MeasurePage>> ListAsync(MeasureFilter filter, TextPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<MeasurePage>(
            $"""
            select data from public.mt_doc_measurepage
            where {Matches} and ($5::text is null or (data ->> 'Place', id) > ($5, $6))
            order by data ->> 'Place', id
            limit $7
            """,
            cancellationToken,
            [.. Parameters(filter), after?.Text, after?.Id, limit + 1]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(MeasureFilter filter, CancellationToken cancellationToken) =>
        (int)await store.CountAsync($"select count(*) from public.mt_doc_measurepage where {Matches}", cancellationToken, Parameters(filter));

    public Task<MeasurePage?> FindByCodeAsync(string code, CancellationToken cancellationToken) => store.FindDocumentAsync<MeasurePage>(
        "select data from public.mt_doc_measurepage where data #>> '{Record,Code}' = $1", cancellationToken, code);

    /// <summary>Those that are made of statements of a wave's survey.</summary>
    public async Task<IReadOnlyList<MeasurePage>> FedByWaveAsync(Guid waveId, CancellationToken cancellationToken) =>
        await surveys.FindSurveyAsync(waveId, cancellationToken) is { } survey
            ? await store.ListDocumentsAsync<MeasurePage>(
                "select data from public.mt_doc_measurepage where data #>> '{Record,Survey,InstrumentId}' = $1 order by data ->> 'Place'",
                cancellationToken,
                survey.Wave.InstrumentId.ToString())
            : [];

    public static TextPosition PositionOf(MeasurePage measure) => new(measure.Place, measure.Id);

    private static object?[] Parameters(MeasureFilter filter) =>
    [
        CleanText.OneLine(filter.Words) is { Length: > 0 } words ? Like.Literally(words) : null,
        filter.Area,
        filter.Rating?.ToString(),
        filter.OnlyUnclear,
    ];
}
