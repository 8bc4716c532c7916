using System.Security.Claims;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Notifications;
using GraphQL;

namespace Engagement.Api.Notifications;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>, Error<NotFound>]
public static partial class NotificationMutations
{
    /// <summary>
    /// Ask to be told by e-mail what becomes of a response. Whoever holds its receipt may. Its receipt is sent at once, without the secret. What is sent later
    /// can be chosen, and stopped, by the links in each message and by nobody who has not got one.
    /// </summary>
    [AllowAnonymous]
    public static async Task<ResponseFollowing?> FollowResponseAsync(
        [Spread] FollowResponse command,
        [Spread] Repeatable repeatable,
        NotificationCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.FollowAsync(command, user.Context(permission: null, repeatable), cancellation);
        return await reads.FindFollowingAsync(command.Reference, command.Secret, cancellation);
    }

    /// <summary>Ask not to be told any more what becomes of a response. The address goes with it, unless another response is followed with it.</summary>
    [AllowAnonymous]
    public static async Task<ResponseFollowing?> UnfollowResponseAsync(
        [Spread] UnfollowResponse command,
        [Spread] Repeatable repeatable,
        NotificationCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.UnfollowAsync(command, user.Context(permission: null, repeatable), cancellation);
        return await reads.FindFollowingAsync(command.Reference, command.Secret, cancellation);
    }

    /// <summary>Choose what is sent to oneself, and how often. Whoever has a link from a message may. Choosing after stopping begins again.</summary>
    [AllowAnonymous]
    public static async Task<NotificationChoices?> ChooseNotificationsAsync(
        [Spread] ChooseNotifications command,
        [Spread] Repeatable repeatable,
        NotificationCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChooseAsync(command, user.Context(permission: null, repeatable), cancellation);
        return await reads.FindChoicesAsync(command.Token, cancellation);
    }

    /// <summary>Stop all messages to oneself, also what waits. Whoever has a link from a message may.</summary>
    [AllowAnonymous]
    public static async Task<NotificationChoices?> StopNotificationsAsync(
        [Spread] StopNotifications command,
        [Spread] Repeatable repeatable,
        NotificationCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.StopAsync(command, user.Context(permission: null, repeatable), cancellation);
        return await reads.FindChoicesAsync(command.Token, cancellation);
    }

    /// <summary>Say whether an entry answers oneself, by the link of a message that asked. Said again, it takes the place of what was said before.</summary>
    [AllowAnonymous]
    public static async Task<NotificationQuestion?> AnswerByMessageAsync(
        [Spread] AnswerByMessage command,
        [Spread] Repeatable repeatable,
        NotificationCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AnswerAsync(command, user.Context(permission: null, repeatable), cancellation);
        return await reads.FindQuestionAsync(command.Token, cancellation);
    }
}
