using Engagement.Common;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Measures;

/// <summary>What may be asked of measures.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such measure.</exception>
/// <exception cref="StaleVersionException">The measure is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class MeasureCommands(CommandRunner runner, MeasureReads reads, SurveyReads surveys, WaveAnswers answers)
{
    internal const string Thing = "measure";

    /// <summary>All or nothing: what is there already is refused.</summary>
    public Task LoadAsync(LoadMeasures command, CommandContext context, CancellationToken cancellationToken) => runner.StartAsync(
        DeterministicId.From(Thing, "catalogue"),
        runner.MomentOf(context),
        command,
        context,
        Decision.To([.. MeasureRow.All.SelectMany(row => row.Events())]),
        (session, _) =>
        {
            foreach (var row in MeasureRow.All)
                session.Events.StartStream<Measure>(LoadMeasures.IdOf(row.Id), [.. row.Events()]);
        },
        LoadMeasures.AlreadyLoaded,
        cancellationToken);

    public Task SetBaselineAsync(SetBaseline command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeasureId, command, context, measure => SetBaseline.Decide(command, measure, runner.DayOf(context)), cancellationToken);

    public async Task TakeBaselineFromWaveAsync(TakeBaselineFromWave command, CommandContext context, CancellationToken cancellationToken)
    {
        var wave = await reads.FindAsync(command.MeasureId, cancellationToken) is { Record.Survey: { } source }
            ? await answers.FindAsync(command.WaveId, source, cancellationToken)
            : null;
        await ChangeAsync(command.MeasureId, command, context, measure => TakeBaselineFromWave.Decide(command, measure, wave), cancellationToken);
    }

    public Task RebaseAsync(RebaseMeasure command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeasureId, command, context, measure => RebaseMeasure.Decide(command, measure, runner.DayOf(context)), cancellationToken);

    public Task SetTargetAsync(SetTarget command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeasureId, command, context, measure => SetTarget.Decide(command, measure), cancellationToken);

    public Task ReviewTargetAsync(ReviewTarget command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeasureId, command, context, measure => ReviewTarget.Decide(command, measure), cancellationToken);

    public Task ApproveInterpretationAsync(ApproveInterpretation command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeasureId, command, context, measure => ApproveInterpretation.Decide(command, measure), cancellationToken);

    public async Task NameStatementsAsync(NameStatements command, CommandContext context, CancellationToken cancellationToken)
    {
        var survey = await surveys.FindInstrumentAsync(command.InstrumentId, cancellationToken);
        var known = survey?.Instrument.Versions is [.., var newest] ? newest.Questions.Where(question => question.IsOnScale).Select(question => question.Key).ToHashSet() : null;
        await ChangeAsync(command.MeasureId, command, context, measure => NameStatements.Decide(command, measure, known), cancellationToken);
    }

    public Task ReportActualAsync(ReportActual command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeasureId, command, context, measure => ReportActual.Decide(command, measure), cancellationToken);

    public Task CorrectActualAsync(CorrectActual command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeasureId, command, context, measure => CorrectActual.Decide(command, measure), cancellationToken);

    public Task OverrideRatingAsync(OverrideRating command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.MeasureId, command, context, measure => OverrideRating.Decide(command, measure), cancellationToken);

    /// <summary>Takes all figures of a file in one transaction, or says row by row what is wrong and takes none.</summary>
    public async Task<ImportReport> ImportAsync(ImportActuals command, CommandContext context, CancellationToken cancellationToken)
    {
        var (rows, found) = ActualsReader.Read(command.File);
        var problems = found.ToList();
        var unreadable = problems.Select(problem => problem.Row).ToHashSet();
        var figures = new List<(ActualsRow Row, ReportActual Command)>();
        foreach (var row in rows.Where(row => !unreadable.Contains(row.Row)))
        {
            if (await reads.FindByCodeAsync(row.Code, cancellationToken) is { } measure)
                figures.Add((row, new ReportActual(measure.Id, row.Period, row.Figure)));
            else
                problems.Add(new ImportProblem(row.Row, "measure", "There is no measure with this number. Write it as the list of measures does, such as M1.3"));
        }

        problems.AddRange(figures.GroupBy(one => (one.Command.MeasureId, one.Row.Period)).SelectMany(same => same.Skip(1))
            .Select(one => new ImportProblem(one.Row.Row, "period", "An earlier row has a figure for this measure and period. Take one of them out")));
        if (problems.Count > 0)
            return Refused(problems);

        try
        {
            await runner.ChangeTogetherAsync(
                DeterministicId.ForNew("import of figures", context.IdempotencyKey),
                command,
                context,
                session => AppendAsync(session, figures, cancellationToken),
                cancellationToken);
        }
        catch (ImportRefusedException refused)
        {
            return Refused(refused.Problems);
        }

        return new ImportReport(figures.Count, []);
    }

    private static async Task AppendAsync(IDocumentSession session, IEnumerable<(ActualsRow Row, ReportActual Command)> figures, CancellationToken cancellationToken)
    {
        var problems = new List<ImportProblem>();
        foreach (var measure in figures.GroupBy(one => one.Command.MeasureId))
        {
            var stream = await session.Events.FetchForWriting<Measure>(measure.Key, cancellationToken);
            foreach (var (row, report) in measure)
            {
                var decision = ReportActual.Decide(report, stream.Aggregate!);
                if (decision.Refusal is { } refusal)
                    problems.Add(new ImportProblem(row.Row, refusal.Field?.Replace("figure.", "", StringComparison.Ordinal) ?? "", refusal.Message));
                else
                    stream.AppendMany(decision.Events);
            }
        }

        if (problems.Count > 0)
            throw new ImportRefusedException(problems);
    }

    private static ImportReport Refused(IEnumerable<ImportProblem> problems) => new(0, [.. problems.OrderBy(problem => problem.Row)]);

    private Task ChangeAsync(Guid id, object command, CommandContext context, Func<Measure, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
