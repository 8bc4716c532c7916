namespace Engagement.Feedback;

/// <summary>
/// Suggests themes for a view from how others were coded, and says why. It decides nothing. The score of a theme is the mean of two likenesses,
/// each a cosine between texts as sets of weighted terms: that of words and phrases to all of the theme's views together, and that of words to
/// the one most like it. The same views give the same suggestions, whichever way they were learnt.
/// </summary>
public static class ThemeSuggester
{
    public const string Method = "words and similar views";

    /// <summary>Any change that could change a suggestion is a new version: acceptance is measured by version.</summary>
    public const int Version = 1;

    private const int Most = 3;
    private const int MostReasons = 3;
    private const int Decimals = 2;
    private const double LeastScore = 0.1;

    /// <summary>The best first; of equal ones the theme with the smaller id.</summary>
    /// <param name="memory">What has been learnt.</param>
    /// <param name="viewId">The view, which is not likened to itself.</param>
    /// <param name="words">What it says.</param>
    /// <param name="themes">The themes that it may carry.</param>
    public static IReadOnlyList<ThemeSuggestion> Suggest(CodingMemory memory, Guid viewId, string words, IReadOnlySet<Guid> themes)
    {
        var known = memory.Known(words);
        if (known.Count == 0)
            return [];

        return
        [
            .. memory.Compare(known, viewId)
                .Where(theme => themes.Contains(theme.ThemeId))
                .Select(theme => (Theme: theme, Score: ScoreOf(theme)))
                .Where(judged => judged.Score >= LeastScore)
                .OrderByDescending(judged => judged.Score)
                .ThenBy(judged => judged.Theme.ThemeId)
                .Take(Most)
                .Select(judged => new ThemeSuggestion(
                    judged.Theme.ThemeId,
                    new Suggestion(Method, Version, judged.Score),
                    ReasonsFor(judged.Theme.ThemeId, memory, known),
                    judged.Theme.NearestViewId)),
        ];
    }

    private static double ScoreOf(CodingMemory.Likeness theme) =>
        Math.Min(1, Math.Round((theme.ToAll + theme.ToNearest) / 2, Decimals, MidpointRounding.AwayFromZero));

    private static IReadOnlyList<string> ReasonsFor(Guid theme, CodingMemory memory, IReadOnlyList<CodingMemory.KnownTerm> known) =>
    [
        .. memory.EvidenceFor(theme, known)
            .Where(evidence => evidence.Views > 0)
            .OrderByDescending(evidence => (long)evidence.Term.Weight * evidence.Term.Weight * evidence.Views)
            .ThenBy(evidence => evidence.Term.Text, StringComparer.Ordinal)
            .Take(MostReasons)
            .Select(evidence => evidence.Term.Text),
    ];
}
