using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class LoopMutations
{
    /// <summary>Begin to answer a theme.</summary>
    [Authorize(Permissions.Decide)]
    public static async Task<LoopCard?> OpenLoopAsync(
        [Spread, ID<ThemeCard>(nameof(OpenLoop.ThemeId))] OpenLoop command,
        [Spread] Repeatable repeatable,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.OpenLoopAsync(command, user.Context(Permissions.Decide, repeatable), cancellation);
        return await reads.FindLoopAsync(id, cancellation);
    }

    /// <summary>Record what was decided, by whom and why, and what else was considered. After a reopening it takes the place of the earlier decision.</summary>
    [Authorize(Permissions.Decide), Error<StaleVersion>]
    public static async Task<LoopCard?> RecordDecisionAsync(
        [Spread, ID<LoopCard>(nameof(RecordDecision.LoopId))] RecordDecision command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordDecisionAsync(command, user.Context(Permissions.Decide, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }

    /// <summary>Look at a decision again. What was confirmed of it no longer counts, and those who had confirmed it are told.</summary>
    [Authorize(Permissions.Decide), Error<StaleVersion>]
    public static async Task<LoopCard?> ReopenDecisionAsync(
        [Spread, ID<LoopCard>(nameof(ReopenDecision.LoopId))] ReopenDecision command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReopenDecisionAsync(command, user.Context(Permissions.Decide, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }

    /// <summary>"We will": promise what will be done, by which role and by when.</summary>
    [Authorize(Permissions.Decide), Error<StaleVersion>]
    public static async Task<LoopCard?> MakeCommitmentAsync(
        [Spread, ID<LoopCard>(nameof(MakeCommitment.LoopId))] MakeCommitment command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MakeCommitmentAsync(command, user.Context(Permissions.Decide, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }

    /// <summary>Move the date of a promise. The date that was promised first stays in the history, with the reason.</summary>
    [Authorize(Permissions.Decide), Error<StaleVersion>]
    public static async Task<LoopCard?> RescheduleCommitmentAsync(
        [Spread, ID<LoopCard>(nameof(RescheduleCommitment.LoopId))] RescheduleCommitment command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RescheduleCommitmentAsync(command, user.Context(Permissions.Decide, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }

    /// <summary>"We did": record what has changed, with its proof.</summary>
    [Authorize(Permissions.Decide), Error<StaleVersion>]
    public static async Task<LoopCard?> TakeActionAsync(
        [Spread, ID<LoopCard>(nameof(TakeAction.LoopId))] TakeAction command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.TakeActionAsync(command, user.Context(Permissions.Decide, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }

    /// <summary>Close a loop, or be told what is missing. It closes by itself with the last of it.</summary>
    [Authorize(Permissions.Decide), Error<StaleVersion>]
    public static async Task<LoopCard?> CloseLoopAsync(
        [Spread, ID<LoopCard>(nameof(CloseLoop.LoopId))] CloseLoop command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CloseLoopAsync(command, user.Context(Permissions.Decide, versioned), cancellation);
        return await reads.FindLoopAsync(command.LoopId, cancellation);
    }
}
