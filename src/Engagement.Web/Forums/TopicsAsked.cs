namespace Engagement.Web.Forums;

/// <summary>What somebody looks for among topics, as the address of the page says it; what is not known is left out.</summary>
public sealed record TopicsAsked(string? Words, string? State, string? Order)
{
    private const string OldestFirst = "oldest";

    internal static IReadOnlyList<(string Key, TopicState State, string Text)> States { get; } =
    [
        ("open", TopicState.Open, "Open now"),
        ("coming", TopicState.Coming, "Coming soon"),
        ("closed", TopicState.Closed, "Closed"),
    ];

    internal static IReadOnlyList<(string Key, string Text)> Orders { get; } = [("", "Newest first"), (OldestFirst, "Oldest first")];

    /// <summary>Whether they look for less than all topics, or read them from the other end.</summary>
    public bool IsAnything => Words is not null || State is not null || Order is not null;

    /// <summary>For the schema.</summary>
    public string? StateName => State?.ToUpperInvariant();

    /// <summary>For the schema.</summary>
    public string OrderName => Order is null ? "NEWEST" : "OLDEST";

    public static TopicsAsked Of(string? words, string? state, string? order) => new(
        string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
        States.Any(one => one.Key == state) ? state : null,
        order == OldestFirst ? order : null);

    public string Address(string page, string? after = null) => Links.With(page, ("words", Words), ("state", State), ("order", Order), ("after", after));
}
