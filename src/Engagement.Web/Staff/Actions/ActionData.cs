using Engagement.Web.Components;
using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Actions;

/// <summary>An action of the plan as it is shown.</summary>
public sealed record PlanAction(
    string Id,
    string Title,
    string Description,
    string Source,
    string OwnerRole,
    WatchingGroup? Group,
    DateOnly AdoptedOn,
    IReadOnlyList<ActionMilestone> Milestones,
    IReadOnlyList<ActionLink> Links,
    string? NotCoproducedBecause,
    DateOnly? CompletedOn,
    Rag? Rating,
    int Version)
{
    public bool IsOpen => CompletedOn is null;

    public int Achieved => Milestones.Count(milestone => milestone.AchievedOn is not null);

    public bool MayBeComplete => Milestones.Count > 0 && Achieved == Milestones.Count;

    /// <summary>Whether it is on record what families had to do with it.</summary>
    public bool SaysHowShaped => Links.Count > 0 || NotCoproducedBecause is not null;
}

/// <summary>An action in the list.</summary>
public sealed record ActionRow(
    string Id,
    string Title,
    string Source,
    string OwnerRole,
    WatchingGroup? Group,
    DateOnly? NextDueOn,
    int OpenMilestones,
    IReadOnlyList<Counted> Milestones,
    IReadOnlyList<Counted> Links,
    string? NotCoproducedBecause,
    DateOnly? CompletedOn,
    Rag? Rating);

/// <summary>Of what is only counted.</summary>
public sealed record Counted(string? Id);

public sealed record ActionRows(int TotalCount, IReadOnlyList<ActionRow> Nodes, PageInfo? PageInfo);

public sealed record WatchingGroup(string Id, string Name);

/// <summary>What is to be there by a day.</summary>
public sealed record ActionMilestone(
    string Id,
    string Text,
    DateOnly DueOn,
    DateOnly FirstDueOn,
    bool IsOnTrack,
    string? Progress,
    DateOnly? ReportedOn,
    DateOnly? AchievedOn,
    string? Evidence,
    string? EvidenceUrl,
    DateOnly? MissedOn,
    Rag Rating)
{
    /// <summary>Why it stands as it does.</summary>
    public string Why(DateOnly today) => this switch
    {
        { AchievedOn: { } achieved, MissedOn: { } missed } => $"Achieved on {Dates.Text(achieved)}, after its day of {Dates.Text(missed)} was missed",
        { AchievedOn: { } achieved } => $"Achieved on {Dates.Text(achieved)}",
        { MissedOn: { } missed } when DueOn > missed => $"Missed on {Dates.Text(missed)}. Its day was moved later, which does not clear that",
        _ when DueOn < today => "Its day is over",
        { IsOnTrack: false } => "Said not to be on track",
        _ => "On track, and its day is not over",
    };
}

/// <summary>Where families shaped an action, and how.</summary>
public sealed record ActionLink(CoproductionKind Kind, string ThingId, string Title, string How)
{
    /// <summary>Where it is; null where its page goes by another name than its id.</summary>
    internal string? Address => Kind switch
    {
        CoproductionKind.Loop => Web.Links.Loop(ThingId),
        CoproductionKind.Theme => $"{Web.Links.Staff}/themes/{Uri.EscapeDataString(ThingId)}",
        CoproductionKind.Activity => $"{Web.Links.Staff}/activities/{Uri.EscapeDataString(ThingId)}",
        _ => null,
    };
}

/// <summary>Something that can be linked.</summary>
public sealed record Linkable(string Id, string Title);

/// <summary>A loop, which is called as its theme is.</summary>
public sealed record LinkableLoop(string Id, LoopTitle? Theme);

public sealed record LoopTitle(string Title);

/// <summary>What was found by words.</summary>
public sealed record FoundLinkables(string Words, IReadOnlyList<(string Kind, Linkable Thing)> Things);

public enum Rag
{
    Red,
    Amber,
    Green,
}

public enum CoproductionKind
{
    Consultation,
    Activity,
    Theme,
    Loop,
}

/// <summary>What can be chosen on these pages.</summary>
internal static class ActionTerms
{
    public const string Open = "";
    public const string Complete = "complete";
    public const string All = "all";

    public static IReadOnlyList<Choice> Ratings { get; } =
    [
        new("", "However they stand"),
        new("RED", "Red: a milestone is late, missed or not on track"),
        new("AMBER", "Amber: not there yet, and on track"),
        new("GREEN", "Green: every milestone is achieved"),
    ];

    public static IReadOnlyList<Choice> Shows { get; } = [new(Open, "Not complete"), new(Complete, "Complete"), new(All, "All")];

    public static IReadOnlyList<Choice> Shaped { get; } = [new("", "All"), new("no", "Only those with no link to families")];

    public static string Name(CoproductionKind kind) => kind switch
    {
        CoproductionKind.Consultation => "Consultation",
        CoproductionKind.Activity => "Activity",
        CoproductionKind.Theme => "Theme",
        _ => "Loop",
    };
}

/// <summary>What is looked for among the actions, as it stands in the address.</summary>
public sealed record ActionsAsked(string? Words, string? Rating, string Show, string? Group, bool Unshaped)
{
    public bool IsNarrowed => Words is not null || Rating is not null || Show != ActionTerms.Open || Group is not null || Unshaped;

    internal bool? IsComplete => Show switch { ActionTerms.Complete => true, ActionTerms.All => null, _ => false };

    internal static ActionsAsked Of(string? words, string? rating, string? show, string? group, string? shaped) => new(
        string.IsNullOrWhiteSpace(words) ? null : words,
        ActionTerms.Ratings.Any(one => one.Value.Length > 0 && one.Value == rating) ? rating : null,
        ActionTerms.Shows.Any(one => one.Value == show) ? show! : ActionTerms.Open,
        string.IsNullOrWhiteSpace(group) ? null : group,
        shaped == "no");

    public string Address(string? after = null) => Links.With(
        ActionLinks.List,
        ("words", Words),
        ("rating", Rating),
        ("show", Show.Length == 0 ? null : Show),
        ("group", Group),
        ("shaped", Unshaped ? "no" : null),
        ("after", after));
}
