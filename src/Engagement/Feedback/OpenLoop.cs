using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Begins to answer a theme. A theme has one loop.</summary>
/// <param name="ThemeId">The theme.</param>
public sealed record OpenLoop(Guid ThemeId)
{
    internal static Refusal AlreadyThere { get; } = new("LOOP_ALREADY_OPEN", "This theme already has a feedback loop", "themeId");

    /// <param name="theme">The theme to answer.</param>
    /// <param name="goneInto">What it is today, where it was merged: the answer belongs there.</param>
    public static Decision Decide(ThemeCard theme, ThemeCard? goneInto = null) => goneInto is null
        ? Decision.To(new LoopOpened(theme.Id, theme.ConsultationId))
        : Decision.Refuse(ThemeRules.Merged(goneInto.Title));
}
