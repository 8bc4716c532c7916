using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.People;
using Engagement.Api.SignIn;
using Engagement.Privacy;
using GraphQL;

namespace Engagement.Api.Privacy;

/// <summary>What may be asked about the record that we hold of somebody, by them and by those who answer for it.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class PrivacyMutations
{
    /// <summary>Ask for everything to be erased that you told us. Asked again before it is answered, it answers the same.</summary>
    [Authorize(Permissions.RequestErasure)]
    public static async Task<RequestedErasure> RequestErasureAsync(
        [Spread] Repeatable repeatable, PrivacyCommands commands, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var command = new RequestErasure(user.ActorId()!.Value, SubjectKind.Participant);
        return new RequestedErasure(await commands.RequestErasureAsync(command, user.Context(Permissions.RequestErasure, repeatable), cancellation));
    }

    /// <summary>The same for whoever has no account: ask with the receipt of answers to a survey, or of words in a forum.</summary>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
    [AllowAnonymous]
    public static async Task<RequestedErasure> RequestErasureByReceiptAsync(
        string reference, string secret, [Spread] Repeatable repeatable, PrivacyCommands commands, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var context = user.Context(permission: null, repeatable) with { ActorRole = Roles.Public, ActorId = null };
        return new RequestedErasure(await commands.RequestErasureByReceiptAsync(reference, secret, context, cancellation));
    }

    /// <summary>Answer a request for erasure. What is granted is then done by another person.</summary>
    [Authorize(Permissions.DecideErasure)]
    public static async Task<ErasureCase?> DecideErasureAsync(
        [Spread, ID<Person>(nameof(DecideErasure.SubjectId))] DecideErasure command,
        [Spread] Repeatable repeatable,
        PrivacyCommands commands,
        PrivacyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DecideErasureAsync(command, user.Context(Permissions.DecideErasure, repeatable), cancellation);
        return await reads.FindAsync(command.SubjectId, cancellation);
    }

    /// <summary>Do what another person decided: destroy the key, and with it every word that it sealed. This cannot be undone.</summary>
    [Authorize(Permissions.DestroyKeys)]
    public static async Task<ErasureCase?> DestroySubjectKeyAsync(
        [Spread, ID<Person>(nameof(DestroySubjectKey.SubjectId))] DestroySubjectKey command,
        [Spread] Repeatable repeatable,
        PrivacyCommands commands,
        PrivacyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DestroyKeyAsync(command, user.Context(Permissions.DestroyKeys, repeatable), cancellation);
        return await reads.FindAsync(command.SubjectId, cancellation);
    }
}

/// <summary>That a request for erasure has come.</summary>
/// <param name="AnswerBy">The last day on which it is answered.</param>
public sealed record RequestedErasure(DateOnly AnswerBy);

/// <summary>How your own request for erasure stands.</summary>
/// <param name="ReceivedOn">The day it came.</param>
/// <param name="AnswerBy">The last day on which it is answered.</param>
/// <param name="Outcome">The answer, once there is one.</param>
/// <param name="Ground">What the answer rests on.</param>
/// <param name="ErasedAt">When it was done.</param>
public sealed record OwnErasure(DateOnly ReceivedOn, DateOnly AnswerBy, ErasureOutcome? Outcome, ErasureGround? Ground, DateTimeOffset? ErasedAt);
