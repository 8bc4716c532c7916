using Engagement.Common;
using Engagement.Measures;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Measures;

public sealed class WhenAMeasureIsChanged : Spec<Measure>
{
    private const string Period = "Dec 2019";
    private const string Board = "SEND Improvement Board";

    private static readonly Guid Survey = Guid.Parse("c0000000-0000-4000-8000-00000000000d");
    private static readonly MeasureDefined Defined = new(
        "M1.1", 1, "Parents agree", "Survey", "Six-monthly", "", "% of parents", MeasureKind.Percentage, MeasureDirection.Higher, "", null, "", [Period, "Jun 2020"]);

    private static readonly MeasureDefined Hits = Defined with { Unit = "hits", Kind = MeasureKind.Number };
    private static readonly BaselineSet Baseline = new(45, 100, Today, Board, null, [], null);
    private static readonly TargetSet Target = new(Period, TargetKind.Reach, 47, null);
    private static readonly ActualReported Reported = new(Period, 46, 46, 100, null, [], null);

    [Fact]
    public void an_improvement_needs_a_baseline_first() =>
        Set(new WantedTarget(TargetKind.ImproveByPercent, 20, null, true, false), Defined)
            .ThenRefused("BASELINE_MISSING", "Set the baseline before you set an improvement target", "target.kind");

    [Fact]
    public void a_target_worse_than_the_baseline_is_confirmed_or_changed()
    {
        var worse = new WantedTarget(TargetKind.Reach, 40, null, true, false);

        Set(worse, Defined, Baseline).ThenRefused("TARGET_WORSE_THAN_BASELINE", "The target is worse than the baseline. Confirm or change it", "target.isMeantWorse");
        Set(worse with { IsMeantWorse = true }, Defined, Baseline).Then(new TargetSet(Period, TargetKind.Reach, 40, null));
    }

    [Fact]
    public void a_target_is_in_the_unit_of_its_measure()
    {
        Set(new WantedTarget(TargetKind.Reach, 20, null, true, false), Hits).ThenRefused("TARGET_IS_A_PERCENTAGE", "This measure is a number. The target is a percentage", "target.value");
        Set(new WantedTarget(TargetKind.Reach, 20, null, false, false), Defined).ThenRefused("TARGET_IS_A_NUMBER", "This measure is a percentage. The target is a number", "target.value");
        Set(new WantedTarget(TargetKind.Reach, 120, null, true, false), Defined).ThenRefused("PERCENTAGE_INVALID", "Enter a percentage between 0 and 100", "target.value");
    }

    [Fact]
    public void a_target_that_is_set_is_reviewed_with_a_reason()
    {
        var wanted = new WantedTarget(TargetKind.Reach, 50, null, true, false);

        Set(wanted, Defined, Target).ThenRefused("TARGET_SET", "This period has a target. Review it, with the reason", "period");
        Set(wanted, Defined, new TargetSet(Period, TargetKind.ToBeConfirmed, null, "TBC")).Then(new TargetSet(Period, TargetKind.Reach, 50, null));
        Given(Defined, Target).When(measure => ReviewTarget.Decide(new ReviewTarget(Id, Period, wanted, " "), measure))
            .ThenRefused("REASON_MISSING", "Say why the target is changed", "reason");
        Given(Defined, Target).When(measure => ReviewTarget.Decide(new ReviewTarget(Id, Period, wanted, "Review"), measure))
            .Then(new TargetReviewed(Period, TargetKind.Reach, 50, null, "Review"));
    }

    [Fact]
    public void a_baseline_is_set_once_and_rebased_with_a_reason()
    {
        Given(Defined).When(measure => SetBaseline.Decide(new SetBaseline(Id, 45, 100, Today, " ", null), measure, Today))
            .ThenRefused("APPROVED_BY_MISSING", "Enter the role that approved it", "approvedByRole");
        Given(Defined).When(measure => SetBaseline.Decide(new SetBaseline(Id, 45, 100, Today, Board, null), measure, Today)).Then(Baseline);
        Given(Defined, Baseline).When(measure => SetBaseline.Decide(new SetBaseline(Id, 45, 100, Today, Board, null), measure, Today))
            .ThenRefused("BASELINE_SET", "This measure has a baseline. Rebase it, with the reason");
        Given(Defined, Baseline).When(measure => RebaseMeasure.Decide(new RebaseMeasure(Id, 44, 90, Today, "Other questions", Board), measure, Today))
            .Then(new BaselineRebased(44, 90, Today, "Other questions", Board));
    }

    [Fact]
    public void a_figure_is_a_part_of_a_whole_or_a_percentage()
    {
        Report(new ReportedFigure(null, 210, 400, null), Defined).Then(Reported with { Value = 52.5m, Part = 210, Whole = 400 });
        Report(new ReportedFigure(46, null, null, null), Defined).Then(Reported with { Part = null, Whole = null });
        Report(new ReportedFigure(null, null, null, null), Defined)
            .ThenRefused("VALUE_MISSING", "Enter how many and of how many, or the percentage", "figure.value");
        Report(new ReportedFigure(null, 401, 400, null), Defined).ThenRefused("PART_INVALID");
        Report(new ReportedFigure(null, 1, null, null), Defined).ThenRefused("PART_AND_WHOLE", "Enter both how many and of how many", "figure.whole");
        Report(new ReportedFigure(101, null, null, null), Defined).ThenRefused("PERCENTAGE_INVALID");
        Report(new ReportedFigure(1_500, null, null, null), Hits).Then(Reported with { Value = 1_500, Part = null, Whole = null });
    }

    [Fact]
    public void a_figure_is_reported_once_and_corrected_with_a_reason()
    {
        Report(new ReportedFigure(47, null, null, null), Defined, Reported).ThenRefused("ACTUAL_REPORTED", "This period has a figure. Correct it, with the reason", "period");
        Given(Defined).When(measure => CorrectActual.Decide(new CorrectActual(Id, Period, new ReportedFigure(47, null, null, null), "Doubles"), measure))
            .ThenRefused("NOTHING_REPORTED", "Nothing is reported for this period yet", "period");
        Given(Defined, Reported).When(measure => CorrectActual.Decide(new CorrectActual(Id, Period, new ReportedFigure(47, null, null, null), "Doubles"), measure))
            .Then(new ActualCorrected(Period, 47, null, null, null, [], "Doubles"));
    }

    [Fact]
    public void a_correction_keeps_what_was_first_published()
    {
        object[] events = [Defined, Reported, new ActualCorrected(Period, 44, null, null, null, [], "Doubles")];
        var actual = events.Aggregate((MeasureRecord?)null, MeasureRecord.After)!.ActualOf(Period)!;

        (actual.FirstValue, actual.Value).ShouldBe((46m, 44m));
        actual.CorrectedBecause.ShouldBe(["Doubles"]);
    }

    [Fact]
    public void a_role_approves_how_an_improvement_is_read()
    {
        var approve = new ApproveInterpretation(Id, ImprovementReading.Points, Board, "As it was meant");

        Given(Defined, Target).When(measure => ApproveInterpretation.Decide(approve, measure)).ThenRefused("NOTHING_TO_INTERPRET");
        Given(Defined, Target with { Kind = TargetKind.ImproveByPercent }).When(measure => ApproveInterpretation.Decide(approve, measure))
            .Then(new InterpretationApproved(ImprovementReading.Points, Board, "As it was meant"));
    }

    [Fact]
    public void a_wave_reports_the_plain_mean_of_its_statements_by_itself()
    {
        var wave = new AnsweredWave(Survey, new DateOnly(2019, 12, 27), [new StatementValue("P1", 210, 400), new StatementValue("P2", 90, 300)]);
        var reported = new ActualReported(Period, 41.3m, null, 300, null, wave.Parts, Survey);

        Given(Defined).When(measure => ReportWaveActuals.Decide(wave, measure)).Then(reported);
        Given(Defined, reported).When(measure => ReportWaveActuals.Decide(wave, measure)).ThenNothing();
        Given(Defined, Reported).When(measure => ReportWaveActuals.Decide(wave, measure)).ThenNothing();
        Given(Defined).When(measure => ReportWaveActuals.Decide(wave with { ClosedOn = new DateOnly(2019, 6, 28) }, measure)).ThenNothing();
    }

    [Fact]
    public void a_wave_that_closes_again_corrects_what_it_reported()
    {
        var first = new ActualReported(Period, 52.5m, 210, 400, null, [new StatementValue("P1", 210, 400)], Survey);
        var wave = new AnsweredWave(Survey, new DateOnly(2019, 12, 27), [new StatementValue("P1", 200, 400)]);

        Given(Defined, first).When(measure => ReportWaveActuals.Decide(wave, measure))
            .Then(new ActualCorrected(Period, 50, 200, 400, null, wave.Parts, "The survey was reopened, and has closed again"));
    }

    [Fact]
    public void statements_are_of_a_survey_and_answered_on_a_scale()
    {
        var name = new NameStatements(Id, Survey, ["P1", "P2"], Audience.ParentsAndCarers);
        var known = new HashSet<string> { "P1", "P2" };

        Given(Defined).When(measure => NameStatements.Decide(name, measure, known)).Then(new StatementsNamed(Survey, ["P1", "P2"], Audience.ParentsAndCarers, null));
        Given(Defined).When(measure => NameStatements.Decide(name with { Phase = "primary" }, measure, known)).Then(new StatementsNamed(Survey, ["P1", "P2"], Audience.ParentsAndCarers, "primary"));
        Given(Defined).When(measure => NameStatements.Decide(name with { Phase = "nursery" }, measure, known)).ThenRefused("PHASE_UNKNOWN", "Choose one of the phases of education", "phase");
        Given(Defined).When(measure => NameStatements.Decide(name with { Statements = ["P3"] }, measure, known)).ThenRefused("STATEMENT_UNKNOWN");
        Given(Defined).When(measure => NameStatements.Decide(name, measure, null)).ThenRefused("SURVEY_UNKNOWN");
        Given(Hits).When(measure => NameStatements.Decide(name, measure, known)).ThenRefused("MEASURE_NOT_A_PERCENTAGE");
    }

    private static Outcome Set(WantedTarget target, params object[] events) =>
        Given(events).When(measure => SetTarget.Decide(new SetTarget(Id, Period, target), measure));

    private static Outcome Report(ReportedFigure figure, params object[] events) =>
        Given(events).When(measure => ReportActual.Decide(new ReportActual(Id, Period, figure), measure));
}
