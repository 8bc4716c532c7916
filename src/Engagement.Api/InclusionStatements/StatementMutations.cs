using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Charter;
using Engagement.InclusionStatements;
using GraphQL;

namespace Engagement.Api.InclusionStatements;

/// <summary>What is done with the documents in which partners commit themselves to inclusion, and with the evidence for what they say.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class StatementMutations
{
    /// <summary>Adopt a document with its statements. It cannot be changed afterwards.</summary>
    [Authorize(Permissions.RunCharter)]
    public static async Task<StatementDocument?> AdoptStatementsAsync(
        [Spread] AdoptStatements command,
        [Spread] Repeatable repeatable,
        StatementCommands commands,
        StatementReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.AdoptAsync(command, user.Context(Permissions.RunCharter, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Give what happened as evidence that a statement is kept.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<StatementDocument?> EvidenceStatementAsync(
        [Spread, ID<StatementDocument>(nameof(EvidenceStatement.StatementDocumentId)), ID<EvidenceItem>(nameof(EvidenceStatement.EvidenceId))] EvidenceStatement command,
        [Spread] Versioned versioned,
        StatementCommands commands,
        StatementReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.EvidenceAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.StatementDocumentId, cancellation);
    }

    /// <summary>Accept evidence for a statement, as a representative of another organisation.</summary>
    [Authorize(Permissions.VerifyClaims), Error<StaleVersion>]
    public static async Task<StatementDocument?> VerifyStatementEvidenceAsync(
        [Spread, ID<StatementDocument>(nameof(VerifyStatementEvidence.StatementDocumentId)), ID<StatementClaim>(nameof(VerifyStatementEvidence.ClaimId))] VerifyStatementEvidence command,
        [Spread] Versioned versioned,
        StatementCommands commands,
        StatementReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.VerifyAsync(command, user.Context(Permissions.VerifyClaims, versioned), cancellation);
        return await reads.FindAsync(command.StatementDocumentId, cancellation);
    }

    /// <summary>Do not accept evidence for a statement, as a representative of another organisation.</summary>
    [Authorize(Permissions.VerifyClaims), Error<StaleVersion>]
    public static async Task<StatementDocument?> DisputeStatementEvidenceAsync(
        [Spread, ID<StatementDocument>(nameof(DisputeStatementEvidence.StatementDocumentId)), ID<StatementClaim>(nameof(DisputeStatementEvidence.ClaimId))] DisputeStatementEvidence command,
        [Spread] Versioned versioned,
        StatementCommands commands,
        StatementReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DisputeAsync(command, user.Context(Permissions.VerifyClaims, versioned), cancellation);
        return await reads.FindAsync(command.StatementDocumentId, cancellation);
    }

    /// <summary>Take evidence for a statement back. It stays in the history.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<StatementDocument?> WithdrawStatementEvidenceAsync(
        [Spread, ID<StatementDocument>(nameof(WithdrawStatementEvidence.StatementDocumentId)), ID<StatementClaim>(nameof(WithdrawStatementEvidence.ClaimId))] WithdrawStatementEvidence command,
        [Spread] Versioned versioned,
        StatementCommands commands,
        StatementReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.WithdrawAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.StatementDocumentId, cancellation);
    }

    /// <summary>Do not take evidence that was proposed for a statement. It is not proposed for it again.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<StatementDocument?> RejectStatementEvidenceAsync(
        [Spread, ID<StatementDocument>(nameof(RejectStatementEvidence.StatementDocumentId)), ID<EvidenceItem>(nameof(RejectStatementEvidence.EvidenceId))] RejectStatementEvidence command,
        [Spread] Versioned versioned,
        StatementCommands commands,
        StatementReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RejectAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.StatementDocumentId, cancellation);
    }
}
