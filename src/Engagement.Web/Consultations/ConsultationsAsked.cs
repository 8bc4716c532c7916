namespace Engagement.Web.Consultations;

/// <summary>What somebody looks for among the consultations, as the address of the page says it.</summary>
public sealed record ConsultationsAsked(string? Search, string? For)
{
    /// <summary>Whom a consultation can be for, as the address and the schema say it.</summary>
    public static IReadOnlyList<(string Key, string Audience, string Text)> Audiences { get; } =
    [
        ("families", "PARENTS_AND_CARERS", "Parents and carers"),
        ("young-people", "YOUNG_PEOPLE", "Children and young people"),
        ("organisations", "ORGANISATIONS", "Organisations"),
    ];

    public bool IsAnything => !string.IsNullOrWhiteSpace(Search) || Audience is not null;

    public string? Audience => Audiences.FirstOrDefault(audience => audience.Key == For).Audience;

    public string Address(string? after = null) => Links.With(Links.Consultations, ("search", Search), ("for", For), ("after", after));
}
