using Engagement.Common;

namespace Engagement.Feedback;

internal static class ThemeRules
{
    /// <summary>Nothing more happens to a theme that went into another: it is asked of that one.</summary>
    public static Refusal? NotMerged(Theme theme, string? todaysTitle) => theme.MergedInto is null ? null : Merged(todaysTitle);

    public static Refusal Merged(string? todaysTitle) =>
        new("THEME_MERGED", $"This theme was merged into '{todaysTitle}'. Use that theme instead", "themeId");
}
