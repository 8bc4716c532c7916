using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>What is asked of waves that are scheduled. A consultation's own first survey is opened without that, in <see cref="SurveyCommands"/>.</summary>
public sealed class WaveCommands(CommandRunner runner, SurveyReads surveys, ConsultationReads consultations)
{
    private const string Thing = "survey";

    public async Task<Guid> ScheduleAsync(ScheduleWave command, CommandContext context, CancellationToken cancellationToken)
    {
        await FindInstrumentAsync(command.InstrumentId, cancellationToken);
        var consultation = await FindConsultationAsync(command.ConsultationId, cancellationToken);
        return await runner.StartAsync<Wave>(
            DeterministicId.ForNew("scheduled wave", context.IdempotencyKey),
            command,
            context,
            ScheduleWave.Decide(command, consultation, runner.DayOf(context)),
            null,
            cancellationToken);
    }

    public async Task FixInvitationListAsync(FixInvitationList command, CommandContext context, CancellationToken cancellationToken)
    {
        var card = await FindWaveAsync(command.WaveId, cancellationToken);
        var today = runner.DayOf(context);
        await ChangeAsync(command.WaveId, command, context, wave => FixInvitationList.Decide(command, wave, card.Sheet, today), cancellationToken);
    }

    public async Task OpenAsync(OpenScheduledWave command, CommandContext context, CancellationToken cancellationToken)
    {
        var card = await FindWaveAsync(command.WaveId, cancellationToken);
        var instrument = await FindInstrumentAsync(card.Wave.InstrumentId, cancellationToken);
        var consultation = await FindConsultationAsync(card.Wave.ConsultationId, cancellationToken);
        var today = runner.DayOf(context);
        await ChangeAsync(
            command.WaveId, command, context, wave => OpenScheduledWave.Decide(command, wave, instrument, consultation, today), cancellationToken);
    }

    public async Task ChangeVersionAsync(ChangeWaveVersion command, CommandContext context, CancellationToken cancellationToken)
    {
        var sheet = await FindOpenedAsync(command.WaveId, cancellationToken);
        var instrument = await FindInstrumentAsync(sheet.InstrumentId, cancellationToken);
        var today = runner.DayOf(context);
        await ChangeAsync(command.WaveId, command, context, wave => ChangeWaveVersion.Decide(wave, sheet, instrument, today), cancellationToken);
    }

    public Task ExtendAsync(ExtendWave command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.WaveId, command, context, wave => ExtendWave.Decide(command, wave, today), cancellationToken);
    }

    public Task ReopenAsync(ReopenWave command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.WaveId, command, context, wave => ReopenWave.Decide(command, wave, today), cancellationToken);
    }

    private async Task<Instrument> FindInstrumentAsync(Guid id, CancellationToken cancellationToken) =>
        (await surveys.FindInstrumentAsync(id, cancellationToken))?.Instrument ?? throw new ThingNotFoundException(Thing, id);

    private async Task<ConsultationPage?> FindConsultationAsync(Guid? id, CancellationToken cancellationToken) => id is { } consultation
        ? await consultations.FindAsync(consultation, cancellationToken) ?? throw new ThingNotFoundException("consultation", consultation)
        : null;

    private async Task<WaveCard> FindWaveAsync(Guid id, CancellationToken cancellationToken) =>
        await surveys.FindWaveAsync(id, cancellationToken) ?? throw new ThingNotFoundException(Thing, id);

    private async Task<WaveSheet> FindOpenedAsync(Guid id, CancellationToken cancellationToken) =>
        (await FindWaveAsync(id, cancellationToken)).Sheet ?? throw new RuleRefusedException(WaveRules.NotOpened);

    private Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<Wave, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
