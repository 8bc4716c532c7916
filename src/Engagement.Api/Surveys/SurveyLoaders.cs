using Engagement.Common;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Surveys;

internal static partial class SurveyLoaders
{
    [DataLoader]
    public static Task<Dictionary<Guid, WaveSheet>> GetWaveByConsultationAsync(
        IReadOnlyList<Guid> consultationIds, SurveyReads reads, TimeProvider clock, CancellationToken cancellation) =>
        reads.WavesByConsultationAsync(consultationIds, clock.LondonToday(), cancellation);

    [DataLoader]
    public static Task<ILookup<Guid, WaveSheet>> GetWavesOfConsultationAsync(
        IReadOnlyList<Guid> consultationIds, SurveyReads reads, CancellationToken cancellation) =>
        reads.AllWavesByConsultationAsync(consultationIds, cancellation);

    [DataLoader]
    public static async Task<Dictionary<Guid, WaveSheet>> GetWaveByIdAsync(
        IReadOnlyList<Guid> ids, SurveyReads reads, CancellationToken cancellation) =>
        (await reads.WavesByIdsAsync(ids, cancellation)).ToDictionary(wave => wave.Id);

    [DataLoader]
    public static async Task<Dictionary<Guid, InstrumentSheet>> GetInstrumentByIdAsync(
        IReadOnlyList<Guid> ids, SurveyReads reads, CancellationToken cancellation) =>
        (await reads.InstrumentsByIdsAsync(ids, cancellation)).ToDictionary(instrument => instrument.Id);
}
