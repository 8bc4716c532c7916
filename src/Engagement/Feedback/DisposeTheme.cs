using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Says what becomes of a theme.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Disposition">What becomes of it.</param>
/// <param name="Reason">Why. Needed where it is not accepted.</param>
public sealed record DisposeTheme(Guid ThemeId, Disposition Disposition, string? Reason)
{
    public static Decision Decide(DisposeTheme command, Theme theme, string? todaysTitle)
    {
        if (ThemeRules.NotMerged(theme, todaysTitle) is { } merged)
            return Decision.Refuse(merged);

        var reason = CleanText.OrNull(command.Reason);
        if (reason is null && command.Disposition == Disposition.NotAccepted)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason why this is not accepted", "reason");

        if (CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong)
            return Decision.Refuse(tooLong);

        var disposed = new ThemeDisposed(command.Disposition, reason);
        return theme.Disposition == disposed ? Decision.Nothing : Decision.To(disposed);
    }
}
