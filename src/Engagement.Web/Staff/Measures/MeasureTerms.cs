using System.Globalization;
using Engagement.Web.Components;

namespace Engagement.Web.Staff.Measures;

/// <summary>What can be chosen on these pages, and how it is called.</summary>
internal static class MeasureTerms
{
    private static readonly (int Number, string Name)[] Areas =
    [
        (1, "Parents’ confidence"),
        (2, "The part of parents and young people"),
        (3, "Inclusion in schools"),
        (4, "Standards and progress"),
        (5, "Following outcomes"),
        (6, "Assessments and plans"),
        (7, "Commissioning together"),
        (9, "Waiting times"),
    ];

    public static IReadOnlyList<Choice> AreaChoices { get; } =
        [new("", "All areas"), .. Areas.Select(area => new Choice(area.Number.ToString(CultureInfo.InvariantCulture), $"{area.Number}: {area.Name}"))];

    public static IReadOnlyList<Choice> Ratings { get; } =
    [
        new("GREEN", "Green: target met"),
        new("AMBER", "Amber: better, target not met"),
        new("RED", "Red: not better"),
        new("QUERY", "Query: target worse than before"),
        new("NOT_RATED", "Not rated"),
    ];

    public static IReadOnlyList<Choice> Targets { get; } =
    [
        new("REACH", "To reach a value"),
        new("AT_LEAST", "A value or more"),
        new("ABOVE", "More than a value"),
        new("BELOW", "Less than a value: a limit to keep to"),
        new("IN_LINE_WITH", "As good as a benchmark"),
        new("IMPROVE_BY_PERCENT", "To improve from the baseline by at least so many percent"),
        new("IMPROVE_BY_POINTS", "To improve from the baseline by at least so many points"),
        new("DIRECTION_ONLY", "Better than the baseline, by however little"),
        new("MILESTONE", "Something that is to be there, in words"),
        new("NOT_APPLICABLE", "None in this period"),
    ];

    public static IReadOnlyList<Choice> Readings { get; } =
    [
        new("RELATIVE", "A part of the baseline", "20% more than 40% is 48%."),
        new("POINTS", "Points", "20 points more than 40% is 60%."),
    ];

    public static IReadOnlyList<Choice> Audiences { get; } =
    [
        new("PARENTS_AND_CARERS", "Parents and carers"),
        new("YOUNG_PEOPLE", "Young people"),
        new("ORGANISATIONS", "Organisations"),
        new("STAFF", "Staff"),
    ];

    public static string AreaName(int number) => Areas.FirstOrDefault(area => area.Number == number).Name ?? "Another area";

    public static string Name(MeasureRating rating) => Ratings.First(one => one.Value == InSchema(rating)).Label;

    public static string InSchema(MeasureRating rating) => rating switch
    {
        MeasureRating.Green => "GREEN",
        MeasureRating.Amber => "AMBER",
        MeasureRating.Red => "RED",
        MeasureRating.Query => "QUERY",
        _ => "NOT_RATED",
    };

    /// <summary>A number as people read it.</summary>
    public static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>What a target asks for, in words.</summary>
    public static string Target(PeriodTarget? target, Func<decimal, string> number) => target switch
    {
        null or { Kind: TargetKind.Blank } => "Blank in the document",
        { Text: { } text } => text,
        { Kind: TargetKind.NotApplicable } => "None in this period",
        { Kind: TargetKind.DirectionOnly } => "Better than the baseline",
        { Kind: TargetKind.ImproveByPercent, Value: { } by } => $"Improve by at least {Number(by)}%",
        { Kind: TargetKind.ImproveByPoints, Value: { } by } => $"Improve by at least {Number(by)} points",
        { Kind: TargetKind.AtLeast, Value: { } value } => $"At least {number(value)}",
        { Kind: TargetKind.Above, Value: { } value } => $"Above {number(value)}",
        { Kind: TargetKind.Below, Value: { } value } => $"Below {number(value)}",
        { Kind: TargetKind.InLineWith, Value: { } value } => $"In line with {number(value)}",
        { Value: { } value } => number(value),
        _ => "To be confirmed",
    };
}
