using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.LoggedFeedback;
using GraphQL;

namespace Engagement.Api.LoggedFeedback;

/// <summary>What officers of an area do with what people told us of their own accord.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class LogMutations
{
    /// <summary>Log a complaint, a compliment or a comment. The words are sealed.</summary>
    [Authorize(Permissions.AnswerLoggedFeedback)]
    public static async Task<LogEntrySheet?> LogFeedbackAsync(
        [Spread] LogFeedback command,
        [Spread] Repeatable repeatable,
        LogCommands commands,
        LogReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.LogAsync(command, user.Context(Permissions.AnswerLoggedFeedback, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Record that the person was told that we have it.</summary>
    [Authorize(Permissions.AnswerLoggedFeedback), Error<StaleVersion>]
    public static async Task<LogEntrySheet?> AcknowledgeFeedbackAsync(
        [Spread, ID<LogEntrySheet>(nameof(AcknowledgeFeedback.LogEntryId))] AcknowledgeFeedback command,
        [Spread] Versioned versioned,
        LogCommands commands,
        LogReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AcknowledgeAsync(command, user.Context(Permissions.AnswerLoggedFeedback, versioned), cancellation);
        return await reads.FindAsync(command.LogEntryId, cancellation);
    }

    /// <summary>Call it something else. A complaint stays one unless the person agrees.</summary>
    [Authorize(Permissions.AnswerLoggedFeedback), Error<StaleVersion>]
    public static async Task<LogEntrySheet?> ReclassifyFeedbackAsync(
        [Spread, ID<LogEntrySheet>(nameof(ReclassifyFeedback.LogEntryId))] ReclassifyFeedback command,
        [Spread] Versioned versioned,
        LogCommands commands,
        LogReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReclassifyAsync(command, user.Context(Permissions.AnswerLoggedFeedback, versioned), cancellation);
        return await reads.FindAsync(command.LogEntryId, cancellation);
    }

    /// <summary>Record what the person was answered.</summary>
    [Authorize(Permissions.AnswerLoggedFeedback), Error<StaleVersion>]
    public static async Task<LogEntrySheet?> AnswerFeedbackAsync(
        [Spread, ID<LogEntrySheet>(nameof(AnswerFeedback.LogEntryId))] AnswerFeedback command,
        [Spread] Versioned versioned,
        LogCommands commands,
        LogReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AnswerAsync(command, user.Context(Permissions.AnswerLoggedFeedback, versioned), cancellation);
        return await reads.FindAsync(command.LogEntryId, cancellation);
    }

    /// <summary>Record what is to be learnt from it, in your words: only that becomes a view.</summary>
    [Authorize(Permissions.AnswerLoggedFeedback), Error<StaleVersion>]
    public static async Task<LogEntrySheet?> DrawLessonAsync(
        [Spread, ID<LogEntrySheet>(nameof(DrawLesson.LogEntryId))] DrawLesson command,
        [Spread] Versioned versioned,
        LogCommands commands,
        LogReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DrawLessonAsync(command, user.Context(Permissions.AnswerLoggedFeedback, versioned), cancellation);
        return await reads.FindAsync(command.LogEntryId, cancellation);
    }

    /// <summary>Record that the whole log was looked at beside who took part, and what is done about what was seen.</summary>
    [Authorize(Permissions.AnswerLoggedFeedback)]
    public static async Task<LogReviewSheet?> ReviewLogAsync(
        [Spread] ReviewLog command,
        [Spread] Repeatable repeatable,
        LogCommands commands,
        LogReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.ReviewAsync(command, user.Context(Permissions.AnswerLoggedFeedback, repeatable), cancellation);
        return await reads.FindReviewAsync(id, cancellation);
    }
}
