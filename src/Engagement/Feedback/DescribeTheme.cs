using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Writes the theme's entry in the codebook, the first time or again.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Definition">The point, so that two coders would understand the same.</param>
/// <param name="Include">What belongs to it although it may not seem so.</param>
/// <param name="Exclude">What does not belong to it although it may seem so, and where it goes.</param>
public sealed record DescribeTheme(Guid ThemeId, string Definition, string? Include, string? Exclude)
{
    public static Decision Decide(DescribeTheme command, Theme theme, string? todaysTitle)
    {
        if (ThemeRules.NotMerged(theme, todaysTitle) is { } merged)
            return Decision.Refuse(merged);

        var definition = CleanText.Of(command.Definition);
        if (definition.Length == 0)
            return Decision.Refuse("DEFINITION_MISSING", "Say what the theme means, so that two coders would understand the same", "definition");

        var described = new ThemeDescribed(definition, CleanText.OrNull(command.Include), CleanText.OrNull(command.Exclude));
        var tooLong = CleanText.TooLong(described.Definition, CleanText.ParagraphLimit, "definition")
            ?? CleanText.TooLong(described.Include, CleanText.ParagraphLimit, "include")
            ?? CleanText.TooLong(described.Exclude, CleanText.ParagraphLimit, "exclude");
        if (tooLong is not null)
            return Decision.Refuse(tooLong);

        return theme.Description == described ? Decision.Nothing : Decision.To(described);
    }
}
