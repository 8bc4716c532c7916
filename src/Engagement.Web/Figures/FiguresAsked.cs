namespace Engagement.Web.Figures;

/// <summary>What somebody looks for among the published figures, as the address of the page says it.</summary>
public sealed record FiguresAsked
{
    public string? Search { get; init; }

    public string? About { get; init; }

    public static IReadOnlyList<(string Key, string Kind, string Text)> Kinds { get; } =
    [
        ("surveys", "WAVE_RESULTS", "Survey results"),
        ("consultations", "CONSULTATION_FIGURES", "Consultations"),
        ("forums", "FORUM_MONTH", "Forums, month by month"),
        ("local-offer", "LOCAL_OFFER_YEAR", "Comments on the Local Offer"),
        ("feedback-points", "FEEDBACK_POINT_MONTH", "Feedback points, month by month"),
    ];

    public string? Kind => Kinds.FirstOrDefault(kind => kind.Key == About).Kind;

    public bool IsAnything => !string.IsNullOrWhiteSpace(Search) || Kind is not null;

    public string Address(string? after = null) => Links.With(Links.Figures, ("search", Search), ("about", About), ("after", after));
}
