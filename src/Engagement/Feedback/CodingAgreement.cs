namespace Engagement.Feedback;

/// <summary>How far two coders agree on the views of a sample that both have coded.</summary>
/// <param name="Views">How many views that is.</param>
/// <param name="Kappa">Over all themes together; null where it means nothing. See <see cref="CohenKappa.Pooled"/>.</param>
/// <param name="Themes">For each theme that either has given: whether a view carries it. By the theme's id.</param>
/// <param name="Disagreements">In the order of the sample.</param>
public sealed record CodingAgreement(
    int Views, double? Kappa, IReadOnlyList<ThemeAgreement> Themes, IReadOnlyList<CodingDisagreement> Disagreements)
{
    /// <param name="given">The second codings, each with the first as it was then.</param>
    /// <param name="today">What a theme is today: themes that have been merged since are no disagreement.</param>
    public static CodingAgreement Of(IReadOnlyList<SecondCodingGiven> given, Func<Guid, Guid> today)
    {
        (Guid View, HashSet<Guid> First, HashSet<Guid> Second)[] pairs =
        [
            .. given.Select(g => (g.ViewId, g.FirstThemeIds.Select(today).ToHashSet(), g.ThemeIds.Select(today).ToHashSet())),
        ];
        ThemeAgreement[] themes =
        [
            .. pairs.SelectMany(pair => pair.First.Union(pair.Second)).Distinct().Order().Select(theme => new ThemeAgreement(
                theme,
                new CohenKappa(
                    pairs.Count(pair => pair.First.Contains(theme) && pair.Second.Contains(theme)),
                    pairs.Count(pair => pair.First.Contains(theme) && !pair.Second.Contains(theme)),
                    pairs.Count(pair => !pair.First.Contains(theme) && pair.Second.Contains(theme)),
                    pairs.Count(pair => !pair.First.Contains(theme) && !pair.Second.Contains(theme))))),
        ];
        return new CodingAgreement(
            pairs.Length,
            CohenKappa.Pooled([.. themes.Select(theme => theme.Kappa)]),
            themes,
            [
                .. pairs.Where(pair => !pair.First.SetEquals(pair.Second)).Select(pair => new CodingDisagreement(
                    pair.View, [.. pair.First.Except(pair.Second).Order()], [.. pair.Second.Except(pair.First).Order()])),
            ]);
    }
}
