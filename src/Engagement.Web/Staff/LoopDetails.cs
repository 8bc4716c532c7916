using Engagement.Web.YouSaidWeDid;

namespace Engagement.Web.Staff;

public sealed record LoopDetails(
    string Id,
    LoopState State,
    int Version,
    int? ContributorsTold,
    LoopTheme Theme,
    Decision? Decision,
    Commitment? Commitment,
    ActionTaken? Action,
    LoopEntry? Entry)
{
    public bool AwaitsDecision => Decision is null;

    public bool MayPromise => Decision is { Outcome: DecisionOutcome.WeWill } && Commitment is null && Action is null;

    public bool MayAct => Decision is { Outcome: DecisionOutcome.WeWill } && Action is null;

    public bool MayPublish => Decision is not null;

    /// <summary>What the entry would say if it were published now.</summary>
    public EntryState PublishedAs => this switch
    {
        { Decision.Outcome: DecisionOutcome.WeCannot } => EntryState.WeCannot,
        { Action: not null } => EntryState.WeDid,
        _ => EntryState.WeWill,
    };

    /// <summary>The step that families wait for, by its name; null when the loop has come all the way.</summary>
    public string? Next => this switch
    {
        { AwaitsDecision: true } => "decision",
        { MayPromise: true } => "commitment",
        _ when Entry?.State != PublishedAs => "entry",
        { MayAct: true } => "action",
        _ => null,
    };
}

public sealed record LoopTheme(string Title, string Summary, int ViewCount);

public sealed record LoopEntry(string Slug, EntryState State, string YouSaid, string WeDid, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);
