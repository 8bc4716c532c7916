namespace Engagement.Web.Consultations;

/// <summary>What somebody looks for among the consultations, as the address of the page says it.</summary>
public sealed record ConsultationsAsked(string? Search, string? For, string? About, string? District)
{
    internal static IReadOnlyList<WhoFor> Audiences { get; } = [WhoFor.Families, WhoFor.YoungPeople, WhoFor.Organisations];

    /// <summary>Whether the address named something that there is not, which was left out.</summary>
    public bool LeftOut { get; private init; }

    public bool IsAnything => !string.IsNullOrWhiteSpace(Search) || IsLasting;

    /// <summary>Whether it is something that also those consultations can be found by that do not exist yet.</summary>
    public bool IsLasting => Audience is not null || SubjectArea is not null || District is not null;

    public string? Audience => WhoFor.Find(Audiences, For);

    public string? SubjectArea => Web.SubjectArea.ByKey(About)?.InSchema;

    /// <summary>Reads an address, also one that was typed in capitals.</summary>
    internal static ConsultationsAsked Of(string? search, string? @for, string? about, string? district)
    {
        var audience = Find(Audiences.Select(one => one.Key), @for);
        var area = Find(Web.SubjectArea.All.Select(one => one.Key), about);
        var place = Find(Districts.All.Select(one => one.Code), district);
        return new(search, audience, area, place) { LeftOut = IsLost(@for, audience) || IsLost(about, area) || IsLost(district, place) };
    }

    /// <summary>The address of another page with what is looked for, but for the words.</summary>
    public string At(string address) => Links.With(address, ("for", For), ("about", About), ("district", District));

    public string Address(string? after = null) => Links.With(Links.Consultations, ("search", Search), ("for", For), ("about", About), ("district", District), ("after", after));

    private static string? Find(IEnumerable<string> known, string? asked) => known.FirstOrDefault(one => one.Equals(asked?.Trim(), StringComparison.OrdinalIgnoreCase));

    private static bool IsLost(string? asked, string? found) => found is null && !string.IsNullOrWhiteSpace(asked);
}
