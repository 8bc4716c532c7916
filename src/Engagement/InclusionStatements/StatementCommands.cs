using Engagement.Charter;
using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>What may be asked of the documents in which partners commit themselves to inclusion.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such document.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class StatementCommands(CommandRunner runner, EvidenceReads evidence)
{
    private const string Thing = "statement document";

    public Task<Guid> AdoptAsync(AdoptStatements command, CommandContext context, CancellationToken cancellationToken) => runner.StartAsync<StatementDocument>(
        AdoptStatements.IdOf(command), command, context, AdoptStatements.Decide(command), AdoptStatements.AlreadyAdopted, cancellationToken);

    /// <returns>The evidence, as it was given.</returns>
    public async Task<Guid> EvidenceAsync(EvidenceStatement command, CommandContext context, CancellationToken cancellationToken)
    {
        var claim = DeterministicId.ForNew("statement claim", context.IdempotencyKey);
        var today = runner.DayOf(context);
        var found = await evidence.FindAsync(command.EvidenceKind, command.EvidenceId, today, cancellationToken);
        await ChangeAsync(
            command.StatementDocumentId, command, context, document => EvidenceStatement.Decide(command, claim, document, found, today, context), cancellationToken);
        return claim;
    }

    public Task VerifyAsync(VerifyStatementEvidence command, CommandContext context, CancellationToken cancellationToken) => ChangeAsync(
        command.StatementDocumentId,
        command,
        context,
        document => VerifyStatementEvidence.Decide(command, document, runner.DayOf(context), context),
        cancellationToken);

    public Task DisputeAsync(DisputeStatementEvidence command, CommandContext context, CancellationToken cancellationToken) => ChangeAsync(
        command.StatementDocumentId,
        command,
        context,
        document => DisputeStatementEvidence.Decide(command, document, runner.DayOf(context), context),
        cancellationToken);

    public Task WithdrawAsync(WithdrawStatementEvidence command, CommandContext context, CancellationToken cancellationToken) => ChangeAsync(
        command.StatementDocumentId, command, context, document => WithdrawStatementEvidence.Decide(command, document, runner.DayOf(context)), cancellationToken);

    public async Task RejectAsync(RejectStatementEvidence command, CommandContext context, CancellationToken cancellationToken)
    {
        var found = await evidence.FindAsync(command.EvidenceKind, command.EvidenceId, runner.DayOf(context), cancellationToken);
        await ChangeAsync(command.StatementDocumentId, command, context, document => RejectStatementEvidence.Decide(command, document, found), cancellationToken);
    }

    private Task ChangeAsync(Guid id, object command, CommandContext context, Func<StatementDocument, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
