using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Takes a point of its own out of a theme, with the views that make it. The others stay where they are.</summary>
/// <param name="ThemeId">The theme that makes more than one point.</param>
/// <param name="Title">The new point in a few words.</param>
/// <param name="Summary">What people said of it, in a sentence or two.</param>
/// <param name="ViewIds">The views that make it, at most 200.</param>
public sealed record SplitTheme(Guid ThemeId, string Title, string Summary, IReadOnlyList<Guid> ViewIds)
{
    /// <summary>What happens to the theme and begins its part: the opening is the part's alone, the split is recorded in both.</summary>
    /// <param name="command">The new point.</param>
    /// <param name="theme">The theme that makes more than one.</param>
    /// <param name="partId">The id of the new theme.</param>
    /// <param name="isPublished">Whether the theme's decision has been published.</param>
    /// <param name="todaysTitle">Where the theme was merged: the title of what it is today.</param>
    public static Decision Decide(SplitTheme command, Theme theme, Guid partId, bool isPublished, string? todaysTitle)
    {
        if (ThemeRules.NotMerged(theme, todaysTitle) is { } merged)
            return Decision.Refuse(merged);

        if (isPublished)
        {
            return Decision.Refuse(
                "THEME_HAS_PUBLISHED_DECISION", "This theme has a published decision. Open a new theme and link it instead of splitting", "themeId");
        }

        if (CodingBatch.Check(command.ViewIds) is { } refusal)
            return Decision.Refuse(refusal);

        var opened = OpenTheme.Decide(new OpenTheme(theme.ConsultationId, command.Title, command.Summary));
        return opened.Refusal is null ? Decision.To([.. opened.Events, new ThemeSplit(theme.Id, partId)]) : opened;
    }

    /// <summary>For one of the views.</summary>
    public static Decision Move(View view, CodingTheme theme, Guid partId)
    {
        if (ViewRules.NotWithdrawn(view) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        var carried = theme.CarriedBy(view);
        return carried.Count == 0
            ? Decision.Refuse("VIEW_NOT_CODED", "This view does not have this theme", "viewIds")
            : Decision.To(new ViewMoved(carried, partId));
    }
}
