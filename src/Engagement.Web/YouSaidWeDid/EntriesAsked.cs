using System.Text.Json;

namespace Engagement.Web.YouSaidWeDid;

/// <summary>What somebody looks for on the board, as the address of the page says it. What it does not offer is not heard.</summary>
public sealed record EntriesAsked
{
    public string? Words { get; init; }

    public string? State { get; init; }

    public string? District { get; init; }

    public string? For { get; init; }

    public string? Consultation { get; init; }

    public string? Order { get; init; }

    public static IReadOnlyList<EntryState> States { get; } = [EntryState.WeDid, EntryState.WeWill, EntryState.WeCannot];

    internal static IReadOnlyList<WhoFor> Audiences { get; } = [WhoFor.Families, WhoFor.YoungPeople];

    /// <summary>The state asked for as the schema spells it; null for any.</summary>
    public string? StateValue => States.Where(state => state.ClassName() == State).Select(state => JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{state}")).FirstOrDefault();

    public string? AudienceValue => WhoFor.Find(Audiences, For);

    public string OrderValue => Order == "oldest" ? "OLDEST" : "NEWEST";

    public string? WordsValue => string.IsNullOrWhiteSpace(Words) ? null : Words;

    /// <summary>Something other than the whole board, newest first.</summary>
    public bool IsAnything =>
        WordsValue is not null || StateValue is not null || !string.IsNullOrEmpty(District) || AudienceValue is not null || !string.IsNullOrEmpty(Consultation) || OrderValue != "NEWEST";

    public string Address(string? after = null) => Links.With(
        Links.YouSaidWeDid, ("words", Words), ("state", State), ("district", District), ("for", For), ("consultation", Consultation), ("order", Order), ("after", after));
}

public sealed record BoardConsultation(string Id, string Slug, string Title);
