using Engagement.Common;

namespace Engagement.Charter;

/// <summary>What may be asked of charters, and of the services that are looked at by them.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such edition or commissioning activity.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class CharterCommands(CommandRunner runner, CharterReads reads, EvidenceReads evidence)
{
    private const string EditionThing = "charter edition";
    private const string Thing = "commissioning activity";

    public async Task<Guid> AdoptAsync(AdoptEdition command, CommandContext context, CancellationToken cancellationToken)
    {
        var before = command.CharterEditionBeforeId is { } id ? await EditionAsync(id, cancellationToken) : null;
        return await runner.StartAsync<CharterEdition>(
            DeterministicId.ForNew(EditionThing, context.IdempotencyKey), command, context, AdoptEdition.Decide(command, before), null, cancellationToken);
    }

    public Task SignUpAsync(SignUpGroup command, CommandContext context, CancellationToken cancellationToken) => runner.ChangeAsync<CharterEdition>(
        command.CharterEditionId, EditionThing, command, context, edition => SignUpGroup.Decide(command, edition, runner.DayOf(context)), cancellationToken);

    public async Task<Guid> StartAsync(StartCommissioning command, CommandContext context, CancellationToken cancellationToken)
    {
        var edition = await EditionAsync(command.CharterEditionId, cancellationToken);
        return await runner.StartAsync<CommissioningActivity>(
            DeterministicId.ForNew(Thing, context.IdempotencyKey),
            command,
            context,
            StartCommissioning.Decide(command, edition, runner.DayOf(context)),
            null,
            cancellationToken);
    }

    public Task EnterStageAsync(EnterStage command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.CommissioningActivityId, command, context, activity => EnterStage.Decide(command, activity, runner.DayOf(context)), cancellationToken);

    public Task CompleteStageAsync(CompleteStage command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.CommissioningActivityId, command, context, activity => CompleteStage.Decide(command, activity, runner.DayOf(context)), cancellationToken);

    public async Task MarkNotApplicableAsync(MarkNotApplicable command, CommandContext context, CancellationToken cancellationToken)
    {
        var edition = await EditionOfAsync(command.CommissioningActivityId, cancellationToken);
        await ChangeAsync(command.CommissioningActivityId, command, context, activity => MarkNotApplicable.Decide(command, activity, edition, context), cancellationToken);
    }

    public Task AnswerNotApplicableAsync(AnswerNotApplicable command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.CommissioningActivityId, command, context, activity => AnswerNotApplicable.Decide(command, activity, context), cancellationToken);

    public Task MarkApplicableAsync(MarkApplicable command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.CommissioningActivityId, command, context, activity => MarkApplicable.Decide(command, activity), cancellationToken);

    /// <returns>The claim.</returns>
    public async Task<Guid> MakeClaimAsync(MakeClaim command, CommandContext context, CancellationToken cancellationToken)
    {
        var claim = DeterministicId.ForNew("charter claim", context.IdempotencyKey);
        var today = runner.DayOf(context);
        var edition = await EditionOfAsync(command.CommissioningActivityId, cancellationToken);
        var found = await evidence.FindAsync(command.EvidenceKind, command.EvidenceId, today, cancellationToken);
        await ChangeAsync(
            command.CommissioningActivityId,
            command,
            context,
            activity => MakeClaim.Decide(command, claim, activity, edition, found, today, context),
            cancellationToken);
        return claim;
    }

    public Task VerifyClaimAsync(VerifyClaim command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.CommissioningActivityId, command, context, activity => VerifyClaim.Decide(command, activity, context), cancellationToken);

    public Task DisputeClaimAsync(DisputeClaim command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.CommissioningActivityId, command, context, activity => DisputeClaim.Decide(command, activity, context), cancellationToken);

    public Task WithdrawClaimAsync(WithdrawClaim command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.CommissioningActivityId, command, context, activity => WithdrawClaim.Decide(command, activity), cancellationToken);

    public async Task RejectEvidenceAsync(RejectEvidence command, CommandContext context, CancellationToken cancellationToken)
    {
        var edition = await EditionOfAsync(command.CommissioningActivityId, cancellationToken);
        var found = await evidence.FindAsync(command.EvidenceKind, command.EvidenceId, runner.DayOf(context), cancellationToken);
        await ChangeAsync(
            command.CommissioningActivityId, command, context, activity => RejectEvidence.Decide(command, activity, edition, found), cancellationToken);
    }

    // It never changes.
    private async Task<CharterEdition> EditionOfAsync(Guid activityId, CancellationToken cancellationToken) =>
        await reads.FindAsync(activityId, cancellationToken) is { } activity
            ? await EditionAsync(activity.EditionId, cancellationToken)
            : throw new ThingNotFoundException(Thing, activityId);

    private async Task<CharterEdition> EditionAsync(Guid id, CancellationToken cancellationToken) =>
        await reads.FindEditionAsync(id, cancellationToken) ?? throw new ThingNotFoundException(EditionThing, id);

    private Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<CommissioningActivity, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
