namespace Engagement.Web.Staff.Coding;

/// <summary>What is to be done to several views together.</summary>
/// <param name="TakesOff">The theme is taken off them; otherwise they are coded to it.</param>
/// <param name="Theme">The theme.</param>
/// <param name="Why">Why they do not belong to it, where it is taken off.</param>
public sealed record SeveralPlan(bool TakesOff, NamedTheme Theme, string Why);

/// <summary>What would happen to each view: it is changed, or left out for a reason.</summary>
public sealed record SeveralPreview(SeveralPlan Plan, IReadOnlyList<BoardView> Changed, IReadOnlyList<LeftOutView> LeftOut, int NotFetched)
{
    /// <summary>As many as the schema takes together.</summary>
    public const int Most = 200;

    internal static SeveralPreview Of(SeveralPlan plan, IReadOnlyList<BoardView> chosen, int notFetched = 0)
    {
        var looked = chosen.Select(view => (View: view, Why: WhyNot(plan, view))).ToList();
        return new SeveralPreview(
            plan,
            [.. looked.Where(one => one.Why is null).Select(one => one.View)],
            [.. looked.Where(one => one.Why is not null).Select(one => new LeftOutView(one.View, one.Why!))],
            notFetched);
    }

    private static string? WhyNot(SeveralPlan plan, BoardView view) => (plan.TakesOff, Carries: view.Themes.Any(theme => theme.Id == plan.Theme.Id)) switch
    {
        _ when view.State is ViewState.Withdrawn => "The person has withdrawn it",
        (false, true) => "It has this theme already",
        (true, false) => "It does not have this theme",
        _ => null,
    };
}

public sealed record LeftOutView(BoardView View, string Why);
