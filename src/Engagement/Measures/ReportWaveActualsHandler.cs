using Engagement.Common;
using Engagement.Surveys;
using Messaging;

namespace Engagement.Measures;

public sealed class ReportWaveActualsHandler(CommandRunner runner, MeasureReads reads, WaveAnswers answers, SurveyReads surveys)
{
    private const string ActorRole = "system";

    // Far more waves than a survey has.
    private const int MostWaves = 200;

    public async Task Handle(ReportWaveActuals message, Envelope envelope, CancellationToken cancellationToken)
    {
        foreach (var measure in await reads.FedByWaveAsync(message.WaveId, cancellationToken))
            await ReportAsync(measure, message.WaveId, message.At, envelope, cancellationToken);
    }

    public async Task Handle(ReportNamedWaves message, Envelope envelope, CancellationToken cancellationToken)
    {
        if (await reads.FindAsync(message.MeasureId, cancellationToken) is not { Record.Survey: { } source } measure)
            return;

        var waves = await surveys.ListWavesAsync(new WaveFilter(InstrumentId: source.InstrumentId), null, MostWaves, cancellationToken);
        foreach (var wave in waves.Items)
            await ReportAsync(measure, wave.Wave.Id, message.At, envelope, cancellationToken);
    }

    private async Task ReportAsync(MeasurePage measure, Guid waveId, DateTimeOffset at, Envelope envelope, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(waveId, measure.Record.Survey!, cancellationToken) is not { } wave)
            return;

        var context = new CommandContext(ActorRole, OccurredAt: at, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        await runner.ChangeAsync<Measure>(
            measure.Id, MeasureCommands.Thing, new ReportWaveActuals(waveId, at), context, state => ReportWaveActuals.Decide(wave, state), cancellationToken);
    }
}
