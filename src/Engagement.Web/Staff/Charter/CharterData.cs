using Engagement.Web.Activities;
using Engagement.Web.Documents;
using Engagement.Web.Staff.Activities;

namespace Engagement.Web.Staff.Charter;

/// <summary>A service that goes round the cycle of commissioning, with all that is claimed of it.</summary>
public sealed record Commissioning(
    string Id,
    string Title,
    DateOnly StartedOn,
    CycleStage? CurrentStage,
    NamedThing? Service,
    AffectedPeople People,
    Edition Edition,
    IReadOnlyList<StageRun> Stages,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<NotApplicableCell> NotApplicable,
    IReadOnlyList<RejectedEvidence> Rejected,
    Grid Grid,
    int Version)
{
    public IReadOnlyList<Claim> ToVerify => [.. Claims.Where(claim => claim.State is ClaimState.Made)];

    public IReadOnlyList<NotApplicableCell> ToAgree => [.. NotApplicable.Where(cell => cell.State is NotApplicableState.Asked)];

    public IReadOnlyList<Claim> Disputed => [.. Claims.Where(claim => claim.State is ClaimState.Disputed)];

    public Principle? Find(string principle) => Edition.Principles.FirstOrDefault(one => one.Key == principle);

    public string TitleOf(string principle) => Find(principle)?.Title ?? principle;

    public IReadOnlyList<Claim> ClaimsOf(string principle, CycleStage stage) =>
        [.. Claims.Where(claim => claim.Principle == principle && claim.Stage == stage)];

    public NotApplicableCell? NotApplicableOf(string principle, CycleStage stage) =>
        NotApplicable.FirstOrDefault(cell => cell.Principle == principle && cell.Stage == stage);

    public bool HasEntered(CycleStage stage) => Stages.Any(run => run.Stage == stage);
}

public sealed record NamedThing(string Name);

public sealed record AffectedPeople(
    IReadOnlyList<Audience> Audiences, IReadOnlyList<NamedThing> Districts, IReadOnlyList<NamedThing> Phases, IReadOnlyList<NamedThing> Needs);

/// <summary>An edition of a charter. Groups and source are known where they are shown.</summary>
public sealed record Edition(
    string Id,
    string Charter,
    string Title,
    DateOnly From,
    IReadOnlyList<Principle> Principles,
    string? Source = null,
    IReadOnlyList<SignedUpGroup>? Groups = null,
    Edition? EditionBefore = null,
    int Version = 0);

public sealed record Principle(string Key, string Title, bool IsOurs, IReadOnlyList<string> Continues, IReadOnlyList<Criterion> Criteria);

public sealed record Criterion(string Text, bool IsOurs);

public sealed record SignedUpGroup(string Name, DateOnly SignedOn);

public sealed record StageRun(CycleStage Stage, int Round, DateOnly EnteredOn, DateOnly? CompletedOn);

/// <summary>What happened, given as evidence for a principle at a stage of a service, or for a statement of commitment.</summary>
public sealed record Claim(
    string Id,
    ClaimState State,
    string Explanation,
    DateTimeOffset MadeAt,
    DateOnly ExpiresOn,
    DateTimeOffset? CheckedAt,
    string? Reason,
    bool IsYours,
    Organisation? Organisation,
    NamedThing? CheckedBy,
    EvidenceItem Evidence)
{
    // What only those of a service have.
    public string Principle { get; init; } = "";

    public CycleStage Stage { get; init; }

    public string? Rule { get; init; }

    public NamedThing? Outcome { get; init; }

    public bool Stands => State is ClaimState.Made or ClaimState.Verified or ClaimState.Disputed;
}

public sealed record NotApplicableCell(
    string Principle, CycleStage Stage, NotApplicableState State, string Reason, string? RefusedBecause, Organisation? Organisation, NamedThing? AnsweredBy);

public sealed record RejectedEvidence(string Principle, CycleStage Stage, string Reason, EvidenceItem Evidence);

public sealed record EvidenceItem(string Id, string ThingId, EvidenceKind Kind, string Title, DateOnly HappenedOn);

public sealed record Evidence(EvidenceItem Item, bool ReachesAll, IReadOnlyList<Audience> Audiences, EngagementLevel? Level);

/// <summary>Evidence that a rule proposes; of the list of a service, only for which cell.</summary>
public sealed record Proposal(string Rule, string Why, Evidence Evidence);

public sealed record ProposedFor(string Principle, CycleStage Stage);

public sealed record Grid(int Points, int Applicable, double? Score, IReadOnlyList<Cell> Cells, IReadOnlyList<CellKey> Lowest, IReadOnlyList<Verdict> Verdicts)
{
    public Cell Of(string principle, CycleStage stage) =>
        Cells.FirstOrDefault(cell => cell.Principle == principle && cell.Stage == stage) ?? new Cell(principle, stage, CellState.None, 0, false);
}

public sealed record Cell(string Principle, CycleStage Stage, CellState State, int Claims, bool WaitsForAgreement);

public sealed record CellKey(string Principle, CycleStage Stage);

public sealed record Verdict(CycleStage Stage, bool? IsKept, IReadOnlyList<string> Missing);

/// <summary>A service's record looked at by another edition.</summary>
public sealed record Rescored(
    bool IsConnected, IReadOnlyList<string> Dropped, Edition To, Grid After, IReadOnlyList<CellChange> Cells, IReadOnlyList<VerdictChange> Verdicts);

public sealed record CellChange(string Principle, CycleStage Stage, CellState? Before, CellState After);

public sealed record VerdictChange(CycleStage Stage, bool? Before, bool? After);

public sealed record Organisation(string Code, string Name, bool SpeaksForFamilies = false);

public sealed record CodedName(string Code, string Name);

public sealed record EditionChoice(string Id, string Title, DateOnly? From = null);

/// <summary>What can be chosen from on the form of a claim.</summary>
public sealed record CharterChoices(IReadOnlyList<CodedName> Outcomes);

/// <summary>A service in the list.</summary>
public sealed record CommissioningRow(
    string Id,
    string Title,
    CycleStage? CurrentStage,
    NamedThing? Service,
    TitledThing Edition,
    GridCounts Grid,
    IReadOnlyList<Standing<ClaimState>> Claims,
    IReadOnlyList<Standing<NotApplicableState>> NotApplicable)
{
    /// <summary>How much of it waits for a representative.</summary>
    public int Waits => Claims.Count(claim => claim.State is ClaimState.Made) + NotApplicable.Count(cell => cell.State is NotApplicableState.Asked);
}

public sealed record TitledThing(string Title);

public sealed record GridCounts(double? Score, IReadOnlyList<Standing<CellState>> Cells);

public sealed record Standing<TState>(TState State);

public sealed record FoundCommissioning(int TotalCount, IReadOnlyList<CommissioningRow> Nodes, PageInfo? PageInfo);

public enum ClaimState
{
    Made,
    Verified,
    Disputed,
    Withdrawn,
    Expired,
}

public enum CellState
{
    None,
    Partly,
    Evidenced,
    Disputed,
    NotApplicable,
}

public enum NotApplicableState
{
    Asked,
    Agreed,
    Refused,
}

public enum EvidenceKind
{
    ActivityHeld,
    WaveClosed,
    TopicClosed,
    LoopPublished,
    LoopClosed,
    LoopConfirmed,
    RepresentativesAttended,
}
