namespace Engagement.Web.Staff.Loops;

/// <summary>Which loops somebody looks for, as the address of the page says it. What it does not offer is not heard.</summary>
public sealed record LoopsAsked
{
    public string? Words { get; init; }

    public string? Consultation { get; init; }

    public string? State { get; init; }

    public string? Which { get; init; }

    public string? Owner { get; init; }

    public string? Order { get; init; }

    public string? View { get; init; }

    public const string Overdue = "overdue";
    public const string Attention = "attention";
    public const string Drafts = "drafts";
    public const string Closed = "closed";
    public const string Everything = "all";
    public const string AsList = "list";

    public LoopState? StateValue => Enum.TryParse<LoopState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>The board shows all states beside each other, so one state is a list.</summary>
    public bool IsList => View == AsList || StateValue is not null;

    public bool IsAnything => !string.IsNullOrEmpty(Words) || !string.IsNullOrEmpty(Consultation) || StateValue is not null
        || !string.IsNullOrEmpty(Which) || !string.IsNullOrEmpty(Owner) || !string.IsNullOrEmpty(Order);

    /// <summary>What is open, where nothing else is asked for.</summary>
    public bool? IsClosed => Which switch
    {
        Closed => true,
        Everything or Attention or Drafts => null,
        _ => false,
    };

    public string Address(string? after = null) => Links.With(
        LoopsLinks.Board, ("words", Words), ("consultation", Consultation), ("state", State), ("which", Which), ("owner", Owner), ("order", Order), ("view", View), ("after", after));

    /// <summary>The variables of both documents of the board, without the state.</summary>
    internal Dictionary<string, object?> Variables() => new()
    {
        ["consultationId"] = Given(Consultation),
        ["words"] = Given(Words),
        ["ownerRole"] = Given(Owner),
        ["isClosed"] = IsClosed,
        ["overdueOnly"] = Which == Overdue,
        ["needsAttentionOnly"] = Which == Attention,
        ["draftsToReadOnly"] = Which == Drafts,
        ["order"] = Order == "last" ? "DUE_LAST" : "DUE_FIRST",
    };

    internal static string? Given(string? asked) => string.IsNullOrWhiteSpace(asked) ? null : asked;
}

/// <summary>Which promises somebody looks for.</summary>
public sealed record PromisesAsked
{
    public string? Consultation { get; init; }

    public string? Which { get; init; }

    public string? Owner { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public const string Late = "late";
    public const string Kept = "kept";
    public const string Everything = "all";

    public bool IsAnything => new[] { Consultation, Which, Owner, From, To }.Any(asked => !string.IsNullOrEmpty(asked));

    public string Address(string? after = null) => Links.With(
        LoopsLinks.Promises, ("consultation", Consultation), ("which", Which), ("owner", Owner), ("from", From), ("to", To), ("after", after));

    internal object Variables(string? after) => new
    {
        consultationId = LoopsAsked.Given(Consultation),
        delivered = Which switch
        {
            Kept => true,
            Everything => (bool?)null,
            _ => false,
        },
        lateOnly = Which == Late,
        ownerRole = LoopsAsked.Given(Owner),
        dueFrom = Day(From),
        dueTo = Day(To),
        after,
    };

    private static string? Day(string? asked) => DateOnly.TryParseExact(asked, "yyyy-MM-dd", out _) ? asked : null;
}
