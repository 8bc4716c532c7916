using System.Text.Json;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.YouSaidWeDid;

/// <summary>What somebody looks for on the board, as the address of the page says it. What it does not offer is not heard.</summary>
public sealed record EntriesAsked(string? Words, string? State, string? District, string? For, string? Consultation, string? Order)
{
    public static IReadOnlyList<(string Key, EntryState State, string Text)> States { get; } =
        [("did", EntryState.WeDid, "We did"), ("will", EntryState.WeWill, "We will"), ("cannot", EntryState.WeCannot, "We cannot")];

    public static IReadOnlyList<(string Key, Audience Audience, string Text)> Audiences { get; } =
        [("families", HaveYourSay.Audience.ParentsAndCarers, "Parents and carers"), ("young-people", HaveYourSay.Audience.YoungPeople, "Children and young people")];

    public string? StateValue => ValueOf(States.FirstOrDefault(state => state.Key == State) is { Key: not null } chosen ? chosen.State.ToString() : null);

    public string? AudienceValue => ValueOf(Audiences.FirstOrDefault(audience => audience.Key == For) is { Key: not null } chosen ? chosen.Audience.ToString() : null);

    public string OrderValue => Order == "oldest" ? "OLDEST" : "NEWEST";

    public string? WordsValue => string.IsNullOrWhiteSpace(Words) ? null : Words;

    /// <summary>Something other than the whole board, newest first.</summary>
    public bool IsAnything =>
        WordsValue is not null || StateValue is not null || !string.IsNullOrEmpty(District) || AudienceValue is not null || !string.IsNullOrEmpty(Consultation) || OrderValue != "NEWEST";

    // As the schema spells it.
    private static string? ValueOf(string? name) => name is null ? null : JsonNamingPolicy.SnakeCaseUpper.ConvertName(name);

    public string Address(string? after = null) => Links.With(
        Links.YouSaidWeDid, ("words", Words), ("state", State), ("district", District), ("for", For), ("consultation", Consultation), ("order", Order), ("after", after));
}

public sealed record BoardConsultation(string Id, string Slug, string Title);
