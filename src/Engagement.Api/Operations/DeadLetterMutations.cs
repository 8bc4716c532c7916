using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Operations;
using GraphQL;

namespace Engagement.Api.Operations;

/// <summary>Looking after messages that could not be handled. Who did it is in the access log.</summary>
[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>, Error<NotFound>]
public static partial class DeadLetterMutations
{
    /// <summary>Hand a message back to its queue, to be tried again at once.</summary>
    /// <param name="deadLetterId">The message.</param>
    [Authorize(Permissions.ManageMessages)]
    public static async Task<ReplayedDeadLetters> ReplayDeadLetterAsync(
        [ID<DeadLetter>] Guid deadLetterId, [Spread] Repeatable repeatable, DeadLetterCommands commands, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await commands.ReplayAsync(new ReplayDeadLetter(deadLetterId), user.Context(Permissions.ManageMessages, repeatable), cancellation);
        return new ReplayedDeadLetters(1);
    }

    /// <summary>Hand all that fit back to their queues, in the order in which they were sent.</summary>
    /// <param name="which">Which.</param>
    /// <param name="failedBefore">Those that failed before this moment, so that nothing is touched that was not seen.</param>
    [Authorize(Permissions.ManageMessages)]
    public static async Task<ReplayedDeadLetters> ReplayDeadLettersAsync(
        [Spread] DeadLetterAsked which,
        DateTimeOffset failedBefore,
        [Spread] Repeatable repeatable,
        DeadLetterCommands commands,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        new(await commands.ReplayAllAsync(new ReplayDeadLetters(which, failedBefore), user.Context(Permissions.ManageMessages, repeatable), cancellation));

    /// <summary>Give a message another body. One that could not be read is refused, and the message is as it was.</summary>
    /// <param name="deadLetterId">The message.</param>
    /// <param name="body">The message as JSON.</param>
    [Authorize(Permissions.ManageMessages)]
    public static async Task<DeadLetter?> EditDeadLetterAsync(
        [ID<DeadLetter>] Guid deadLetterId,
        string body,
        [Spread] Repeatable repeatable,
        DeadLetterCommands commands,
        MessageReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.EditAsync(new EditDeadLetter(deadLetterId, body), user.Context(Permissions.ManageMessages, repeatable), cancellation);
        return await reads.FindAsync(deadLetterId, cancellation);
    }

    /// <summary>Throw a message away for good. What it would have done never happens.</summary>
    /// <param name="deadLetterId">The message.</param>
    [Authorize(Permissions.ManageMessages)]
    public static async Task<PurgedDeadLetters> PurgeDeadLetterAsync(
        [ID<DeadLetter>] Guid deadLetterId, [Spread] Repeatable repeatable, DeadLetterCommands commands, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await commands.PurgeAsync(new PurgeDeadLetter(deadLetterId), user.Context(Permissions.ManageMessages, repeatable), cancellation);
        return new PurgedDeadLetters(1);
    }

    /// <summary>Throw all that fit away for good. What they would have done never happens.</summary>
    /// <param name="which">Which.</param>
    /// <param name="failedBefore">Those that failed before this moment, so that nothing is touched that was not seen.</param>
    [Authorize(Permissions.ManageMessages)]
    public static async Task<PurgedDeadLetters> PurgeDeadLettersAsync(
        [Spread] DeadLetterAsked which,
        DateTimeOffset failedBefore,
        [Spread] Repeatable repeatable,
        DeadLetterCommands commands,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        new(await commands.PurgeAllAsync(new PurgeDeadLetters(which, failedBefore), user.Context(Permissions.ManageMessages, repeatable), cancellation));
}

/// <summary>That messages are in their queues again.</summary>
/// <param name="Count">How many.</param>
public sealed record ReplayedDeadLetters(int Count);

/// <summary>That messages are there no more.</summary>
/// <param name="Count">How many.</param>
public sealed record PurgedDeadLetters(int Count);
