using Engagement.Common;
using Engagement.Releases;
using Engagement.Surveys;
using EventStore;

namespace Engagement.SurveyResults;

/// <summary>Who took part in the surveys of a consultation, by how they answered and where they live. Each survey and each voice apart.</summary>
internal sealed class ConsultationReleaseFigures(DocumentStore store) : IReleaseFigures
{
    private static readonly Breakdown[] By = [Breakdown.Channel, Breakdown.Rendition, Breakdown.District];

    public ReleaseKind Kind => ReleaseKind.ConsultationFigures;

    public async Task<IReadOnlyList<CountTable>?> TablesAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var waves = new List<Guid>();
        foreach (var id in await WavesAsync(subject, cancellationToken))
        {
            if (await moment.FoldAsync<Wave>(session, id, cancellationToken) is { IsOpened: true })
                waves.Add(id);
        }

        if (waves.Count == 0)
            return null;

        var contents = await WaveLog.ReadAsync(session, waves, moment, cancellationToken);
        return
        [
            .. from wave in waves
               from breakdown in By
               from voice in CountedContent.Count(contents[wave], breakdown.ToString())
               select WaveTables.OfResponses($"{wave:N} {WaveTables.NameOf(voice.Voice)}", voice, breakdown.ToString()),
        ];
    }

    public async Task<bool> AnyTakenBackSinceAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) =>
        await WaveLog.AnyTakenBackSinceAsync(store, await WavesAsync(subject, cancellationToken), moment, cancellationToken);

    private async Task<Guid[]> WavesAsync(ReleaseSubject subject, CancellationToken cancellationToken) =>
    [
        .. await store.ListAsync(
            "select id from public.mt_doc_wavepage where data ->> 'ConsultationId' = $1 order by id",
            row => row.GetGuid(0),
            cancellationToken,
            subject.Id.GetValueOrDefault().ToString()),
    ];
}
