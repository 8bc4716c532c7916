using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>What may be asked of instruments and waves; of responses see <see cref="ResponseCommands"/>.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such instrument, wave or consultation.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class SurveyCommands(
    CommandRunner runner, SurveyReads surveys, ConsultationReads consultations, ResponseCommands responses)
{
    private const string Thing = "survey";

    public Task<Guid> DraftInstrumentAsync(DraftInstrument command, CommandContext context, CancellationToken cancellationToken)
    {
        var id = DeterministicId.ForNew("instrument", context.IdempotencyKey);
        return runner.StartAsync<Instrument>(id, command, context, DraftInstrument.Decide(command), null, cancellationToken);
    }

    public Task AddStatementAsync(AddStatement command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => AddStatement.Decide(command, i), cancellationToken);

    public Task AddQuestionAsync(AddQuestion command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => AddQuestion.Decide(command, i), cancellationToken);

    public Task ChangeQuestionAsync(ChangeQuestion command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => ChangeQuestion.Decide(command, i), cancellationToken);

    public Task RemoveQuestionAsync(RemoveQuestion command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => RemoveQuestion.Decide(command, i), cancellationToken);

    public Task MoveQuestionAsync(MoveQuestion command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => MoveQuestion.Decide(command, i), cancellationToken);

    public Task AddSectionAsync(AddSection command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => AddSection.Decide(command, i), cancellationToken);

    public Task ChangeSectionAsync(ChangeSection command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => ChangeSection.Decide(command, i), cancellationToken);

    public Task RemoveSectionAsync(RemoveSection command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => RemoveSection.Decide(command, i), cancellationToken);

    public Task MoveSectionAsync(MoveSection command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => MoveSection.Decide(command, i), cancellationToken);

    public Task DraftNewVersionAsync(DraftNewVersion command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, DraftNewVersion.Decide, cancellationToken);

    public Task DiscardDraftAsync(DiscardDraft command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, DiscardDraft.Decide, cancellationToken);

    public Task DeclareContinuityAsync(DeclareContinuity command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => DeclareContinuity.Decide(command, i), cancellationToken);

    public Task WriteRenditionAsync(WriteRendition command, CommandContext context, CancellationToken cancellationToken)
    {
        var author = new RenditionAuthor(context.ActorRole, context.ActorId);
        return ChangeAsync(command.InstrumentId, command, context, i => WriteRendition.Decide(command, i, author), cancellationToken);
    }

    public Task ApproveRenditionAsync(ApproveRendition command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => ApproveRendition.Decide(command, i, context.ActorId), cancellationToken);

    public Task RecordScaleMappingAsync(RecordScaleMapping command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, i => RecordScaleMapping.Decide(command, i), cancellationToken);

    public Task PublishInstrumentVersionAsync(PublishInstrumentVersion command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.InstrumentId, command, context, PublishInstrumentVersion.Decide, cancellationToken);

    public async Task<Guid> OpenWaveAsync(OpenWave command, CommandContext context, CancellationToken cancellationToken)
    {
        var consultation = await consultations.FindAsync(command.ConsultationId, cancellationToken)
            ?? throw new ThingNotFoundException("consultation", command.ConsultationId);
        var instrument = await surveys.FindInstrumentAsync(command.InstrumentId, cancellationToken)
            ?? throw new ThingNotFoundException(Thing, command.InstrumentId);

        return await runner.StartAsync<Wave>(
            Wave.IdFor(command.ConsultationId),
            command,
            context,
            OpenWave.Decide(command, consultation, instrument, runner.DayOf(context)),
            OpenWave.AlreadyThere,
            cancellationToken);
    }

    public Task CloseWaveAsync(CloseWave command, CommandContext context, CancellationToken cancellationToken) =>
        EndWaveAsync(command.WaveId, command, context, CloseWave.Decide, cancellationToken);

    internal Task CloseWhenDueAsync(CloseWaveWhenDue message, CommandContext context, CancellationToken cancellationToken) =>
        EndWaveAsync(message.WaveId, message, context, CloseWaveWhenDue.Decide, cancellationToken);

    /// <inheritdoc cref="ResponseCommands.SubmitAsync"/>
    public Task<IssuedReceipt> SubmitAsync(SubmitResponse command, CommandContext context, CancellationToken cancellationToken) =>
        responses.SubmitAsync(command, context, cancellationToken);

    /// <summary>What was not sent until the wave ended is forgotten with it, in one transaction.</summary>
    private async Task EndWaveAsync(
        Guid id,
        object command,
        CommandContext context,
        Func<Wave, WaveSheet, DateOnly, Decision> decide,
        CancellationToken cancellationToken)
    {
        var survey = await FindSurveyAsync(id, cancellationToken);
        var today = runner.DayOf(context);
        await runner.ChangeAsync<Wave>(
            id,
            Thing,
            command,
            context,
            wave => decide(wave, survey.Wave, today),
            (session, _, events) =>
            {
                session.QueueSqlCommand(ResponseDrafts.RemoveAllOf(id));
                return events;
            },
            cancellationToken);
    }

    private async Task<Survey> FindSurveyAsync(Guid waveId, CancellationToken cancellationToken) =>
        await surveys.FindSurveyAsync(waveId, cancellationToken) ?? throw new ThingNotFoundException(Thing, waveId);

    private Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<Instrument, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
