using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.SignIn;
using Engagement.Notifications;
using GraphQL;

namespace Engagement.Api.Notifications;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>, Error<NotFound>]
public static partial class NotificationMutations
{
    /// <summary>
    /// Ask to be told by e-mail what becomes of a response. Whoever holds its receipt may. Whoever reads that mailbox is asked first whether
    /// it is theirs; then its receipt is sent, without the secret. What is sent later
    /// can be chosen, and stopped, by the links in each message and by nobody who has not got one.
    /// </summary>
    [AllowAnonymous]
    public static async Task<ResponseFollowing?> FollowResponseAsync(
        [Spread] FollowResponse command,
        [Spread] Repeatable repeatable,
        FollowCommands commands,
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
        FollowCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.UnfollowAsync(command, user.Context(permission: null, repeatable), cancellation);
        return await reads.FindFollowingAsync(command.Reference, command.Secret, cancellation);
    }

    /// <summary>Say that an address is one's own, by the link of the message that asked. What waited for that is sent now.</summary>
    [AllowAnonymous]
    public static async Task<NotificationChoices?> ConfirmAddressAsync(
        [Spread] ConfirmAddress command,
        [Spread] Repeatable repeatable,
        NotificationCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ConfirmAsync(command, user.Context(permission: null, repeatable), cancellation);
        return await reads.FindChoicesAsync(command.Token, account: null, cancellation);
    }

    /// <summary>
    /// Say at which address to be written to, also without having sent anything: of consultations, to begin with. An address that you do not sign in with is asked
    /// first whether it is yours.
    /// </summary>
    [Authorize(Permissions.ChangeOwnRecord)]
    public static async Task<NotificationChoices?> GiveAddressAsync(
        [Spread] GiveAddress command,
        [Spread] Repeatable repeatable,
        AccountAddressCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.GiveAsync(user.Account(), command, user.Context(Permissions.ChangeOwnRecord, repeatable), cancellation);
        return await reads.FindChoicesAsync(token: null, user.Account(), cancellation);
    }

    /// <summary>
    /// Choose what is sent to oneself, and how often. Whoever has a link from a message may, and without a link whoever has an account. Choosing after stopping begins
    /// again.
    /// </summary>
    [AllowAnonymous]
    public static async Task<NotificationChoices?> ChooseNotificationsAsync(
        [Spread] ChooseNotifications command,
        [Spread] Repeatable repeatable,
        NotificationCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChooseAsync(command, user.Account(), user.Context(permission: null, repeatable), cancellation);
        return await reads.FindChoicesAsync(command.Token, user.Account(), cancellation);
    }

    /// <summary>Stop all messages to oneself, also what waits. Whoever has a link from a message may, and without a link whoever has an account.</summary>
    [AllowAnonymous]
    public static async Task<NotificationChoices?> StopNotificationsAsync(
        [Spread] StopNotifications command,
        [Spread] Repeatable repeatable,
        NotificationCommands commands,
        NotificationReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.StopAsync(command, user.Account(), user.Context(permission: null, repeatable), cancellation);
        return await reads.FindChoicesAsync(command.Token, user.Account(), cancellation);
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

    /// <summary>Ask to be reminded by e-mail of what is yours to do, or choose other reminders. Another address than before has to be confirmed.</summary>
    [Authorize(Permissions.ReadWorkbench)]
    public static async Task<ReminderSettings?> AskForRemindersAsync(
        [Spread] AskForReminders command, [Spread] Repeatable repeatable, ReminderCommands reminders, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (user.ActorId() is not { } actor)
            return null;
        await reminders.AskAsync(actor, Asker.Of(user).Permissions, command, user.Context(Permissions.ReadWorkbench, repeatable), cancellation);
        return await reminders.FindAsync(actor, cancellation);
    }

    /// <summary>Get no more reminders by e-mail. The address is forgotten.</summary>
    [Authorize(Permissions.ReadWorkbench)]
    public static async Task<ReminderSettings?> StopRemindersAsync(
        [Spread] Repeatable repeatable, ReminderCommands reminders, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (user.ActorId() is not { } actor)
            return null;
        await reminders.StopAsync(actor, user.Context(Permissions.ReadWorkbench, repeatable), cancellation);
        return await reminders.FindAsync(actor, cancellation);
    }
}
