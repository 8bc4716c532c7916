using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.FeedbackPoints;
using GraphQL;

namespace Engagement.Api.FeedbackPoints;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class FeedbackPointMutations
{
    /// <summary>Record that a case came to a step of the assessment. Steps may become known in any order, and long after.</summary>
    [Authorize(Permissions.RecordFeedbackPoints)]
    public static Task RecordPointReachedAsync(
        [Spread] RecordPointReached command, [Spread] Repeatable repeatable, FeedbackPointCommands commands, ClaimsPrincipal user, CancellationToken cancellation) =>
        commands.RecordPointReachedAsync(command, user.Context(Permissions.RecordFeedbackPoints, repeatable), cancellation);

    /// <summary>Say how satisfied you are with a step of your child's assessment. It needs no account: the reference is on our letters.</summary>
    [AllowAnonymous]
    public static Task GiveSatisfactionAsync(
        [Spread] GiveSatisfaction command, [Spread] Repeatable repeatable, FeedbackPointCommands commands, ClaimsPrincipal user, CancellationToken cancellation) =>
        commands.GiveSatisfactionAsync(command, user.Context(permission: null, repeatable), cancellation);

    /// <summary>Close a month that is over: its figures are then what was known at that moment.</summary>
    [Authorize(Permissions.CollateFeedbackPoints)]
    public static async Task<MonthFigures> CollateMonthAsync(
        [Spread] CollateMonth command,
        [Spread] Repeatable repeatable,
        FeedbackPointCommands commands,
        FeedbackPointReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CollateMonthAsync(command, user.Context(Permissions.CollateFeedbackPoints, repeatable), cancellation);
        return await reads.MonthAsync(command.Month, cancellation);
    }

    /// <summary>Take what has become known of a collated month since into its figures, and say why.</summary>
    [Authorize(Permissions.CollateFeedbackPoints), Error<NotFound>, Error<StaleVersion>]
    public static async Task<MonthFigures> CorrectCollationAsync(
        [Spread] CorrectCollation command,
        [Spread] Versioned versioned,
        FeedbackPointCommands commands,
        FeedbackPointReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CorrectCollationAsync(command, user.Context(Permissions.CollateFeedbackPoints, versioned), cancellation);
        return await reads.MonthAsync(command.Month, cancellation);
    }
}
