using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>
/// Takes a theme out again of the one it was merged into. The codes that came with it go back with it; what was coded since stays with the other.
/// </summary>
/// <param name="ThemeId">The theme that was merged away.</param>
/// <param name="Reason">Why the two do not make the same point after all.</param>
public sealed record UnmergeTheme(Guid ThemeId, string Reason)
{
    /// <param name="command">Which theme.</param>
    /// <param name="theme">As it stands.</param>
    /// <param name="today">What it is today: the theme it went into, or what that one became.</param>
    /// <param name="isPublishedSince">Whether a decision that answers its views too was published after the merge.</param>
    public static Decision Decide(UnmergeTheme command, Theme theme, Theme today, bool isPublishedSince)
    {
        if (theme.MergedInto is not { } into)
            return Decision.Refuse("THEME_NOT_MERGED", "This theme stands by itself already", "themeId");

        if (isPublishedSince)
        {
            return Decision.Refuse(
                "DECISION_PUBLISHED_SINCE",
                $"'{today.Title}' has published a decision since the merge, and it answers these views too. Open a new theme and link the two instead",
                "themeId");
        }

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter why the two do not make the same point", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ThemeUnmerged(theme.Id, into, reason));
    }
}
