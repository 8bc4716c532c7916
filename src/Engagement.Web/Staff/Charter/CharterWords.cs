using System.Globalization;
using Engagement.Web.Components;
using Engagement.Web.Staff.Activities;

namespace Engagement.Web.Staff.Charter;

/// <summary>How the parts of a charter are called on the pages, in addresses and in the schema.</summary>
internal static class CharterWords
{
    public static IReadOnlyList<CycleStage> Stages { get; } = [CycleStage.Analyse, CycleStage.Plan, CycleStage.Do, CycleStage.Review];

    public static IReadOnlyList<Choice> StageChoices { get; } = [.. Stages.Select(stage => new Choice(Slug(stage), stage.ToString()))];

    public static IReadOnlyList<Choice> KindChoices { get; } = [.. Enum.GetValues<EvidenceKind>().Select(kind => new Choice(Slug(kind), Name(kind)))];

    public static string Slug(CycleStage stage) => stage.ToString().ToLowerInvariant();

    public static CycleStage? StageOf(string? slug) => Stages.Select(stage => (CycleStage?)stage).FirstOrDefault(stage => Slug(stage!.Value) == slug);

    public static string InSchema(CycleStage stage) => stage.ToString().ToUpperInvariant();

    public static string Slug(EvidenceKind kind) => InSchema(kind).ToLowerInvariant().Replace('_', '-');

    public static EvidenceKind? KindOf(string? slug) => Enum.GetValues<EvidenceKind>().Select(kind => (EvidenceKind?)kind).FirstOrDefault(kind => Slug(kind!.Value) == slug);

    public static string InSchema(EvidenceKind kind) => kind switch
    {
        EvidenceKind.ActivityHeld => "ACTIVITY_HELD",
        EvidenceKind.WaveClosed => "WAVE_CLOSED",
        EvidenceKind.TopicClosed => "TOPIC_CLOSED",
        EvidenceKind.LoopPublished => "LOOP_PUBLISHED",
        EvidenceKind.LoopClosed => "LOOP_CLOSED",
        EvidenceKind.RepresentativesAttended => "REPRESENTATIVES_ATTENDED",
        _ => "LOOP_CONFIRMED",
    };

    public static string Name(EvidenceKind kind) => kind switch
    {
        EvidenceKind.ActivityHeld => "An activity was held",
        EvidenceKind.WaveClosed => "A survey closed",
        EvidenceKind.TopicClosed => "A topic of a forum closed",
        EvidenceKind.LoopPublished => "An answer was published",
        EvidenceKind.LoopClosed => "A loop closed",
        EvidenceKind.RepresentativesAttended => "Parents’ representatives were at a meeting",
        _ => "Families confirmed an answer",
    };

    /// <summary>A cell in a word; its symbol is beside it, so that nothing is told by colour alone.</summary>
    public static string Name(CellState state) => state switch
    {
        CellState.Evidenced => "Evidenced",
        CellState.Partly => "Partly",
        CellState.Disputed => "Disputed",
        CellState.NotApplicable => "Not for us",
        _ => "None",
    };

    public static string Symbol(CellState state) => state switch
    {
        CellState.Evidenced => "●",
        CellState.Partly => "◐",
        CellState.Disputed => "✕",
        CellState.NotApplicable => "–",
        _ => "○",
    };

    public static string Meaning(CellState state) => state switch
    {
        CellState.Evidenced => "2 points: a representative has accepted a claim that is linked to people who would be affected",
        CellState.Partly => "1 point: something is claimed, and no representative has accepted it yet",
        CellState.Disputed => "0 points: a representative does not accept a claim, and it is not settled",
        CellState.NotApplicable => "Does not count: it has nothing to do with this service, and a representative agrees",
        _ => "0 points: nothing is claimed, or what was claimed has been taken back or expired",
    };

    public static string Name(ClaimState state) => state switch
    {
        ClaimState.Made => "Waits for a representative",
        ClaimState.Verified => "Accepted",
        ClaimState.Disputed => "Disputed",
        ClaimState.Withdrawn => "Taken back",
        _ => "Expired",
    };

    public static string Kept(bool? kept) => kept switch
    {
        true => "Charter kept",
        false => "Charter not kept",
        null => "Does not apply",
    };

    public static string Percent(double? score) => score is { } share ? share.ToString("0%", CultureInfo.GetCultureInfo("en-GB")) : "Not scored";

    public static string People(AffectedPeople people) => string.Join(
        "; ",
        new[]
        {
            string.Join(" and ", people.Audiences.Select(audience => ActivityTerms.Name(audience).ToLowerInvariant())),
            people.Districts.Count == 0 ? "the whole county" : string.Join(", ", people.Districts.Select(one => one.Name)),
            people.Phases.Count == 0 ? "every phase of education" : string.Join(", ", people.Phases.Select(one => one.Name.ToLowerInvariant())),
            people.Needs.Count == 0 ? "every kind of need" : string.Join(", ", people.Needs.Select(one => one.Name.ToLowerInvariant())),
        });

    public static string Reached(Evidence evidence) => string.Join(
        " · ",
        new[]
        {
            Name(evidence.Item.Kind),
            Dates.Text(evidence.Item.HappenedOn),
            evidence.ReachesAll ? "open to everybody" : string.Join(", ", evidence.Audiences.Select(audience => ActivityTerms.Name(audience).ToLowerInvariant())),
            evidence.Level is { } level ? ActivityTerms.Name(level).ToLowerInvariant() : "",
        }.Where(part => part.Length > 0));
}
