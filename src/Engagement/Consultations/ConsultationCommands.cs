using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Consultations;

/// <summary>What may be asked of consultations.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such consultation.</exception>
/// <exception cref="StaleVersionException">The consultation is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class ConsultationCommands(CommandRunner runner, FeedbackReads feedback)
{
    private const string Thing = "consultation";

    public Task<Guid> DraftAsync(DraftConsultation command, CommandContext context, CancellationToken cancellationToken)
    {
        var id = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        return runner.StartAsync<Consultation>(id, command, context, DraftConsultation.Decide(command, id), null, cancellationToken);
    }

    public Task ChangeDraftAsync(ChangeConsultationDraft command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ConsultationId, command, context, c => ChangeConsultationDraft.Decide(command, c), cancellationToken);

    public Task PublishProposalAsync(PublishProposal command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ConsultationId, command, context, c => PublishProposal.Decide(command, c), cancellationToken);

    public Task ChooseAudiencesAsync(ChooseAudiences command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ConsultationId, command, context, c => ChooseAudiences.Decide(command, c), cancellationToken);

    public Task SayWhatItIsAboutAsync(SayWhatItIsAbout command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ConsultationId, command, context, c => SayWhatItIsAbout.Decide(command, c), cancellationToken);

    public Task RecordOptionRejectedAsync(RecordOptionRejected command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ConsultationId, command, context, c => RecordOptionRejected.Decide(command, c), cancellationToken);

    public Task LinkEqualityAnalysisAsync(LinkEqualityAnalysis command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ConsultationId, command, context, _ => LinkEqualityAnalysis.Decide(command), cancellationToken);

    public Task AddRenditionAsync(AddRendition command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ConsultationId, command, context, c => AddRendition.Decide(command, c), cancellationToken);

    public async Task OpenAsync(OpenConsultation command, CommandContext context, CancellationToken cancellationToken)
    {
        var decisionMade = await feedback.HasDecisionAsync(command.ConsultationId, cancellationToken);
        var today = runner.DayOf(context);
        await ChangeAsync(
            command.ConsultationId,
            command,
            context,
            c => OpenConsultation.Decide(command, c, decisionMade, today),
            cancellationToken);
    }

    public Task ExtendClosingDateAsync(ExtendClosingDate command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.ConsultationId, command, context, c => ExtendClosingDate.Decide(command, c, today), cancellationToken);
    }

    public Task CorrectClosingDateAsync(CorrectClosingDate command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.ConsultationId, command, context, c => CorrectClosingDate.Decide(command, c, today), cancellationToken);
    }

    public Task PauseAsync(PauseConsultation command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.ConsultationId, command, context, c => PauseConsultation.Decide(command, c, today), cancellationToken);
    }

    public Task ResumeAsync(ResumeConsultation command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.ConsultationId, command, context, c => ResumeConsultation.Decide(command, c, today), cancellationToken);
    }

    public Task CloseAsync(CloseConsultation command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.ConsultationId, command, context, c => CloseConsultation.Decide(c, today), cancellationToken);
    }

    public Task AcceptLateSubmissionsAsync(AcceptLateSubmissions command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.ConsultationId, command, context, c => AcceptLateSubmissions.Decide(command, c, today), cancellationToken);
    }

    public async Task PublishReportAsync(PublishReport command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        await feedback.WithReportReadinessAsync(
            command.ConsultationId,
            readiness => ChangeAsync(
                command.ConsultationId, command, context, c => PublishReport.Decide(command, c, readiness, today), cancellationToken),
            cancellationToken);
    }

    public Task WithdrawAsync(WithdrawConsultation command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeAsync(command.ConsultationId, command, context, c => WithdrawConsultation.Decide(command, c, today), cancellationToken);
    }

    private Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<Consultation, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
