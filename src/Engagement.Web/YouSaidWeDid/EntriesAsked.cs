namespace Engagement.Web.YouSaidWeDid;

/// <summary>What somebody looks for on the board, as the address of the page says it. What it does not offer is not heard.</summary>
public sealed record EntriesAsked(string? Words, string? State, string? District, string? For, string? Consultation, string? Order)
{
    public static IReadOnlyList<(string Key, string Value, string Text)> States { get; } =
        [("did", "WE_DID", "We did"), ("will", "WE_WILL", "We will"), ("cannot", "WE_CANNOT", "We cannot")];

    public static IReadOnlyList<(string Key, string Value, string Text)> Audiences { get; } =
        [("families", "PARENTS_AND_CARERS", "Parents and carers"), ("young-people", "YOUNG_PEOPLE", "Children and young people")];

    public string? StateValue => States.FirstOrDefault(state => state.Key == State).Value;

    public string? Audience => Audiences.FirstOrDefault(audience => audience.Key == For).Value;

    public string OrderValue => Order == "oldest" ? "OLDEST" : "NEWEST";

    public string? WordsValue => string.IsNullOrWhiteSpace(Words) ? null : Words;

    /// <summary>Something other than the whole board, newest first.</summary>
    public bool IsAnything =>
        WordsValue is not null || StateValue is not null || !string.IsNullOrEmpty(District) || Audience is not null || !string.IsNullOrEmpty(Consultation) || OrderValue != "NEWEST";

    public string Address(string? after = null) => Links.With(
        Links.YouSaidWeDid, ("words", Words), ("state", State), ("district", District), ("for", For), ("consultation", Consultation), ("order", Order), ("after", after));
}

public sealed record DistrictName(string Code, string Name);

public sealed record BoardConsultation(string Id, string Slug, string Title);
