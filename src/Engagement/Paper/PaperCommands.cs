using Engagement.Common;
using Engagement.Participants;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Paper;

/// <summary>What may be asked of forms on paper.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such survey.</exception>
/// <exception cref="StaleVersionException">Somebody else typed in the same form at the same time.</exception>
public sealed class PaperCommands(
    CommandRunner runner, DocumentStore store, SurveyReads surveys, ResponseCommands responses, SubjectKeys subjectKeys, ReceiptPrinter receipts)
{
    public async Task<PaperOutcome> KeyAsync(KeyPaperForm command, CommandContext context, CancellationToken cancellationToken)
    {
        var actor = context.ActorId ?? throw new RuleRefusedException(KeyPaperForm.ActorUnknown);
        var survey = await FindSurveyAsync(command.WaveId, cancellationToken);
        var id = PaperForm.IdFor(command.WaveId, command.FormNumber);
        var today = runner.DayOf(context);
        await runner.ChangeTogetherAsync(
            id,
            command,
            context,
            async session =>
            {
                var stream = await session.Events.FetchForWriting<PaperForm>(id, cancellationToken);
                var form = stream.Aggregate;
                // It may have come with a file, which has no form of its own.
                if (form is not { IsChecked: true } && await IsResponseAsync(command, cancellationToken))
                    throw new RuleRefusedException(KeyPaperForm.AlreadyChecked);

                var prepared = await PrepareAsync(command, form, cancellationToken);
                var first = form is null ? null : await subjectKeys.OpenAsync(form.Sheet, cancellationToken);
                var events = KeyPaperForm
                    .Decide(command, form, first is null ? null : PaperSheet.FromJson(first), survey, actor, today, prepared.Submission)
                    .EventsOrThrow();

                stream.AppendOne(events[0]);
                if (events.Count > 1)
                    ResponseCommands.Write(session, prepared, [.. events.Skip(1)]);
                else if (prepared.KeepKey is { } keep)
                    session.QueueSqlCommand(keep);
            },
            cancellationToken);

        return await OutcomeAsync(id, command, cancellationToken);
    }

    /// <summary>Takes all forms of a file or, where anything is wrong, none, with a report of what. The same file again changes nothing.</summary>
    public async Task<BatchReport> ImportAsync(ImportPaperBatch command, CommandContext context, CancellationToken cancellationToken)
    {
        var actor = context.ActorId ?? throw new RuleRefusedException(KeyPaperForm.ActorUnknown);
        var survey = await FindSurveyAsync(command.WaveId, cancellationToken);
        await using var reading = store.QuerySession();
        if (await reading.Events.AggregateStreamAsync<PaperBatch>(command.BatchId, cancellationToken: cancellationToken) is { } taken)
            return new BatchReport(taken.Rows, []);

        var (rows, problems) = BatchReader.Read(command.File, survey);
        var prepared = new List<(PreparedResponse Response, IReadOnlyList<object> Events)>();
        var today = runner.DayOf(context);
        var wrong = problems.Select(p => p.Row).ToHashSet();
        List<BatchProblem> all = [.. problems, .. Repeated(rows), .. await AlreadyKeyedAsync(command.WaveId, rows, cancellationToken)];
        foreach (var row in rows.Where(row => !wrong.Contains(row.Row)))
        {
            var response = responses.Prepare(ResponseIdOf(command.WaveId, row.FormNumber), row.Sheet.GivenAt);
            var decision = KeyPaperForm.Submit(command.WaveId, row.FormNumber, row.Sheet, survey, today, response.Submission);
            if (decision.Refusal is { } refusal)
                all.Add(new BatchProblem(row.Row, BatchReader.ColumnOf(refusal.Field), refusal.Message, "Look at the form again, and change this cell"));
            else
                prepared.Add((response, [.. KeyPaperForm.Checked(decision.Events, command.KeyedBy, actor)]));
        }

        if (all.Count > 0)
            return new BatchReport(0, [.. all.OrderBy(p => p.Row)]);

        await runner.StartAsync(
            command.BatchId,
            runner.MomentOf(context),
            command,
            context,
            ImportPaperBatch.Decide(command, rows.Count, actor),
            (session, events) =>
            {
                session.Events.StartStream<PaperBatch>(command.BatchId, [.. events]);
                foreach (var (response, recorded) in prepared)
                    ResponseCommands.Write(session, response, recorded);
            },
            new Refusal("STALE_VERSION", "Somebody else took this file, or a form of it, just now. Send it again"),
            cancellationToken);
        return new BatchReport(rows.Count, []);
    }

    private static Guid ResponseIdOf(Guid waveId, string formNumber) => Response.IdFor(waveId, PaperForm.SubmissionKey(formNumber));

    private static IEnumerable<BatchProblem> Repeated(IReadOnlyList<BatchRow> rows) =>
        from form in rows.GroupBy(row => PaperForm.Normalise(row.FormNumber))
        where form.Key.Length > 0
        from row in form.Skip(1)
        select new BatchProblem(row.Row, "form", "This form is in the file twice", "Take one of the rows out, or put its number right");

    private async Task<IEnumerable<BatchProblem>> AlreadyKeyedAsync(Guid waveId, IReadOnlyList<BatchRow> rows, CancellationToken cancellationToken)
    {
        var known = await store.LoadManyAsync<Receipt>([.. rows.Select(row => ResponseIdOf(waveId, row.FormNumber))], cancellationToken);
        var waiting = await store.LoadManyAsync<PaperFormCard>([.. rows.Select(row => PaperForm.IdFor(waveId, row.FormNumber))], cancellationToken);
        HashSet<Guid> ids = [.. known.Select(receipt => receipt.Id), .. waiting.Select(card => card.Id)];
        return rows
            .Where(row => ids.Contains(ResponseIdOf(waveId, row.FormNumber)) || ids.Contains(PaperForm.IdFor(waveId, row.FormNumber)))
            .Select(row => new BatchProblem(row.Row, "form", "This form has been typed in already", "Take the row out, or put its number right"));
    }

    private async Task<bool> IsResponseAsync(KeyPaperForm command, CancellationToken cancellationToken) =>
        await store.LoadAsync<Receipt>(ResponseIdOf(command.WaveId, command.FormNumber), cancellationToken) is not null;

    private async Task<Survey> FindSurveyAsync(Guid waveId, CancellationToken cancellationToken) =>
        await surveys.FindSurveyAsync(waveId, cancellationToken) ?? throw new ThingNotFoundException("survey", waveId);

    /// <summary>The response that the form will be. The words of a form that is known are sealed with the key it has.</summary>
    private async Task<PreparedResponse> PrepareAsync(KeyPaperForm command, PaperForm? form, CancellationToken cancellationToken)
    {
        var prepared = responses.Prepare(ResponseIdOf(command.WaveId, command.FormNumber), command.Sheet.GivenAt);
        if (form is null || await subjectKeys.FindAsync(form.Sheet.Subject, cancellationToken) is not { } key)
            return prepared;

        return new PreparedResponse(prepared.Submission with { SubjectId = key.Subject, Seal = key.Seal }, KeepKey: null);
    }

    private async Task<PaperOutcome> OutcomeAsync(Guid id, KeyPaperForm command, CancellationToken cancellationToken)
    {
        var card = await store.LoadAsync<PaperFormCard>(id, cancellationToken) ?? throw new ThingNotFoundException("form", id);
        var reference = card.State == PaperFormState.Checked ? receipts.ReferenceOf(ResponseIdOf(command.WaveId, command.FormNumber)) : null;
        return new PaperOutcome(card.State, card.Differing, reference);
    }
}
