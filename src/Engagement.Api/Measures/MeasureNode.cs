using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.Measures;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.Measures;

/// <summary>A measure of the plan, as its document has it, with its baseline, its targets and what came of them.</summary>
[ObjectType<MeasurePage>, GraphQLName("Measure"), GraphQLIgnore(nameof(MeasurePage.Record), nameof(MeasurePage.Place)), Node, Authorize(Permissions.ReadMeasures)]
public static partial class MeasureNode
{
    [NodeResolver, Authorize(Permissions.ReadMeasures)]
    public static Task<MeasurePage?> LoadAsync(Guid id, MeasureReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>As the document numbers it.</summary>
    public static string GetCode([Parent] MeasurePage measure) => measure.Record.Code;

    /// <summary>The area of the plan.</summary>
    public static int GetArea([Parent] MeasurePage measure) => measure.Record.Area;

    /// <summary>What is measured.</summary>
    public static string GetName([Parent] MeasurePage measure) => measure.Record.Name;

    /// <summary>Where the figures come from.</summary>
    public static string GetDataSource([Parent] MeasurePage measure) => measure.Record.DataSource;

    /// <summary>How often.</summary>
    public static string GetFrequency([Parent] MeasurePage measure) => measure.Record.Frequency;

    /// <summary>What the document says of its baseline; empty where it says nothing.</summary>
    public static string GetBaselineText([Parent] MeasurePage measure) => measure.Record.BaselineText;

    /// <summary>What is counted.</summary>
    public static string GetUnit([Parent] MeasurePage measure) => measure.Record.Unit;

    /// <summary>What its values are.</summary>
    public static MeasureKind GetKind([Parent] MeasurePage measure) => measure.Record.Kind;

    /// <summary>Which way is better.</summary>
    public static MeasureDirection GetDirection([Parent] MeasurePage measure) => measure.Record.Direction;

    /// <summary>What is unclear in the document; null where nothing is.</summary>
    public static string? GetNote([Parent] MeasurePage measure) => CleanText.OrNull(measure.Record.Note) is { } note ? MeasureWords.Note(note) : null;

    /// <summary>The number of the measure that says the same elsewhere in the document; null where none does.</summary>
    public static string? GetDuplicateOf([Parent] MeasurePage measure) => measure.Record.DuplicateOf;

    /// <summary>Where it stood before; null until that is known.</summary>
    public static Baseline? GetBaseline([Parent] MeasurePage measure) => measure.Record.Baseline;

    /// <summary>The first baseline, where another has taken its place.</summary>
    public static Baseline? GetFirstBaseline([Parent] MeasurePage measure) => measure.Record.FirstBaseline;

    /// <summary>How an improvement by some percent is read; null where no target can be read in two ways.</summary>
    public static ImprovementReading? GetReading([Parent] MeasurePage measure) =>
        measure.Record.Targets.Any(target => target.Kind == TargetKind.ImproveByPercent) ? measure.Record.Reading : null;

    /// <summary>The role that approved the reading; null while nobody has.</summary>
    public static string? GetReadingApprovedByRole([Parent] MeasurePage measure) => measure.Record.ReadingApprovedByRole;

    /// <summary>Why it is read so.</summary>
    public static string? GetReadingBecause([Parent] MeasurePage measure) => measure.Record.ReadingBecause;

    /// <summary>The statements whose waves report it by themselves; null where it is entered or imported.</summary>
    public static SurveySource? GetSurvey([Parent] MeasurePage measure) => measure.Record.Survey;

    /// <summary>Whether it is counted from the meetings of the groups, by itself when a quarter is over.</summary>
    public static bool GetIsFromMeetings([Parent] MeasurePage measure) => measure.Record.Code == MeetingActuals.Code;

    /// <summary>How it stands in each of its periods, in their order.</summary>
    public static IReadOnlyList<MeasureStanding> GetPeriods([Parent] MeasurePage measure) =>
        [.. measure.Record.Periods.Select(period => RatingRule.Of(measure.Record, period))];

    /// <summary>The version of the rule that rates it.</summary>
    public static int GetRatingRule([Parent] MeasurePage measure) => RatingRule.Version;
}

/// <summary>Where a measure stood before.</summary>
[ObjectType<Baseline>, Authorize(Permissions.ReadMeasures)]
public static partial class BaselineNode;

/// <summary>How many of those who took a place on the scale agreed with a statement.</summary>
[ObjectType<StatementValue>, Authorize(Permissions.ReadMeasures)]
public static partial class StatementValueNode;

/// <summary>The statements of a survey whose waves report a measure by themselves.</summary>
[ObjectType<SurveySource>, Authorize(Permissions.ReadMeasures)]
public static partial class SurveySourceNode
{
    /// <summary>The survey.</summary>
    [ID<InstrumentSheet>, BindMember(nameof(SurveySource.InstrumentId))]
    public static Guid GetInstrumentId([Parent] SurveySource source) => source.InstrumentId;

    /// <summary>The phase of education that they answer for; null for all.</summary>
    [BindMember(nameof(SurveySource.Phase))]
    public static Phase? GetPhase([Parent] SurveySource source) => Phase.Find(source.Phase);
}

/// <summary>How a measure stands in a period.</summary>
[ObjectType<MeasureStanding>, Authorize(Permissions.ReadMeasures)]
public static partial class MeasureStandingNode
{
    /// <summary>What came of it; null until it is reported. Where it rests on too few people, its numbers are left out.</summary>
    [BindMember(nameof(MeasureStanding.Actual))]
    public static ShownActual? GetActual([Parent] MeasureStanding standing) => standing.Actual is { } actual ? new ShownActual(actual, standing.Base) : null;
}

/// <summary>What is to be reached in a period.</summary>
[ObjectType<MeasureTarget>, Authorize(Permissions.ReadMeasures)]
public static partial class MeasureTargetNode;

/// <summary>That somebody rates a period otherwise than the rule does.</summary>
[ObjectType<RatingOverride>, Authorize(Permissions.ReadMeasures)]
public static partial class RatingOverrideNode;

/// <summary>What came of a period, without numbers that could identify somebody.</summary>
public sealed record ShownActual
{
    private readonly MeasureActual _actual;
    private readonly bool _isTooSmall;

    internal ShownActual(MeasureActual actual, SmallBase rests) => (_actual, _isTooSmall) = (actual, rests == SmallBase.TooSmall);

    /// <summary>The value as it is known now; null where it is told in words, or rests on too few people.</summary>
    public decimal? Value => _isTooSmall ? null : _actual.Value;

    /// <summary>How many.</summary>
    public int? Part => _isTooSmall ? null : _actual.Part;

    /// <summary>Of how many.</summary>
    public int? Whole => _isTooSmall ? null : _actual.Whole;

    /// <summary>What is there, in words, or what has to be known of the figure.</summary>
    public string? Text => _actual.Text;

    /// <summary>The statements it is the mean of; empty where one of them rests on too few people.</summary>
    public IReadOnlyList<StatementValue> Parts => _isTooSmall ? [] : _actual.Parts;

    /// <summary>Whether a survey wave reported it by itself.</summary>
    public bool IsFromSurvey => _actual.IsFromSurvey;

    /// <summary>The value as it was first published, where it was corrected.</summary>
    public decimal? AsPublished => _isTooSmall || !IsCorrected ? null : _actual.FirstValue;

    /// <summary>Whether it was corrected: it is marked r where it is shown.</summary>
    public bool IsCorrected => _actual.CorrectedBecause.Count > 0;

    /// <summary>Why it was corrected, the latest last.</summary>
    public IReadOnlyList<string> CorrectedBecause => _actual.CorrectedBecause;
}

/// <summary>What came of a period.</summary>
[ObjectType<ShownActual>, GraphQLName("MeasureActual"), Authorize(Permissions.ReadMeasures)]
public static partial class MeasureActualNode;

/// <summary>What became of a file of figures.</summary>
[ObjectType<ImportReport>, Authorize(Permissions.ReportActuals)]
public static partial class ImportReportNode;

/// <summary>What is wrong with a row of a file.</summary>
[ObjectType<ImportProblem>, Authorize(Permissions.ReportActuals)]
public static partial class ImportProblemNode;
