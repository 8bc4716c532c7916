using Engagement.Common;
using Engagement.Consultations;
using EventStore;

namespace Engagement.Surveys;

/// <summary>What is seen of instruments and waves.</summary>
public sealed class SurveyReads(DocumentStore store)
{
    private const string WavesWithConsultations =
        """
        select w.data, c.data from public.mt_doc_wavepage w
        join public.mt_doc_consultationpage c on c.id = (w.data ->> 'ConsultationId')::uuid
        """;

    /// <summary>The survey with its questions and its dates as they stand now, in one read.</summary>
    public async Task<Survey?> FindSurveyAsync(Guid waveId, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            """
            select w.data, c.data, i.data from public.mt_doc_wavepage w
            join public.mt_doc_consultationpage c on c.id = (w.data ->> 'ConsultationId')::uuid
            join public.mt_doc_instrumentsheet i on i.id = (w.data ->> 'InstrumentId')::uuid
            where w.id = $1
            """,
            row => SurveyOf(
                WaveSheet.From(store.Document<WavePage>(row, 0), store.Document<ConsultationPage>(row, 1)),
                store.Document<InstrumentSheet>(row, 2)),
            cancellationToken,
            waveId);
        return found.Count == 0 ? null : found[0];
    }

    public Task<IReadOnlyList<WaveSheet>> WavesByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.ListAsync(
            $"{WavesWithConsultations} where w.id = any($1)",
            row => WaveSheet.From(store.Document<WavePage>(row, 0), store.Document<ConsultationPage>(row, 1)),
            cancellationToken,
            ids.ToArray());

    /// <summary>The wave of each consultation that has one.</summary>
    public async Task<Dictionary<Guid, WaveSheet>> WavesByConsultationAsync(
        IReadOnlyCollection<Guid> consultationIds, CancellationToken cancellationToken)
    {
        var waves = await WavesByIdsAsync([.. consultationIds.Select(Wave.IdFor)], cancellationToken);
        return waves.Where(wave => wave.ConsultationId is not null).ToDictionary(wave => wave.ConsultationId!.Value);
    }

    public Task<InstrumentSheet?> FindInstrumentAsync(Guid id, CancellationToken cancellationToken) =>
        store.LoadAsync<InstrumentSheet>(id, cancellationToken);

    public Task<IReadOnlyList<InstrumentSheet>> InstrumentsByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<InstrumentSheet>(ids, cancellationToken);

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<InstrumentSheet>> InstrumentsAsync(CancellationToken cancellationToken) =>
        store.ListDocumentsAsync<InstrumentSheet>(
            "select data from public.mt_doc_instrumentsheet order by (data ->> 'DraftedAt')::timestamptz desc, id desc limit 200",
            cancellationToken);

    private static Survey SurveyOf(WaveSheet wave, InstrumentSheet instrument)
    {
        var questionnaire = instrument.Instrument.Versions.Single(v => v.Number == wave.InstrumentVersion).ToQuestionnaire();
        return new Survey(wave, questionnaire.Questions)
        {
            Sections = questionnaire.Sections,
            Renditions =
            [
                .. instrument.Instrument.Renditions
                    .Where(r => r.InstrumentVersion == wave.InstrumentVersion && r.ApprovedByRole is not null)
                    .Select(r => r.Render(questionnaire)),
            ],
        };
    }
}
