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
public static partial class ThemeMutations
{
    /// <summary>Open a theme for views that make the same point.</summary>
    [Authorize(Permissions.CodeViews)]
    public static async Task<ThemeCard?> OpenThemeAsync(
        [Spread, ID<ConsultationPage>(nameof(OpenTheme.ConsultationId))] OpenTheme command,
        [Spread] Repeatable repeatable,
        FeedbackCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.OpenThemeAsync(command, user.Context(Permissions.CodeViews, repeatable), cancellation);
        return await reads.FindThemeAsync(id, cancellation);
    }

    /// <summary>Write a theme's entry in the codebook, the first time or again.</summary>
    [Authorize(Permissions.EditThemes), Error<StaleVersion>]
    public static async Task<ThemeCard?> DescribeThemeAsync(
        [Spread, ID<ThemeCard>(nameof(DescribeTheme.ThemeId))] DescribeTheme command,
        [Spread] Versioned versioned,
        ThemeCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.DescribeAsync(command, user.Context(Permissions.EditThemes, versioned), cancellation);
        return await reads.FindThemeAsync(command.ThemeId, cancellation);
    }

    /// <summary>Say that a theme is a comment on the Local Offer, or is none after all. Its answer is then in the comments and response of each year.</summary>
    [Authorize(Permissions.EditThemes), Error<StaleVersion>]
    public static async Task<ThemeCard?> MarkThemeForLocalOfferAsync(
        [Spread, ID<ThemeCard>(nameof(MarkThemeForLocalOffer.ThemeId))] MarkThemeForLocalOffer command,
        [Spread] Versioned versioned,
        ThemeCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MarkForLocalOfferAsync(command, user.Context(Permissions.EditThemes, versioned), cancellation);
        return await reads.FindThemeAsync(command.ThemeId, cancellation);
    }

    /// <summary>Say that themes make the same point. Gives the one they went into, which counts their views from now on.</summary>
    [Authorize(Permissions.EditThemes)]
    public static async Task<ThemeCard?> MergeThemesAsync(
        [Spread, ID<ThemeCard>(nameof(MergeThemes.FromIds)), ID<ThemeCard>(nameof(MergeThemes.IntoId))] MergeThemes command,
        [Spread] Repeatable repeatable,
        ThemeCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MergeAsync(command, user.Context(Permissions.EditThemes, repeatable), cancellation);
        return await reads.FindThemeAsync(command.IntoId, cancellation);
    }

    /// <summary>
    /// Take a theme out again of the one it was merged into, unless a decision that answers its views was published since. The codes that came with it go back
    /// with it. Gives the theme that stands by itself again.
    /// </summary>
    [Authorize(Permissions.EditThemes)]
    public static async Task<ThemeCard?> UnmergeThemeAsync(
        [Spread, ID<ThemeCard>(nameof(UnmergeTheme.ThemeId))] UnmergeTheme command,
        [Spread] Repeatable repeatable,
        ThemeCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.UnmergeAsync(command, user.Context(Permissions.EditThemes, repeatable), cancellation);
        return await reads.FindThemeAsync(command.ThemeId, cancellation);
    }

    /// <summary>Take a point of its own out of a theme, with the views that make it. Gives the new theme.</summary>
    [Authorize(Permissions.EditThemes)]
    public static async Task<ThemeCard?> SplitThemeAsync(
        [Spread, ID<ThemeCard>(nameof(SplitTheme.ThemeId)), ID<ViewDetail>(nameof(SplitTheme.ViewIds))] SplitTheme command,
        [Spread] Repeatable repeatable,
        ThemeCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var part = await commands.SplitAsync(command, user.Context(Permissions.EditThemes, repeatable), cancellation);
        return await reads.FindThemeAsync(part, cancellation);
    }

    /// <summary>Say that two themes belong together, where merging them would take an answer away.</summary>
    [Authorize(Permissions.EditThemes)]
    public static async Task<ThemeCard?> LinkThemesAsync(
        [Spread, ID<ThemeCard>(nameof(LinkThemes.ThemeId)), ID<ThemeCard>(nameof(LinkThemes.OtherThemeId))] LinkThemes command,
        [Spread] Repeatable repeatable,
        ThemeCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.LinkAsync(command, user.Context(Permissions.EditThemes, repeatable), cancellation);
        return await reads.FindThemeAsync(command.ThemeId, cancellation);
    }

    /// <summary>Record that a theme, as it was understood, was put before people it came from.</summary>
    [Authorize(Permissions.EditThemes), Error<StaleVersion>]
    public static async Task<ThemeCard?> ShareThemeBackAsync(
        [Spread, ID<ThemeCard>(nameof(ShareThemeBack.ThemeId))] ShareThemeBack command,
        [Spread] Versioned versioned,
        ThemeCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ShareBackAsync(command, user.Context(Permissions.EditThemes, versioned), cancellation);
        return await reads.FindThemeAsync(command.ThemeId, cancellation);
    }

    /// <summary>Say what becomes of a theme.</summary>
    [Authorize(Permissions.Decide), Error<StaleVersion>]
    public static async Task<ThemeCard?> DisposeThemeAsync(
        [Spread, ID<ThemeCard>(nameof(DisposeTheme.ThemeId))] DisposeTheme command,
        [Spread] Versioned versioned,
        ThemeCommands commands,
        FeedbackReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.GiveDispositionAsync(command, user.Context(Permissions.Decide, versioned), cancellation);
        return await reads.FindThemeAsync(command.ThemeId, cancellation);
    }
}
