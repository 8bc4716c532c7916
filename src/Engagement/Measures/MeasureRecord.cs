namespace Engagement.Measures;

/// <summary>All that is known of a measure: what its rules decide on, and what is shown of it.</summary>
public sealed record MeasureRecord
{
    /// <summary>As the document numbers it.</summary>
    public required string Code { get; init; }

    /// <summary>The area of the plan.</summary>
    public required int Area { get; init; }

    /// <summary>What is measured.</summary>
    public required string Name { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string DataSource { get; init; }

    /// <summary>How often.</summary>
    public required string Frequency { get; init; }

    /// <summary>What the document says of its baseline.</summary>
    public required string BaselineText { get; init; }

    /// <summary>What is counted.</summary>
    public required string Unit { get; init; }

    /// <summary>What its values are.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Which way is better.</summary>
    public required MeasureDirection Direction { get; init; }

    /// <summary>What is unclear in the document; empty where nothing is.</summary>
    public required string Note { get; init; }

    /// <summary>The code of the measure that says the same elsewhere in the document.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>The file that the row was read from.</summary>
    public required string Origin { get; init; }

    /// <summary>The periods, in order.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    public IReadOnlyList<MeasureTarget> Targets { get; init; } = [];

    /// <summary>Where it stood before; null until that is known.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The first baseline, where another has taken its place.</summary>
    public Baseline? FirstBaseline { get; init; }

    /// <summary>How an improvement by some percent is read: of the baseline, unless somebody approved the other reading.</summary>
    public ImprovementReading Reading { get; init; }

    /// <summary>The role that approved the reading; null while nobody has.</summary>
    public string? ReadingApprovedByRole { get; init; }

    /// <summary>Why it is read so.</summary>
    public string? ReadingBecause { get; init; }

    /// <summary>The statements whose waves report it by themselves; null where it is entered or imported.</summary>
    public SurveySource? Survey { get; init; }

    public IReadOnlyList<MeasureActual> Actuals { get; init; } = [];

    public IReadOnlyList<RatingOverride> Overrides { get; init; } = [];

    public MeasureTarget? TargetOf(string period) => Targets.FirstOrDefault(target => target.Period == period);

    public MeasureActual? ActualOf(string period) => Actuals.FirstOrDefault(actual => actual.Period == period);

    /// <summary>What an event makes of it; null where it is no measure yet.</summary>
    internal static MeasureRecord? After(MeasureRecord? measure, object e) => (measure, e) switch
    {
        (null, MeasureDefined defined) => new MeasureRecord
        {
            Code = defined.Code,
            Area = defined.Area,
            Name = defined.Name,
            DataSource = defined.DataSource,
            Frequency = defined.Frequency,
            BaselineText = defined.BaselineText,
            Unit = defined.Unit,
            Kind = defined.Kind,
            Direction = defined.Direction,
            Note = defined.Note,
            DuplicateOf = defined.DuplicateOf,
            Origin = defined.Origin,
            Periods = defined.Periods,
        },
        ({ }, BaselineSet set) => measure with { Baseline = new Baseline(set.Value, set.Base, set.AsAt, set.ApprovedByRole, set.Note, set.Parts) },
        ({ }, BaselineRebased rebased) => measure with
        {
            FirstBaseline = measure.FirstBaseline ?? measure.Baseline,
            Baseline = new Baseline(rebased.Value, rebased.Base, rebased.AsAt, rebased.ApprovedByRole, rebased.Reason, []),
        },
        ({ }, TargetSet set) => measure.With(new MeasureTarget(set.Period, set.Kind, set.Value, set.Text)),
        ({ }, TargetReviewed reviewed) => measure.With(new MeasureTarget(reviewed.Period, reviewed.Kind, reviewed.Value, reviewed.Text, reviewed.Reason)),
        ({ }, InterpretationApproved approved) => measure with
        {
            Reading = approved.Reading,
            ReadingApprovedByRole = approved.ApprovedByRole,
            ReadingBecause = approved.Reason,
        },
        ({ }, StatementsNamed named) => measure with { Survey = new SurveySource(named.InstrumentId, named.Statements, named.Audience, named.Phase) },
        ({ }, ActualReported reported) => measure.With(new MeasureActual
        {
            Period = reported.Period,
            Value = reported.Value,
            Part = reported.Part,
            Whole = reported.Whole,
            Text = reported.Text,
            Parts = reported.Parts,
            IsFromSurvey = reported.WaveId is not null,
            FirstValue = reported.Value,
        }),
        ({ }, MeetingsCounted counted) => measure.With(counted),
        ({ }, ActualCorrected corrected) when measure.ActualOf(corrected.Period) is { } before => measure.With(before with
        {
            Value = corrected.Value,
            Part = corrected.Part,
            Whole = corrected.Whole,
            Text = corrected.Text,
            Parts = corrected.Parts,
            IsFromMeetings = false,
            CorrectedBecause = [.. before.CorrectedBecause, corrected.Reason],
        }),
        ({ }, RatingOverridden overridden) => measure with
        {
            Overrides =
            [
                .. measure.Overrides.Where(one => one.Period != overridden.Period),
                new RatingOverride(overridden.Period, overridden.Rating, overridden.ByRole, overridden.Reason),
            ],
        },
        _ => measure,
    };

    // A period that the document does not have comes last.
    private MeasureRecord With(MeasureTarget target) => this with
    {
        Periods = Periods.Contains(target.Period) ? Periods : [.. Periods, target.Period],
        Targets = [.. Targets.Where(one => one.Period != target.Period), target],
    };

    // The groups go on meeting after the last period of the document.
    private MeasureRecord With(MeetingsCounted counted)
    {
        var before = ActualOf(counted.Period);
        var changed = this with { Periods = PeriodDates.Including(Periods, counted.Period) };
        return changed.With(new MeasureActual
        {
            Period = counted.Period,
            Value = counted.Part,
            Part = counted.Part,
            Whole = counted.Whole,
            Text = counted.NotDone.Count == 0 ? null : $"Not by: {string.Join("; ", counted.NotDone)}",
            IsFromMeetings = true,
            FirstValue = before is null ? counted.Part : before.FirstValue,
            CorrectedBecause = before is null ? [] : [.. before.CorrectedBecause, "What is recorded of the meetings has changed"],
        });
    }

    private MeasureRecord With(MeasureActual actual) => this with { Actuals = [.. Actuals.Where(one => one.Period != actual.Period), actual] };
}
