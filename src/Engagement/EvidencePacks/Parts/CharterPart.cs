using Engagement.Charter;
using Engagement.Common;
using static Engagement.EvidencePacks.PackValue;

namespace Engagement.EvidencePacks.Parts;

/// <summary>The grid of each service, what is claimed for its cells, who looked at it, and which events are behind that.</summary>
internal static class CharterPart
{
    public static PackSection Of(PackFacts known, PackEvents events)
    {
        var claims = known.Activities.SelectMany(activity => activity.Claims.Select(claim => (Activity: activity, Claim: claim))).Select((pair, i) => (Reference: $"C{i + 1}", pair.Activity, pair.Claim)).ToArray();
        var (cells, table) = (Cells(known, events), Claims(known, events, claims));
        return new PackSection(
            "charter",
            "Whether services are commissioned as the charters promise",
            [
                "A cell of a grid is evidenced (2 points) where a representative of families has accepted a claim that is linked to people who would be affected; partly (1) where something is claimed and no representative has accepted it yet; none (0) where nothing that stands is claimed. One dispute outweighs what was accepted, until it is settled (0). A cell that does not apply counts for nothing, and only once a representative has agreed.",
                "The score is the points of the cells that apply, in percent of twice their number. It is never shown without its grid. The charter is kept at a stage where no cell that applies is at 0.",
                "A claim is made by one organisation and looked at by a representative of families or young people of another. What it rests on counts for two years.",
            ],
            [
                .. known.Activities.Select(activity => GridOf(known, activity)),
                Scores(known),
                cells,
                table,
            ])
        {
            InShort = known.Activities.Count == 0 ? "No service was commissioned by a charter." : InShort(known, cells, table),
        };
    }

    // Without the score, which is never shown without its grid.
    private static string InShort(PackFacts known, PackTable cells, PackTable claims) =>
        $"{Count(known.Activities.Count, "service", "services")}. Of {Count(cells.Count("points"), "cell", "cells")} that apply, {cells.Count("points", 2)} evidenced, {cells.Count("points", 1)} claimed and not accepted yet, "
        + $"{cells.Count("state", Words(CellState.Disputed))} disputed, {cells.Count("points", 0) - cells.Count("state", Words(CellState.Disputed))} missing: nothing that stands is claimed. "
        + $"Of {Count(claims.Rows.Count, "claim", "claims")}, {claims.Count("state", Words(ClaimState.Verified))} accepted by those who speak for families or young people, {claims.Count("state", Words(ClaimState.Made))} not looked at yet, "
        + $"{claims.Count("state", Words(ClaimState.Disputed))} disputed, {claims.Count("state", Words(ClaimState.Withdrawn))} taken back, {claims.Count("state", Words(ClaimState.Expired))} too old.";

    private static PackTable GridOf(PackFacts known, CommissioningActivity activity)
    {
        var edition = known.Editions[activity.EditionId];
        var grid = CharterGrid.Of(edition, activity);
        return new PackTable(
            $"grid-{activity.Id:N}",
            $"{activity.Title}: {edition.Title}",
            [new("principle", "Principle"), .. CharterGrid.Stages.Select(stage => new PackColumn(stage.ToString(), stage.ToString()))],
            [
                .. edition.Principles.Select(principle => (IReadOnlyList<object?>)
                    [principle.Title, .. CharterGrid.Stages.Select(stage => Cell(grid.Cells.First(cell => cell.Principle == principle.Key && cell.Stage == stage)))]),
                ["The charter was", .. grid.Verdicts.Select(verdict => activity.Stages.Any(run => run.Stage == verdict.Stage) ? Verdict(verdict.IsKept) : "not begun")],
            ])
        {
            From = "cells",
            Note = $"Service: {LoggedFeedback.Service.Find(activity.Service)?.Name ?? activity.Service}. {Stages(activity)} {Score(grid)}",
        };
    }

    private static PackTable Scores(PackFacts known) => new(
        "scores",
        "Scores",
        [
            new("activityId"), new("activity", "Service"), new("edition", "Edition"), new("points", "Points"), new("applicable", "Cells that apply"), new("scorePercentage", "Score in percent"),
            new("lowest", "Cells that stand lowest"),
        ],
        [
            .. known.Activities.Select(activity =>
            {
                var edition = known.Editions[activity.EditionId];
                var grid = CharterGrid.Of(edition, activity);
                return (IReadOnlyList<object?>)
                [
                    activity.Id, activity.Title, edition.Title, grid.Points, grid.Applicable, Percent(grid.Score),
                    string.Join("; ", grid.Lowest.Select(cell => $"{edition.Find(cell.Principle)?.Title}, {cell.Stage}")),
                ];
            }),
        ])
    {
        IsPrinted = known.Activities.Count > 1,
    };

    private static PackTable Cells(PackFacts known, PackEvents events) => new(
        "cells",
        "Cells that are said not to apply",
        [
            new("activityId"), new("activity", "Service"), new("principleKey"), new("principle", "Principle"), new("stage", "Stage"), new("state", "State"), new("points"), new("claims"),
            new("reason", "Why it has nothing to do with the stage"), new("saidBy", "Said by"), new("answeredBy", "Answered by"), new("events", "Events"),
        ],
        [
            .. from activity in known.Activities
               let edition = known.Editions[activity.EditionId]
               from cell in CharterGrid.Of(edition, activity).Cells
               let said = activity.FindNotApplicable(cell.Principle, cell.Stage)
               select (IReadOnlyList<object?>)
               [
                   activity.Id, activity.Title, cell.Principle, edition.Find(cell.Principle)?.Title, cell.Stage.ToString(), cell.WaitsForAgreement ? "Waits for agreement" : Words(cell.State), cell.Points,
                   cell.Claims, said?.Reason, NameOf(said?.Organisation), NameOf(said?.AnsweredBy), events.ReferencesOf(activity.Id, cell.Principle, cell.Stage),
               ],
        ])
    {
        Shown = row => row[8] is not null,
        Empty = "No cell was said not to apply.",
    };

    private static PackTable Claims(PackFacts known, PackEvents events, (string Reference, CommissioningActivity Activity, Claim Claim)[] claims) => new(
        "claims",
        "Claims",
        [
            new("reference", "Claim"), new("claimId"), new("activityId"), new("activity", known.Activities.Count > 1 ? "Service" : null), new("principle", "Principle"), new("stage", "Stage"),
            new("evidenceKind", "What happened"), new("evidenceId"), new("evidence", "Called"), new("happenedOn", "On"), new("explanation", "How it shows that the principle was kept"),
            new("outcome", "For the outcome"), new("claimedBy", "Claimed by"), new("madeAt"), new("state", "State"), new("checkedBy", "Looked at by"), new("checkedFor", "Who speaks for"),
            new("checkedAt"), new("reason", "Taken back because"), new("expiresOn"), new("rule"), new("events", "Events"),
        ],
        [
            .. claims.Select(one => (IReadOnlyList<object?>)
            [
                one.Reference, one.Claim.Id, one.Activity.Id, one.Activity.Title, known.Editions[one.Activity.EditionId].Find(one.Claim.Principle)?.Title, one.Claim.Stage.ToString(),
                Words(one.Claim.Evidence.Kind), one.Claim.Evidence.Id, one.Claim.Evidence.Title, one.Claim.Evidence.HappenedOn, one.Claim.Explanation,
                Outcome.Find(one.Claim.Outcome)?.Name, NameOf(one.Claim.Organisation), one.Claim.MadeAt, Words(one.Claim.State), NameOf(one.Claim.CheckedBy),
                Organisation.Find(one.Claim.CheckedBy) is { } checker ? checker.SpeaksForFamilies ? "Families or young people" : "An organisation" : null,
                one.Claim.CheckedAt, one.Claim.State == ClaimState.Disputed ? null : one.Claim.Reason, one.Claim.ExpiresOn, one.Claim.Rule, events.ReferencesOf(one.Claim.Id),
            ]),
        ])
    {
        Note = "Why a representative disputes a claim is in their own words, so it is in the platform and not here.",
        Empty = "Nothing was claimed.",
    };

    private static string Cell(CharterCell cell) => cell.State switch
    {
        CellState.Evidenced => "● Evidenced, 2",
        CellState.Partly => "◐ Partly, 1",
        CellState.Disputed => "✕ Disputed, 0",
        CellState.NotApplicable => "– Does not apply",
        _ => cell.WaitsForAgreement ? "○ None, 0 (said not to apply, not agreed)" : "○ None, 0",
    };

    private static string Verdict(bool? isKept) => isKept switch { true => "kept", false => "not kept", null => "not applicable" };

    private static string Score(CharterGrid grid) => grid.Score is { } score
        ? $"Score {ForPeople(Percent(score))}%: {grid.Points} of {2 * grid.Applicable} points."
        : "No cell applies, so there is no score.";

    private static string Stages(CommissioningActivity activity) => string.Concat(activity.Stages.Select(run =>
        $"{run.Stage}{(run.Round > 1 ? $", round {run.Round}" : "")}: {LondonCalendar.Text(run.EnteredOn)} to {(run.CompletedOn is { } until ? LondonCalendar.Text(until) : "the day of this pack")}. "));

    private static int? Percent(double? score) => score is { } number ? (int)Math.Round(100 * number, MidpointRounding.AwayFromZero) : null;

    private static string? NameOf(string? organisation) => Organisation.Find(organisation)?.Name ?? organisation;
}
