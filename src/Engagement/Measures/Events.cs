using Engagement.Common;

namespace Engagement.Measures;

/// <summary>A measure as its document has it, with what is unclear there kept as it is.</summary>
public sealed record MeasureDefined(
    string Code,
    int Area,
    string Name,
    string DataSource,
    string Frequency,
    string BaselineText,
    string Unit,
    MeasureKind Kind,
    MeasureDirection Direction,
    string Note,
    string? DuplicateOf,
    string Origin,
    IReadOnlyList<string> Periods);

/// <summary>
/// Where a measure stood before. <paramref name="Parts"/> are the statements it is the mean of, and <paramref name="WaveId"/> the wave it was taken from, where
/// it was.
/// </summary>
public sealed record BaselineSet(
    decimal Value, int? Base, DateOnly AsAt, string ApprovedByRole, string? Note, IReadOnlyList<StatementValue> Parts, Guid? WaveId);

/// <summary>It counts from another value from now on, because what is measured is not what it was. The first baseline stays visible.</summary>
public sealed record BaselineRebased(decimal Value, int? Base, DateOnly AsAt, string Reason, string ApprovedByRole);

public sealed record TargetSet(string Period, TargetKind Kind, decimal? Value, string? Text);

/// <summary>Another target takes its place, and this is why.</summary>
public sealed record TargetReviewed(string Period, TargetKind Kind, decimal? Value, string? Text, string Reason);

/// <summary>How an improvement by some percent is read, and who says so.</summary>
public sealed record InterpretationApproved(ImprovementReading Reading, string ApprovedByRole, string Reason);

/// <summary>
/// The measure is the share of an audience who agree with these statements of a survey, so that its waves report it by themselves. With a phase of education only
/// those count who answer for it.
/// </summary>
[EventVersion(2)]
public sealed record StatementsNamed(Guid InstrumentId, IReadOnlyList<string> Statements, Audience Audience, string? Phase);

/// <summary>
/// What came of a period: of a percentage the part and the whole where they are known. <paramref name="WaveId"/>: the survey wave that reported it by itself.
/// </summary>
public sealed record ActualReported(
    string Period, decimal? Value, int? Part, int? Whole, string? Text, IReadOnlyList<StatementValue> Parts, Guid? WaveId);

/// <summary>
/// What came of a period, counted from the meetings of the groups: how many that met had identified parents' representatives and invited them to all meetings,
/// of how many, and which had not. A later count of the period takes its place.
/// </summary>
public sealed record MeetingsCounted(string Period, int Part, int Whole, IReadOnlyList<string> NotDone);

public sealed record ActualCorrected(
    string Period, decimal? Value, int? Part, int? Whole, string? Text, IReadOnlyList<StatementValue> Parts, string Reason);

/// <summary>Somebody rates a period otherwise than the rule does. What the rule says stays beside it.</summary>
public sealed record RatingOverridden(string Period, MeasureRating Rating, string ByRole, string Reason);
