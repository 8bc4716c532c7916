using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Charter;
using GraphQL;
using Claim = Engagement.Charter.Claim;

namespace Engagement.Api.Charter;

/// <summary>What is done with charters: editions, the services that are looked at by them, claims, and what representatives say of those.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class CharterMutations
{
    /// <summary>Adopt an edition of a charter from a date on. It cannot be changed afterwards: a later edition takes its place.</summary>
    [Authorize(Permissions.RunCharter)]
    public static async Task<CharterEdition?> AdoptCharterEditionAsync(
        [Spread, ID<CharterEdition>(nameof(AdoptEdition.CharterEditionBeforeId))] AdoptEdition command,
        [Spread] Repeatable repeatable,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.AdoptAsync(command, user.Context(Permissions.RunCharter, repeatable), cancellation);
        return await reads.FindEditionAsync(id, cancellation);
    }

    /// <summary>Record that a group keeps to an edition.</summary>
    [Authorize(Permissions.RunCharter), Error<StaleVersion>]
    public static async Task<CharterEdition?> SignUpToCharterAsync(
        [Spread, ID<CharterEdition>(nameof(SignUpGroup.CharterEditionId))] SignUpGroup command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.SignUpAsync(command, user.Context(Permissions.RunCharter, versioned), cancellation);
        return await reads.FindEditionAsync(command.CharterEditionId, cancellation);
    }

    /// <summary>Begin to commission a service: it enters the first stage, Analyse.</summary>
    [Authorize(Permissions.ClaimEvidence)]
    public static async Task<CommissioningActivity?> StartCommissioningAsync(
        [Spread, ID<CharterEdition>(nameof(StartCommissioning.CharterEditionId))] StartCommissioning command,
        [Spread] Repeatable repeatable,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.StartAsync(command, user.Context(Permissions.ClaimEvidence, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Take a service into a stage: the next one, or back to one that it has been in.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> EnterStageAsync(
        [Spread, ID<CommissioningActivity>(nameof(EnterStage.CommissioningActivityId))] EnterStage command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.EnterStageAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Say that the stage a service is in is over. Evidence for it can still be claimed.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> CompleteStageAsync(
        [Spread, ID<CommissioningActivity>(nameof(CompleteStage.CommissioningActivityId))] CompleteStage command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CompleteStageAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Say that a principle has nothing to do with a stage of this service. It counts only once a representative agrees.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> MarkNotApplicableAsync(
        [Spread, ID<CommissioningActivity>(nameof(MarkNotApplicable.CommissioningActivityId))] MarkNotApplicable command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MarkNotApplicableAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Agree, as a representative, that a principle has nothing to do with a stage, or say why it has.</summary>
    [Authorize(Permissions.VerifyClaims), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> AnswerNotApplicableAsync(
        [Spread, ID<CommissioningActivity>(nameof(AnswerNotApplicable.CommissioningActivityId))] AnswerNotApplicable command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AnswerNotApplicableAsync(command, user.Context(Permissions.VerifyClaims, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Take back that a principle has nothing to do with a stage: it counts again.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> MarkApplicableAsync(
        [Spread, ID<CommissioningActivity>(nameof(MarkApplicable.CommissioningActivityId))] MarkApplicable command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MarkApplicableAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Give what happened as evidence that a principle was kept at a stage.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> MakeClaimAsync(
        [Spread, ID<CommissioningActivity>(nameof(MakeClaim.CommissioningActivityId)), ID<EvidenceItem>(nameof(MakeClaim.EvidenceId))] MakeClaim command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MakeClaimAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Accept a claim, as a representative of another organisation.</summary>
    [Authorize(Permissions.VerifyClaims), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> VerifyClaimAsync(
        [Spread, ID<CommissioningActivity>(nameof(VerifyClaim.CommissioningActivityId)), ID<Claim>(nameof(VerifyClaim.ClaimId))] VerifyClaim command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.VerifyClaimAsync(command, user.Context(Permissions.VerifyClaims, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Do not accept a claim, as a representative of another organisation: until it is settled, its cell is at 0.</summary>
    [Authorize(Permissions.VerifyClaims), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> DisputeClaimAsync(
        [Spread, ID<CommissioningActivity>(nameof(DisputeClaim.CommissioningActivityId)), ID<Claim>(nameof(DisputeClaim.ClaimId))] DisputeClaim command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DisputeClaimAsync(command, user.Context(Permissions.VerifyClaims, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Take a claim back. It stays in the history.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> WithdrawClaimAsync(
        [Spread, ID<CommissioningActivity>(nameof(WithdrawClaim.CommissioningActivityId)), ID<Claim>(nameof(WithdrawClaim.ClaimId))] WithdrawClaim command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.WithdrawClaimAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }

    /// <summary>Do not take evidence that a rule proposed for a cell. It is not proposed for it again.</summary>
    [Authorize(Permissions.ClaimEvidence), Error<StaleVersion>]
    public static async Task<CommissioningActivity?> RejectEvidenceAsync(
        [Spread, ID<CommissioningActivity>(nameof(RejectEvidence.CommissioningActivityId)), ID<EvidenceItem>(nameof(RejectEvidence.EvidenceId))] RejectEvidence command,
        [Spread] Versioned versioned,
        CharterCommands commands,
        CharterReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RejectEvidenceAsync(command, user.Context(Permissions.ClaimEvidence, versioned), cancellation);
        return await reads.FindAsync(command.CommissioningActivityId, cancellation);
    }
}
