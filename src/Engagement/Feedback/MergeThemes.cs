using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Says that themes make the same point. Their views are counted with the one they go into; no view is changed.</summary>
/// <param name="FromIds">The themes to be merged away, at most 50.</param>
/// <param name="IntoId">The theme that takes their views.</param>
public sealed record MergeThemes(IReadOnlyList<Guid> FromIds, Guid IntoId)
{
    public const int Most = 50;

    /// <param name="command">Which themes.</param>
    /// <param name="from">The themes to be merged away, in the order of the command.</param>
    /// <param name="into">The theme they go into.</param>
    /// <param name="published">Those themes whose decision has been published.</param>
    /// <param name="todaysTitles">For those that were merged before: the title of what they are today.</param>
    public static Decision Decide(
        MergeThemes command,
        IReadOnlyList<Theme> from,
        Theme into,
        IReadOnlySet<Guid> published,
        IReadOnlyDictionary<Guid, string> todaysTitles)
    {
        if (from.Count == 0)
            return Decision.Refuse("THEMES_MISSING", "Choose the themes to merge", "fromIds");

        if (Check(command) is { } tooMany)
            return Decision.Refuse(tooMany);

        if (from.Any(theme => theme.Id == into.Id))
            return Decision.Refuse("THEME_INTO_ITSELF", "A theme cannot be merged into itself", "fromIds");

        foreach (var theme in from.Prepend(into))
        {
            if (ThemeRules.NotMerged(theme, todaysTitles.GetValueOrDefault(theme.Id)) is { } merged)
                return Decision.Refuse(merged);
        }

        if (into.ConsultationId is { } consultation && from.Any(theme => theme.ConsultationId != consultation))
        {
            return Decision.Refuse(
                "THEME_OF_ANOTHER_CONSULTATION", "Merge themes of one consultation, or merge them into a standing theme", "intoId");
        }

        return from.Any(theme => published.Contains(theme.Id))
            ? Decision.Refuse("THEME_HAS_PUBLISHED_DECISION", "This theme has a published decision. Link it instead of merging", "fromIds")
            : Decision.To(new ThemesMerged([.. from.Select(theme => theme.Id)], into.Id));
    }

    /// <summary>What can be said before the themes are looked at.</summary>
    internal static Refusal? Check(MergeThemes command) => Lists.Check(command.FromIds, Most, "themes", "fromIds");
}
