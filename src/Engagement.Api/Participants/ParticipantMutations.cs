using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.People;
using Engagement.Api.SignIn;
using Engagement.Participants;
using GraphQL;

namespace Engagement.Api.Participants;

/// <summary>What participants say of themselves, and what officers record for them.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class ParticipantMutations
{
    /// <summary>Allow something. Under 13, a parent or carer has to agree.</summary>
    /// <param name="permission">What you allow.</param>
    /// <param name="givenBy">Who allows it.</param>
    [Authorize(Permissions.ChangeOwnRecord), Error<StaleVersion>]
    public static async Task<ParticipantProfile?> GivePermissionAsync(
        Permission permission,
        PermissionGiver givenBy,
        [Spread] Versioned versioned,
        ParticipantCommands commands,
        ParticipantReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.GivePermissionAsync(new GivePermission(Me(user), permission, givenBy), user.Context(Permissions.ChangeOwnRecord, versioned), cancellation);
        return await reads.FindAsync(Me(user), cancellation);
    }

    /// <summary>No longer allow something. Nobody has to agree, and no reason is asked.</summary>
    /// <param name="permission">What you no longer allow.</param>
    [Authorize(Permissions.ChangeOwnRecord), Error<StaleVersion>]
    public static async Task<ParticipantProfile?> WithdrawPermissionAsync(
        Permission permission,
        [Spread] Versioned versioned,
        ParticipantCommands commands,
        ParticipantReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.WithdrawPermissionAsync(new WithdrawPermission(Me(user), permission), user.Context(Permissions.ChangeOwnRecord, versioned), cancellation);
        return await reads.FindAsync(Me(user), cancellation);
    }

    /// <summary>Tell something of yourself, so that it can be seen who is not heard. It is sealed; told again, the newer counts.</summary>
    /// <param name="characteristic">What it is about.</param>
    /// <param name="value">What you tell.</param>
    [Authorize(Permissions.ChangeOwnRecord), Error<StaleVersion>]
    public static async Task<ParticipantProfile?> DeclareCharacteristicAsync(
        Characteristic characteristic,
        string value,
        [Spread] Versioned versioned,
        ParticipantCommands commands,
        ParticipantReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DeclareCharacteristicAsync(
            new DeclareCharacteristic(Me(user), characteristic, value), user.Context(Permissions.ChangeOwnRecord, versioned), cancellation);
        return await reads.FindAsync(Me(user), cancellation);
    }

    /// <summary>Tell what helps you to take part. It is sealed.</summary>
    /// <param name="need">What helps.</param>
    [Authorize(Permissions.ChangeOwnRecord), Error<StaleVersion>]
    public static async Task<ParticipantProfile?> RecordMyAccessNeedAsync(
        string need,
        [Spread] Versioned versioned,
        ParticipantCommands commands,
        ParticipantReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordAccessNeedAsync(new RecordAccessNeed(Me(user), need), user.Context(Permissions.ChangeOwnRecord, versioned), cancellation);
        return await reads.FindAsync(Me(user), cancellation);
    }

    /// <summary>Take in somebody whom you met and who has no account, under a new pseudonym.</summary>
    [Authorize(Permissions.RecordAccessNeeds)]
    public static async Task<Person> JoinAsync(
        [Spread] Join command, [Spread] Repeatable repeatable, ParticipantCommands commands, ClaimsPrincipal user, CancellationToken cancellation) =>
        new(await commands.JoinAsync(command, user.Context(Permissions.RecordAccessNeeds, repeatable), cancellation));

    /// <summary>Record for somebody what helps them to take part. It is sealed.</summary>
    [Authorize(Permissions.RecordAccessNeeds), Error<StaleVersion>]
    public static async Task<AccessNeeds?> RecordAccessNeedAsync(
        [Spread, ID<Person>(nameof(RecordAccessNeed.ParticipantId))] RecordAccessNeed command,
        [Spread] Versioned versioned,
        ParticipantCommands commands,
        ParticipantReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordAccessNeedAsync(command, user.Context(Permissions.RecordAccessNeeds, versioned), cancellation);
        return await ParticipantQueries.GetAccessNeedsAsync(command.ParticipantId, reads, cancellation);
    }

    // The rule of these fields lets in nobody without a pseudonym.
    private static Guid Me(ClaimsPrincipal user) => user.ActorId()!.Value;
}
