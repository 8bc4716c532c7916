using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Participants;
using GraphQL;

namespace Engagement.Api.Feedback;

[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class CodingMutations
{
    /// <summary>Code a view to a theme. A view may carry several.</summary>
    [Authorize(Permissions.CodeViews), Error<StaleVersion>]
    public static async Task<ViewDetail?> CodeViewAsync(
        [Spread, ID<ViewDetail>(nameof(CodeView.ViewId)), ID<ThemeCard>(nameof(CodeView.ThemeId))] CodeView command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CodeViewAsync(command, user.Context(Permissions.CodeViews, versioned), cancellation);
        return await reads.FindViewAsync(command.ViewId, cancellation);
    }

    /// <summary>Take a theme off a view again.</summary>
    [Authorize(Permissions.CodeViews), Error<StaleVersion>]
    public static async Task<ViewDetail?> UncodeViewAsync(
        [Spread, ID<ViewDetail>(nameof(UncodeView.ViewId)), ID<ThemeCard>(nameof(UncodeView.ThemeId))] UncodeView command,
        [Spread] Versioned versioned,
        CodingCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.UncodeViewAsync(command, user.Context(Permissions.CodeViews, versioned), cancellation);
        return await reads.FindViewAsync(command.ViewId, cancellation);
    }

    /// <summary>Code several views to a theme: all of them, or none.</summary>
    [Authorize(Permissions.CodeViews)]
    public static async Task<ThemeCard?> CodeViewsAsync(
        [Spread, ID<ThemeCard>(nameof(CodeViews.ThemeId)), ID<ViewDetail>(nameof(CodeViews.ViewIds))] CodeViews command,
        [Spread] Repeatable repeatable,
        CodingCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CodeViewsAsync(command, user.Context(Permissions.CodeViews, repeatable), cancellation);
        return await reads.FindThemeAsync(command.ThemeId, cancellation);
    }

    /// <summary>Take a theme off several views: off all of them, or off none.</summary>
    [Authorize(Permissions.CodeViews)]
    public static async Task<ThemeCard?> UncodeViewsAsync(
        [Spread, ID<ThemeCard>(nameof(UncodeViews.ThemeId)), ID<ViewDetail>(nameof(UncodeViews.ViewIds))] UncodeViews command,
        [Spread] Repeatable repeatable,
        CodingCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.UncodeViewsAsync(command, user.Context(Permissions.CodeViews, repeatable), cancellation);
        return await reads.FindThemeAsync(command.ThemeId, cancellation);
    }

    /// <summary>Say that a view makes no point that could be answered, and why.</summary>
    [Authorize(Permissions.CodeViews), Error<StaleVersion>]
    public static async Task<ViewDetail?> MarkViewNotCodableAsync(
        [Spread, ID<ViewDetail>(nameof(MarkViewNotCodable.ViewId))] MarkViewNotCodable command,
        [Spread] Versioned versioned,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MarkViewNotCodableAsync(command, user.Context(Permissions.CodeViews, versioned), cancellation);
        return await reads.FindViewAsync(command.ViewId, cancellation);
    }

    /// <summary>Say that a suggested theme does not fit a view. It is not suggested for it again.</summary>
    [Authorize(Permissions.CodeViews), Error<StaleVersion>]
    public static async Task<ViewDetail?> RejectViewSuggestionAsync(
        [Spread, ID<ViewDetail>(nameof(RejectViewSuggestion.ViewId)), ID<ThemeCard>(nameof(RejectViewSuggestion.ThemeId))] RejectViewSuggestion command,
        [Spread] Versioned versioned,
        CodingCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RejectSuggestionAsync(command, user.Context(Permissions.CodeViews, versioned), cancellation);
        return await reads.FindViewAsync(command.ViewId, cancellation);
    }

    /// <summary>Let a person's own words stand for a theme beside its entry. They must have permitted it.</summary>
    [Authorize(Permissions.CodeViews), Error<StaleVersion>]
    public static async Task<ViewDetail?> QuoteViewAsync(
        [Spread, ID<ViewDetail>(nameof(QuoteView.ViewId)), ID<ThemeCard>(nameof(QuoteView.ThemeId))] QuoteView command,
        [Spread] Versioned versioned,
        CodingCommands commands,
        FeedbackReads reads,
        ParticipantReads participants,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        // The permission is in the record of the person whose words they are. Who has no record has not given it.
        var view = await reads.FindViewStateAsync(command.ViewId, cancellation) ?? throw new ThingNotFoundException("view", command.ViewId);
        var mayQuote = await participants.AllowsAsync(view.Words.Subject, Permission.Quote, cancellation);
        await commands.QuoteViewAsync(command, mayQuote, user.Context(Permissions.CodeViews, versioned), cancellation);
        return await reads.FindViewAsync(command.ViewId, cancellation);
    }

    /// <summary>Draw coded views by chance, to be coded a second time by somebody else.</summary>
    [Authorize(Permissions.CodeViews)]
    public static async Task<CodingSampleCard?> DrawCodingSampleAsync(
        [Spread, ID<ConsultationPage>(nameof(DrawCodingSample.ConsultationId))] DrawCodingSample command,
        [Spread] Repeatable repeatable,
        CodingCommands commands,
        CodingSampleReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.DrawSampleAsync(command, user.Context(Permissions.CodeViews, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Code a view of a sample without knowing how it was coded before. Nobody codes twice what they coded first.</summary>
    [Authorize(Permissions.CodeAgain), Error<StaleVersion>]
    public static async Task<CodingSampleCard?> CodeAgainAsync(
        [Spread, ID<CodingSampleCard>(nameof(CodeAgain.SampleId)), ID<ViewDetail>(nameof(CodeAgain.ViewId)), ID<ThemeCard>(nameof(CodeAgain.ThemeIds))]
        CodeAgain command,
        [Spread] Versioned versioned,
        CodingCommands commands,
        CodingSampleReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CodeAgainAsync(command, user.Context(Permissions.CodeAgain, versioned), cancellation);
        return await reads.FindAsync(command.SampleId, cancellation);
    }
}
