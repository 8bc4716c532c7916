using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Records that the theme, as it was understood, was put before people it came from.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Route">How it was shared, for example at a forum.</param>
/// <param name="Count">How many people it was shared with, at least 1.</param>
public sealed record ShareThemeBack(Guid ThemeId, string Route, int Count)
{
    public static Decision Decide(ShareThemeBack command, Theme theme, string? todaysTitle)
    {
        if (ThemeRules.NotMerged(theme, todaysTitle) is { } merged)
            return Decision.Refuse(merged);

        var route = CleanText.OneLine(command.Route);
        if (route.Length == 0)
            return Decision.Refuse("ROUTE_MISSING", "Enter how the theme was shared, for example at a forum or by e-mail", "route");

        if (command.Count < 1)
            return Decision.Refuse("COUNT_MISSING", "Enter how many people it was shared with", "count");

        return CleanText.TooLong(route, CleanText.LineLimit, "route") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ThemeSharedBack(route, command.Count));
    }
}
