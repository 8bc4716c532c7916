using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>What moderators do. None of it alters anybody's words.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<StaleVersion>, Error<IdempotencyKeyReused>]
public static partial class ModerationMutations
{
    /// <summary>Say that you are looking at a contribution, so that nobody else need. It lapses after a quarter of an hour.</summary>
    [Authorize(Permissions.Moderate)]
    public static async Task<QueuedContribution?> ClaimContributionAsync(
        [Spread, ID<QueuedContribution>(nameof(ClaimModeration.ContributionId))] ClaimModeration command,
        [Spread] Versioned versioned,
        ModerationCommands commands,
        ModerationReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ClaimAsync(command, user.Context(Permissions.Moderate, versioned), cancellation);
        return await reads.FindAsync(command.ContributionId, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation);
    }

    /// <summary>Keep a contribution back, also one that is shown. As a possible disclosure it goes to the safeguarding lead.</summary>
    [Authorize(Permissions.Moderate)]
    public static async Task<QueuedContribution?> HoldContributionAsync(
        [Spread, ID<QueuedContribution>(nameof(HoldContribution.ContributionId))] HoldContribution command,
        [Spread] Versioned versioned,
        ModerationCommands commands,
        ModerationReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.HoldAsync(command, user.Context(Permissions.Moderate, versioned), cancellation);
        return await reads.FindAsync(command.ContributionId, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation);
    }

    /// <summary>Show a contribution to all, in its author's own words. A flagged one takes two different people. What was shown before anybody looked at it stays.</summary>
    [Authorize(Permissions.Moderate)]
    public static async Task<QueuedContribution?> ReleaseContributionAsync(
        [Spread, ID<QueuedContribution>(nameof(ReleaseContribution.ContributionId))] ReleaseContribution command,
        [Spread] Versioned versioned,
        ModerationCommands commands,
        ModerationReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReleaseAsync(command, user.Context(Permissions.Moderate, versioned), cancellation);
        return await reads.FindAsync(command.ContributionId, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation);
    }

    /// <summary>Give a contribution back to its author, who can change it.</summary>
    [Authorize(Permissions.Moderate)]
    public static async Task<QueuedContribution?> ReturnContributionAsync(
        [Spread, ID<QueuedContribution>(nameof(ReturnContribution.ContributionId))] ReturnContribution command,
        [Spread] Versioned versioned,
        ModerationCommands commands,
        ModerationReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReturnAsync(command, user.Context(Permissions.Moderate, versioned), cancellation);
        return await reads.FindAsync(command.ContributionId, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation);
    }

    /// <summary>Refuse a contribution, or take a shown one down. Its author reads the reason and may appeal once.</summary>
    [Authorize(Permissions.Moderate)]
    public static async Task<QueuedContribution?> RefuseContributionAsync(
        [Spread, ID<QueuedContribution>(nameof(RefuseContribution.ContributionId))] RefuseContribution command,
        [Spread] Versioned versioned,
        ModerationCommands commands,
        ModerationReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RefuseAsync(command, user.Context(Permissions.Moderate, versioned), cancellation);
        return await reads.FindAsync(command.ContributionId, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation);
    }

    /// <summary>Undo the decision that stands, so that the contribution waits for another one.</summary>
    [Authorize(Permissions.Moderate)]
    public static async Task<QueuedContribution?> ReverseModerationAsync(
        [Spread, ID<QueuedContribution>(nameof(ReverseModeration.ContributionId))] ReverseModeration command,
        [Spread] Versioned versioned,
        ModerationCommands commands,
        ModerationReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReverseAsync(command, user.Context(Permissions.Moderate, versioned), cancellation);
        return await reads.FindAsync(command.ContributionId, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation);
    }

    /// <summary>Decide on an appeal, as another moderator than the one who refused.</summary>
    [Authorize(Permissions.Moderate)]
    public static async Task<QueuedContribution?> DecideAppealAsync(
        [Spread, ID<QueuedContribution>(nameof(DecideAppeal.ContributionId))] DecideAppeal command,
        [Spread] Versioned versioned,
        ModerationCommands commands,
        ModerationReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DecideAppealAsync(command, user.Context(Permissions.Moderate, versioned), cancellation);
        return await reads.FindAsync(command.ContributionId, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation);
    }
}
