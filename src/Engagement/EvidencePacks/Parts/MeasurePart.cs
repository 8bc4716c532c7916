using System.Globalization;
using Engagement.Measures;
using static Engagement.EvidencePacks.PackValue;

namespace Engagement.EvidencePacks.Parts;

/// <summary>The measures of the plan, as they were known.</summary>
internal static class MeasurePart
{
    public static PackSection Of(PackFacts known)
    {
        MeasurePage[] measures = [.. known.Measures.Values.OrderBy(measure => measure.Place, StringComparer.Ordinal).ThenBy(measure => measure.Id)];
        var latest = Latest(measures);
        return new PackSection(
            "measures",
            "Measures of the plan",
            [
                $"Rule {RatingRule.Version} of rating: Green, the target is met; Amber, better than the baseline; Red, equal to it or worse; Not rated, where there is no figure, no baseline, a base under 10 or a target in words; Query, where the target is worse than the baseline. “r” marks a figure that was corrected: as first published it is in the file.",
                "“Improve by at least 20%” is read as a part of the baseline unless a named role approved the reading in points. A figure that rests on fewer than 10 people, or on none or all of fewer than 20, is hidden: “[c]”.",
            ],
            [latest, Periods(measures)])
        {
            InShort = measures.Length == 0 ? latest.Empty : InShort(latest),
        };
    }

    private static string InShort(PackTable latest)
    {
        int Rated(MeasureRating rating) => latest.Count("rating", Words(rating));
        return $"Of {Count(latest.Rows.Count, "measure", "measures")}, {Rated(MeasureRating.Green)} green (target met), {Rated(MeasureRating.Amber)} amber (better, target not met), {Rated(MeasureRating.Red)} red (not better), "
            + $"{Rated(MeasureRating.Query)} query (target worse than the baseline), {Rated(MeasureRating.NotRated)} not rated. Nothing reported yet: {latest.Rows.Count - latest.Count("period")}.";
    }

    private static PackTable Latest(MeasurePage[] measures) => new(
        "measures",
        "How each measure stood in the last period with a figure",
        [
            new("code", "Number", 6), new("name", "Measure", 20), new("unit", "Counted in", 8), new("better", "Better is", 5), new("baseline", "Baseline", 12), new("period", "Period", 7),
            new("actual", "Figure", 6), new("wanted", "Target", 8), new("rating", "Rating", 6), new("why", "Why", 11), new("note", "Unclear in the document", 11), new("measureId"),
        ],
        [
            .. measures.Select(measure =>
            {
                var record = measure.Record;
                var standing = record.Periods.LastOrDefault(period => record.ActualOf(period) is not null) is { } last ? RatingRule.Of(record, last) : null;
                return (IReadOnlyList<object?>)
                [
                    record.Code, record.Name, MeasureWords.Unit(record.Unit), record.Direction == MeasureDirection.Higher ? "more" : "less", BaselineOf(record), standing?.Period, standing is null ? null : Figure(standing),
                    standing is null ? null : Target(standing), Words(standing?.Shown ?? MeasureRating.NotRated), standing is null ? "Nothing is reported yet" : Why(standing), record.Note.Length == 0 ? null : MeasureWords.Note(record.Note), measure.Id,
                ];
            }),
        ])
    {
        Empty = "No measure had been taken in.",
    };

    private static PackTable Periods(MeasurePage[] measures) => new(
        "measure-periods",
        "Every period of every measure",
        [
            new("code"), new("measure"), new("period"), new("targetKind"), new("targetText"), new("wanted"), new("otherReading"), new("actual"), new("firstPublishedAs"), new("revisedBecause"), new("base"),
            new("rating"), new("ratingByRule"), new("why"), new("overriddenBy"), new("overriddenBecause"),
        ],
        [
            .. from measure in measures
               from period in measure.Record.Periods
               let standing = RatingRule.Of(measure.Record, period)
               let actual = standing.Actual
               select (IReadOnlyList<object?>)
               [
                   measure.Record.Code, measure.Record.Name, period, standing.Target?.Kind.ToString(), standing.Target?.Text, standing.Wanted, standing.OtherReading, Figure(standing),
                   actual is not { CorrectedBecause.Count: > 0 } ? null : standing.Base == SmallBase.TooSmall ? Hidden : actual.FirstValue,
                   actual is null ? null : string.Join("; ", actual.CorrectedBecause), BaseOf(standing), Words(standing.Shown), Words(standing.Rating), standing.Why, standing.Override?.ByRole,
                   standing.Override?.Reason,
               ],
        ])
    {
        IsPrinted = false,
    };

    // The number of people is told by its class only: exact, it would be a count that no release has checked.
    private static string? BaseOf(MeasureStanding standing) => (standing.Actual, standing.Base) switch
    {
        (null, _) or ({ Whole: null }, _) => null,
        (_, SmallBase.TooSmall) => "too small to show",
        (_, SmallBase.Caution) => "under 30: treat with caution",
        _ => "30 or more",
    };

    private static object? Figure(MeasureStanding standing) => standing switch
    {
        { Actual: null } => null,
        { Base: SmallBase.TooSmall } => Hidden,
        { Actual: { Value: { } value, CorrectedBecause.Count: var corrections } } => corrections == 0 ? value : $"{Number(value)} r",
        _ => standing.Actual.Text,
    };

    private static object? Target(MeasureStanding standing) => standing.Wanted is { } wanted ? wanted : standing.Target is { } target ? MeasureWords.Target(target) : null;

    private static string Why(MeasureStanding standing) => standing.Override is { } by ? $"{by.Reason} (rated by {by.ByRole}; by the rule {Words(standing.Rating)})" : standing.Why;

    private static object? BaselineOf(MeasureRecord record) => record.Baseline switch
    {
        null => record.BaselineText.Length == 0 ? null : $"not set (document: {record.BaselineText})",
        { Base: < RatingRule.SmallestBase } when record.Kind == MeasureKind.Percentage => Hidden,
        var baseline => baseline.Value,
    };

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
