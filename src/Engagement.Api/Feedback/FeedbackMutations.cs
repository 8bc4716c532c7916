using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class FeedbackMutations
{
    /// <summary>Open a theme for views that make the same point.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="title">The point in a few words.</param>
    /// <param name="summary">What people said, in a sentence or two.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.CodeViews)]
    public static async Task<ThemeCard?> OpenThemeAsync(
        [ID<ConsultationPage>] Guid consultationId,
        string title,
        string summary,
        string? idempotencyKey,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.OpenThemeAsync(new OpenTheme(consultationId, title, summary), user.Context(Permissions.CodeViews, idempotencyKey), cancellation);
        return await reads.FindThemeAsync(id, cancellation);
    }

    /// <summary>Code a view to a theme. A view may carry several.</summary>
    /// <param name="viewId">The view.</param>
    /// <param name="themeId">The theme, of the same consultation.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.CodeViews)]
    [Error<StaleVersion>]
    public static async Task<ViewDetail?> CodeViewAsync(
        [ID<ViewDetail>] Guid viewId,
        [ID<ThemeCard>] Guid themeId,
        int? expectedVersion,
        string? idempotencyKey,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CodeViewAsync(new CodeView(viewId, themeId), user.Context(Permissions.CodeViews, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindViewAsync(viewId, cancellation);
    }

    /// <summary>Say that a view makes no point that could be answered, and why.</summary>
    /// <param name="viewId">The view.</param>
    /// <param name="reason">Why it cannot be coded.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.CodeViews)]
    [Error<StaleVersion>]
    public static async Task<ViewDetail?> MarkViewNotCodableAsync(
        [ID<ViewDetail>] Guid viewId,
        string reason,
        int? expectedVersion,
        string? idempotencyKey,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MarkViewNotCodableAsync(new MarkViewNotCodable(viewId, reason), user.Context(Permissions.CodeViews, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindViewAsync(viewId, cancellation);
    }

    /// <summary>Begin to answer a theme.</summary>
    /// <param name="themeId">The theme.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.Decide)]
    public static async Task<LoopCard?> OpenLoopAsync(
        [ID<ThemeCard>] Guid themeId,
        string? idempotencyKey,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.OpenLoopAsync(new OpenLoop(themeId), user.Context(Permissions.Decide, idempotencyKey), cancellation);
        return await reads.FindLoopAsync(id, cancellation);
    }

    /// <summary>Record what was decided, by whom and why, and what else was considered.</summary>
    /// <param name="loopId">The feedback loop.</param>
    /// <param name="outcome">Whether it will be done.</param>
    /// <param name="decidedOn">The day of the decision, today or earlier.</param>
    /// <param name="maker">The role or body that decided.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="alternatives">The other options that were considered, or that there were none and why.</param>
    /// <param name="conflicts">Conflicts of interest that were declared.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.Decide)]
    [Error<StaleVersion>]
    public static async Task<LoopCard?> RecordDecisionAsync(
        [ID<LoopCard>] Guid loopId,
        DecisionOutcome outcome,
        DateOnly decidedOn,
        string maker,
        string reasons,
        string alternatives,
        string? conflicts,
        int? expectedVersion,
        string? idempotencyKey,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordDecisionAsync(
            new RecordDecision(loopId, outcome, decidedOn, maker, reasons, alternatives, conflicts),
            user.Context(Permissions.Decide, idempotencyKey, expectedVersion),
            cancellation);
        return await reads.FindLoopAsync(loopId, cancellation);
    }

    /// <summary>"We will": promise what will be done, by which role and by when.</summary>
    /// <param name="loopId">The feedback loop.</param>
    /// <param name="text">What will be done.</param>
    /// <param name="ownerRole">The role that will do it.</param>
    /// <param name="dueOn">By when.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.Decide)]
    [Error<StaleVersion>]
    public static async Task<LoopCard?> MakeCommitmentAsync(
        [ID<LoopCard>] Guid loopId,
        string text,
        string ownerRole,
        DateOnly dueOn,
        int? expectedVersion,
        string? idempotencyKey,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MakeCommitmentAsync(
            new MakeCommitment(loopId, text, ownerRole, dueOn), user.Context(Permissions.Decide, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindLoopAsync(loopId, cancellation);
    }

    /// <summary>"We did": record what has changed, with its proof.</summary>
    /// <param name="loopId">The feedback loop.</param>
    /// <param name="whatChanged">What changed for people.</param>
    /// <param name="proofUrl">Where anyone can see that it did.</param>
    /// <param name="takenOn">Since when, today or earlier.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.Decide)]
    [Error<StaleVersion>]
    public static async Task<LoopCard?> TakeActionAsync(
        [ID<LoopCard>] Guid loopId,
        string whatChanged,
        string proofUrl,
        DateOnly takenOn,
        int? expectedVersion,
        string? idempotencyKey,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.TakeActionAsync(
            new TakeAction(loopId, whatChanged, proofUrl, takenOn), user.Context(Permissions.Decide, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindLoopAsync(loopId, cancellation);
    }

    /// <summary>Publish the loop in plain words, or publish it again when what was promised has been done.</summary>
    /// <param name="loopId">The feedback loop.</param>
    /// <param name="youSaid">What people said.</param>
    /// <param name="weDid">What was or will be done, or why it cannot be.</param>
    /// <param name="approvedBy">The family reader who found these words plain; nothing is published that none has read.</param>
    /// <param name="expectedVersion">The version you read; the request is refused when someone has changed it since.</param>
    /// <param name="idempotencyKey">A key of your own; repeating the request with it changes nothing and answers the same.</param>
    [Authorize(Permissions.PublishEntries)]
    [Error<StaleVersion>]
    public static async Task<EntryPage?> PublishEntryAsync(
        [ID<LoopCard>] Guid loopId,
        string youSaid,
        string weDid,
        FamilyReader? approvedBy,
        int? expectedVersion,
        string? idempotencyKey,
        FeedbackCommands commands,
        EntryReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PublishEntryAsync(
            new PublishEntry(loopId, youSaid, weDid, approvedBy), user.Context(Permissions.PublishEntries, idempotencyKey, expectedVersion), cancellation);
        return await reads.FindAsync(loopId, cancellation);
    }
}
