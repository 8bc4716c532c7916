using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using EventStore;

namespace Engagement.Surveys;

/// <summary>What may be asked of responses.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such survey or response.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class ResponseCommands(
    CommandRunner runner,
    DocumentStore store,
    SurveyReads surveys,
    ResponseReads reads,
    ReceiptReads receiptReads,
    IFrozenFigures frozenFigures,
    SubjectKeys subjectKeys,
    ReceiptPrinter receipts)
{
    private const string Thing = "response";
    private const int MostAttempts = 100;

    /// <summary>
    /// Takes a response: its answers, each of its views and the key their words are sealed with, in one transaction. The same submission
    /// sent again gets the same receipt. The context's own idempotency key is not used: the command always carries one.
    /// </summary>
    public async Task<IssuedReceipt> SubmitAsync(SubmitResponse command, CommandContext context, CancellationToken cancellationToken)
    {
        if (IdempotencyKeys.Check(command.IdempotencyKey) is { } refusal)
            throw new RuleRefusedException(refusal);

        if (command.ParticipantId is { } participant)
            await subjectKeys.RefuseErasedAsync(participant, cancellationToken);

        var survey = await surveys.FindSurveyAsync(command.WaveId, cancellationToken) ?? throw new ThingNotFoundException("survey", command.WaveId);
        var prepared = Prepare(await IdOfAsync(command, cancellationToken), runner.MomentOf(context));
        var answer = await runner.StartAsync(
            prepared.Submission.ResponseId,
            prepared.Submission.SaidAt,
            command,
            // Whoever has an account has answers that nothing in the log ties to it: their ids are derived with the platform's key.
            context.Unnamed() with { IdempotencyKey = IdempotencyKeys.OfSubmission(command.WaveId, command.IdempotencyKey), ExpectedVersion = null },
            SubmitResponse.Decide(command, survey, LondonCalendar.DayOf(prepared.Submission.SaidAt), prepared.Submission),
            (session, events) =>
            {
                Write(session, prepared, events);
                session.QueueSqlCommand(ResponseDrafts.Remove(Response.IdFor(command.WaveId, command.IdempotencyKey)));
            },
            command.ParticipantId is null ? null : SubmitResponse.AlreadyAnswered(survey.Wave),
            cancellationToken);

        return new IssuedReceipt(answer.Id, receipts.ReferenceOf(answer.Id), receipts.SecretOf(answer.Id), answer.At);
    }

    /// <summary>Replaces the answers of the response that the receipt belongs to.</summary>
    public async Task AmendAsync(AmendResponse command, CommandContext context, CancellationToken cancellationToken)
    {
        var receipt = await FindAsync(command.Reference, command.Secret, cancellationToken);
        var survey = await surveys.FindSurveyAsync(receipt.WaveId, cancellationToken) ?? throw new ThingNotFoundException("survey", receipt.WaveId);
        var moment = runner.MomentOf(context);
        await runner.ChangeTogetherAsync(
            receipt.Id,
            command,
            context.Unnamed(),
            async session =>
            {
                var stream = await session.Events.FetchForWriting<Response>(receipt.Id, cancellationToken);
                var response = stream.Aggregate ?? throw new ThingNotFoundException(Thing, receipt.Id);
                var key = await subjectKeys.FindAsync(response.SubjectId, cancellationToken)
                    ?? throw new RuleRefusedException(new Refusal("RESPONSE_ERASED", "This response was erased. It can no longer be changed"));
                var words = await reads.WordsAsync(response, cancellationToken);
                var submission = new Submission(receipt.Id, key.Subject, receipt.Reference, receipt.SecretHash, moment, key.Seal);
                var events = AmendResponse.Decide(command, response, survey, words, LondonCalendar.DayOf(moment), submission).EventsOrThrow();

                stream.AppendMany([.. events.Where(e => e is not ViewCaptured)]);
                var amended = events.OfType<ResponseAmended>().Single();
                StartViews(session, amended.Content, events);
                WithdrawViews(session, response.ViewIds.Except(amended.Content.Answers.Select(a => a.ViewId).OfType<Guid>()), "The person changed this answer");
            },
            cancellationToken);
    }

    /// <summary>Takes back the response that the receipt belongs to; says whether its answers stay in totals that were published.</summary>
    public async Task<bool> WithdrawAsync(WithdrawResponse command, CommandContext context, CancellationToken cancellationToken)
    {
        var receipt = await FindAsync(command.Reference, command.Secret, cancellationToken);
        var areFrozen = await frozenFigures.IncludeAsync(receipt, cancellationToken);
        await EndAsync(
            receipt.Id, command, context.Unnamed(), response => WithdrawResponse.Decide(response, areFrozen), "The person withdrew their response", cancellationToken);

        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<Response>(receipt.Id, cancellationToken: cancellationToken) is { StaysInTotals: true };
    }

    public Task VoidAsync(VoidResponse command, CommandContext context, CancellationToken cancellationToken) => EndAsync(
        command.ResponseId, command, context, response => VoidResponse.Decide(command, response), "The response does not count", cancellationToken);

    /// <summary>A new response with the key that its words are sealed with.</summary>
    internal PreparedResponse Prepare(Guid responseId, DateTimeOffset saidAt)
    {
        var (key, keep) = subjectKeys.Create(Guid.CreateVersion7());
        return new PreparedResponse(
            new Submission(
                responseId,
                key.Subject,
                receipts.ReferenceOf(responseId),
                ReceiptPrinter.HashOf(receipts.SecretOf(responseId)),
                saidAt,
                key.Seal),
            keep);
    }

    /// <summary>The response, its views and its key, into one transaction.</summary>
    internal static void Write(IDocumentSession session, PreparedResponse prepared, IReadOnlyList<object> events)
    {
        session.Events.StartStream<Response>(prepared.Submission.ResponseId, [.. events.Where(e => e is not ViewCaptured)]);
        StartViews(session, events.OfType<ResponseSubmitted>().Single().Content, events);
        if (prepared.KeepKey is { } keep)
            session.QueueSqlCommand(keep);
    }

    private static void StartViews(IDocumentSession session, ResponseContent content, IReadOnlyList<object> events)
    {
        foreach (var view in events.OfType<ViewCaptured>())
            session.Events.StartStream<View>(content.Answers.Single(a => a.QuestionKey == view.Source.Question!.Key).ViewId!.Value, view);
    }

    private static void WithdrawViews(IDocumentSession session, IEnumerable<Guid> viewIds, string reason)
    {
        foreach (var view in viewIds)
            session.Events.Append(view, new ViewWithdrawn(reason));
    }

    private Task<Guid> EndAsync(
        Guid id, object command, CommandContext context, Func<Response, Decision> decide, string reason, CancellationToken cancellationToken) =>
        runner.ChangeTogetherAsync(
            id,
            command,
            context,
            async session =>
            {
                var stream = await session.Events.FetchForWriting<Response>(id, cancellationToken);
                var response = stream.Aggregate ?? throw new ThingNotFoundException(Thing, id);
                var events = decide(response).EventsOrThrow();
                if (events.Count == 0)
                    return;

                stream.AppendMany(events);
                WithdrawViews(session, response.ViewIds, reason);
            },
            cancellationToken);

    private async Task<Receipt> FindAsync(string reference, string secret, CancellationToken cancellationToken) =>
        await receiptReads.FindAsync(reference, secret, cancellationToken) ?? throw new RuleRefusedException(AmendResponse.ReceiptUnknown);

    /// <summary>Somebody who is known may answer again after they withdrew: each time under another id.</summary>
    private async Task<Guid> IdOfAsync(SubmitResponse command, CancellationToken cancellationToken)
    {
        if (command.ParticipantId is not { } participant)
            return Response.IdFor(command.WaveId, command.IdempotencyKey);

        await using var session = store.QuerySession();
        for (var attempt = 1; ; attempt++)
        {
            var id = receipts.ResponseIdOf(command.WaveId, participant, attempt);
            if (attempt == MostAttempts
                || await session.Events.AggregateStreamAsync<Response>(id, cancellationToken: cancellationToken) is not { IsWithdrawn: true })
            {
                return id;
            }
        }
    }
}
