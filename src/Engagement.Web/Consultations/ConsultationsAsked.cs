namespace Engagement.Web.Consultations;

/// <summary>What somebody looks for among the consultations, as the address of the page says it.</summary>
public sealed record ConsultationsAsked(string? Search, string? For, string? About = null, string? District = null)
{
    internal static IReadOnlyList<WhoFor> Audiences { get; } = [WhoFor.Families, WhoFor.YoungPeople, WhoFor.Organisations];

    public bool IsAnything => !string.IsNullOrWhiteSpace(Search) || Audience is not null || SubjectArea is not null || DistrictInSchema is not null;

    public string? Audience => WhoFor.Find(Audiences, For);

    public string? SubjectArea => Web.SubjectArea.ByKey(About)?.InSchema;

    public string? DistrictInSchema => Districts.NameOf(District) is null ? null : District;

    public string Address(string? after = null) => Links.With(Links.Consultations, ("search", Search), ("for", For), ("about", About), ("district", District), ("after", after));
}
