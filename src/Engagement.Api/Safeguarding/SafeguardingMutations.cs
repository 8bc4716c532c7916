using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.People;
using Engagement.Forums;
using Engagement.Privacy;
using GraphQL;

namespace Engagement.Api.Safeguarding;

/// <summary>What the safeguarding lead does.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>]
public static partial class SafeguardingMutations
{
    /// <summary>
    /// Read the words of an item. That you did, and why, is recorded before they are shown, each time; a repeat with the same key within the hour is the same
    /// reading, and later it is refused.
    /// </summary>
    [Authorize(Permissions.OpenSafeguarding), Error<IdempotencyKeyReused>]
    public static Task<SafeguardingWords> OpenSafeguardingItemAsync(
        [Spread, ID<SafeguardingEntry>(nameof(OpenSafeguardingItem.ItemId))] OpenSafeguardingItem command,
        [Spread] Repeatable repeatable,
        SafeguardingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        reads.OpenAsync(command.ItemId, command.Reason, user.Context(Permissions.OpenSafeguarding, repeatable), cancellation);

    /// <summary>Say that you have an item.</summary>
    [Authorize(Permissions.OpenSafeguarding), Error<StaleVersion>, Error<IdempotencyKeyReused>]
    public static async Task<SafeguardingEntry?> AcknowledgeSafeguardingAsync(
        [Spread, ID<SafeguardingEntry>(nameof(AcknowledgeSafeguarding.ItemId))] AcknowledgeSafeguarding command,
        [Spread] Versioned versioned,
        SafeguardingCommands commands,
        SafeguardingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AcknowledgeAsync(command, user.Context(Permissions.OpenSafeguarding, versioned), cancellation);
        return await reads.FindAsync(command.ItemId, user.Acting(Permissions.OpenSafeguarding), cancellation);
    }

    /// <summary>Close an item that you have read, with its outcome.</summary>
    [Authorize(Permissions.OpenSafeguarding), Error<StaleVersion>, Error<IdempotencyKeyReused>]
    public static async Task<SafeguardingEntry?> CloseSafeguardingAsync(
        [Spread, ID<SafeguardingEntry>(nameof(CloseSafeguarding.ItemId))] CloseSafeguarding command,
        [Spread] Versioned versioned,
        SafeguardingCommands commands,
        SafeguardingReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CloseAsync(command, user.Context(Permissions.OpenSafeguarding, versioned), cancellation);
        return await reads.FindAsync(command.ItemId, user.Acting(Permissions.OpenSafeguarding), cancellation);
    }

    /// <summary>Keep a record from being erased, by request or by rule. Set again, the newer day counts.</summary>
    [Authorize(Permissions.OpenSafeguarding), Error<IdempotencyKeyReused>]
    public static async Task<SafeguardingHold?> SetSafeguardingHoldAsync(
        [Spread, ID<Person>(nameof(SetSafeguardingHold.SubjectId))] SetSafeguardingHold command,
        [Spread] Repeatable repeatable,
        PrivacyCommands commands,
        PrivacyReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.SetHoldAsync(command, user.Context(Permissions.OpenSafeguarding, repeatable), cancellation);
        return await reads.FindHoldAsync(command.SubjectId, user.Acting(Permissions.OpenSafeguarding), cancellation);
    }

    /// <summary>Let a record be erased again. Answers whose it is.</summary>
    [Authorize(Permissions.OpenSafeguarding), Error<IdempotencyKeyReused>]
    public static async Task<Person> LiftSafeguardingHoldAsync(
        [Spread, ID<Person>(nameof(LiftSafeguardingHold.SubjectId))] LiftSafeguardingHold command,
        [Spread] Repeatable repeatable,
        PrivacyCommands commands,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.LiftHoldAsync(command, user.Context(Permissions.OpenSafeguarding, repeatable), cancellation);
        return new Person(command.SubjectId);
    }
}
