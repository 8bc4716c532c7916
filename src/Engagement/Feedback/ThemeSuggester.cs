namespace Engagement.Feedback;

/// <summary>
/// Suggests themes for a view from how others were coded, and says why. It decides nothing. The score of a theme is the mean of two likenesses,
/// each a cosine between texts as sets of weighted terms: that to all of the theme's views together, and that to the one most like it. The
/// same views give the same suggestions, whichever way they were learnt.
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
    /// <param name="themes">The themes it may carry, each with those that have gone into it.</param>
    public static IReadOnlyList<ThemeSuggestion> Suggest(
        CodingMemory memory, Guid viewId, string words, IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>> themes)
    {
        var known = memory.Known(words);
        if (known.Length == 0)
            return [];

        var nearest = Nearest(memory, viewId, known, themes);
        return
        [
            .. themes
                .Select(theme => Judge(known, theme.Key, memory.EvidenceOf(theme.Key, theme.Value), nearest))
                .Where(suggestion => suggestion.Suggestion.Score >= LeastScore)
                .OrderByDescending(suggestion => suggestion.Suggestion.Score)
                .ThenBy(suggestion => suggestion.ThemeId)
                .Take(Most),
        ];
    }

    private static ThemeSuggestion Judge(
        (string Term, int Number, int Weight)[] known,
        Guid theme,
        CodingMemory.ThemeEvidence evidence,
        Dictionary<Guid, (double Alike, Guid ViewId)> nearest)
    {
        long common = 0;
        long length = 0;
        var reasons = new List<(string Term, long Weight)>();
        foreach (var (term, number, weight) in known)
        {
            length += (long)weight * weight;
            if (evidence.Views.GetValueOrDefault(number) is > 0 and var views)
            {
                var share = (long)weight * weight * views;
                common += share;
                reasons.Add((term, share));
            }
        }

        var toAll = common == 0 ? 0 : common / Math.Sqrt(length * evidence.Length);
        var isNear = nearest.TryGetValue(theme, out var near);
        var score = Math.Round((toAll + (isNear ? Math.Sqrt(near.Alike) : 0)) / 2, Decimals, MidpointRounding.AwayFromZero);
        return new ThemeSuggestion(
            theme,
            new Suggestion(Method, Version, Math.Min(score, 1)),
            [.. reasons.OrderByDescending(r => r.Weight).ThenBy(r => r.Term, StringComparer.Ordinal).Take(MostReasons).Select(r => r.Term)],
            isNear ? near.ViewId : null);
    }

    private static Dictionary<Guid, (double Alike, Guid ViewId)> Nearest(
        CodingMemory memory,
        Guid viewId,
        (string Term, int Number, int Weight)[] known,
        IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>> themes)
    {
        var today = themes.SelectMany(theme => theme.Value.Select(coded => (coded, theme.Key))).ToDictionary(pair => pair.coded, pair => pair.Key);
        var nearest = new Dictionary<Guid, (double Alike, Guid ViewId)>();
        foreach (var (view, alike) in memory.Like(known))
        {
            if (view.ViewId == viewId)
                continue;

            foreach (var coded in view.ThemeIds)
            {
                if (!today.TryGetValue(coded, out var theme))
                    continue;

                if (!nearest.TryGetValue(theme, out var best)
                    || alike > best.Alike
                    || (alike == best.Alike && view.ViewId.CompareTo(best.ViewId) < 0))
                {
                    nearest[theme] = (alike, view.ViewId);
                }
            }
        }

        return nearest;
    }
}
