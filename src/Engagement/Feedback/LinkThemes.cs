using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Says that two themes belong together, where merging them would take an answer away.</summary>
/// <param name="ThemeId">The one theme.</param>
/// <param name="OtherThemeId">The other.</param>
/// <param name="Why">What the two have in common.</param>
public sealed record LinkThemes(Guid ThemeId, Guid OtherThemeId, string Why)
{
    /// <param name="command">Which themes and why.</param>
    /// <param name="theme">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="todaysTitles">For those that were merged: the title of what they are today.</param>
    public static Decision Decide(LinkThemes command, Theme theme, Theme other, IReadOnlyDictionary<Guid, string> todaysTitles)
    {
        if (theme.Id == other.Id)
            return Decision.Refuse("THEME_INTO_ITSELF", "A theme cannot be linked to itself", "otherThemeId");

        if ((ThemeRules.NotMerged(theme, todaysTitles.GetValueOrDefault(theme.Id))
            ?? ThemeRules.NotMerged(other, todaysTitles.GetValueOrDefault(other.Id))) is { } merged)
        {
            return Decision.Refuse(merged);
        }

        if (theme.LinkedTo.Contains(other.Id))
            return Decision.Nothing;

        var why = CleanText.Of(command.Why);
        if (why.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter what the two themes have in common", "why");

        return CleanText.TooLong(why, CleanText.ParagraphLimit, "why") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ThemesLinked(theme.Id, other.Id, why));
    }
}
