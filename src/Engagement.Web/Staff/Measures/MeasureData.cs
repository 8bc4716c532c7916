using System.Globalization;
using Engagement.Web.Activities;
using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Measures;

/// <summary>A measure of the plan as it is shown.</summary>
public sealed record PlanMeasure(
    string Id,
    string Code,
    int Area,
    string Name,
    string DataSource,
    string Frequency,
    string BaselineText,
    string Unit,
    MeasureKind Kind,
    MeasureDirection Direction,
    string? Note,
    string? DuplicateOf,
    MeasureBaseline? Baseline,
    MeasureBaseline? FirstBaseline,
    ImprovementReading? Reading,
    string? ReadingApprovedByRole,
    string? ReadingBecause,
    SurveyFeed? Survey,
    IReadOnlyList<MeasurePeriod> Periods,
    MeasureRating Rating,
    int RatingRule,
    int Version)
{
    /// <summary>Whether it is counted from the meetings of the groups, by itself.</summary>
    public bool IsFromMeetings { get; init; }

    public bool IsPercentage => Kind is MeasureKind.Percentage;

    /// <summary>The last period that has a figure.</summary>
    public MeasurePeriod? Latest => Periods.LastOrDefault(period => period.Actual is not null);

    /// <summary>The period that is to be reported next.</summary>
    public MeasurePeriod? ToReport => Periods.FirstOrDefault(period => period.Actual is null);

    public MeasurePeriod? PeriodOf(string? name) => Periods.FirstOrDefault(period => period.Period == name);

    public string Number(decimal value) => MeasureTerms.Number(value) + (IsPercentage ? "%" : "");
}

public sealed record MeasureBaseline(decimal Value, int? Base, DateOnly AsAt, string ApprovedByRole, string? Because);

/// <summary>The statements whose waves report a measure by themselves.</summary>
public sealed record SurveyFeed(string InstrumentId, IReadOnlyList<string> Statements, Audience Audience, NamedPhase? Phase = null);

public sealed record NamedPhase(string Code, string Name);

/// <summary>How a measure stands in a period.</summary>
public sealed record MeasurePeriod(
    string Period,
    PeriodTarget? Target,
    decimal? Wanted,
    decimal? OtherReading,
    bool IsCapped,
    SmallBase Base,
    MeasureRating Rating,
    string Why,
    MeasureRating Shown,
    PeriodOverride? Override,
    PeriodActual? Actual)
{
    /// <summary>Whether another target takes the place of one, and not of a blank.</summary>
    public bool HasTarget => Target is { Kind: not (TargetKind.Blank or TargetKind.ToBeConfirmed) };
}

public sealed record PeriodTarget(TargetKind Kind, decimal? Value, string? Text, string? ReviewedBecause);

public sealed record PeriodOverride(MeasureRating Rating, string ByRole, string Reason);

public sealed record PeriodActual(
    decimal? Value,
    int? Part,
    int? Whole,
    string? Text,
    IReadOnlyList<StatementShare> Parts,
    bool IsFromSurvey,
    decimal? AsPublished,
    bool IsCorrected,
    IReadOnlyList<string> CorrectedBecause);

public sealed record StatementShare(string Statement, int Part, int Whole);

public sealed record MeasureRow(string Id, string Code, int Area, string Name, string? Note, string? DuplicateOf, MeasureRating Rating, MeasureKind Kind, IReadOnlyList<MeasurePeriod> Periods)
{
    public MeasurePeriod? Latest => Periods.LastOrDefault(period => period.Actual is not null);

    public string Number(decimal value) => MeasureTerms.Number(value) + (Kind is MeasureKind.Percentage ? "%" : "");
}

public sealed record MeasureRows(int TotalCount, IReadOnlyList<MeasureRow> Nodes, PageInfo? PageInfo);

/// <summary>What became of a file.</summary>
public sealed record FileReport(int Taken, IReadOnlyList<FileProblem> Problems);

public sealed record FileProblem(int Row, string Column, string Problem);

public sealed record FileTaken(FileReport? ImportReport);

/// <summary>A run of a survey.</summary>
public sealed record RunOfSurvey(string Id, string? Title, string InstrumentTitle, RunThatOpened? Wave);

public sealed record RunThatOpened(string Id, DateOnly? ClosedOn);

/// <summary>The survey of a run, with what is asked on a scale.</summary>
public sealed record SurveyToName(string Id, string Title, IReadOnlyList<SurveyStatement> Questions);

public sealed record SurveyStatement(string Key, string Text, bool IsOnScale);

public sealed record RunWithSurvey(string Id, SurveyToName Instrument);

public enum MeasureKind
{
    Percentage,
    Number,
    Milestone,
}

public enum MeasureDirection
{
    Higher,
    Lower,
}

public enum ImprovementReading
{
    Relative,
    Points,
}

public enum MeasureRating
{
    NotRated,
    Query,
    Red,
    Amber,
    Green,
}

public enum SmallBase
{
    None,
    Caution,
    TooSmall,
}

public enum TargetKind
{
    ImproveByPercent,
    ImproveByPoints,
    Reach,
    AtLeast,
    Above,
    Below,
    InLineWith,
    DirectionOnly,
    Milestone,
    Composite,
    ToBeConfirmed,
    Blank,
    NotApplicable,
}

/// <summary>What is looked for among the measures, as it stands in the address.</summary>
public sealed record MeasuresAsked(string? Words, int? Area, string? Rating, bool Unclear)
{
    public bool IsNarrowed => Words is not null || Area is not null || Rating is not null || Unclear;

    internal static MeasuresAsked Of(string? words, string? area, string? rating, string? unclear) => new(
        string.IsNullOrWhiteSpace(words) ? null : words,
        int.TryParse(area, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        MeasureTerms.Ratings.Any(one => one.Value == rating) ? rating : null,
        unclear == "yes");

    public string Address(string? after = null) => Links.With(
        MeasureLinks.List,
        ("words", Words),
        ("area", Area?.ToString(CultureInfo.InvariantCulture)),
        ("rating", Rating),
        ("unclear", Unclear ? "yes" : null),
        ("after", after));
}
