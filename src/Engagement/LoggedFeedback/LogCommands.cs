using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;

namespace Engagement.LoggedFeedback;

/// <summary>What may be asked of the log of complaints, compliments and comments.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such entry, or it has been erased.</exception>
/// <exception cref="StaleVersionException">The entry is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class LogCommands(CommandRunner runner, SubjectKeys subjectKeys)
{
    private const string Thing = "logged feedback";

    /// <summary>Logs what somebody said. The entry is its own subject: destroying its key erases what was said and what was answered.</summary>
    public async Task<Guid> LogAsync(LogFeedback command, CommandContext context, CancellationToken cancellationToken)
    {
        var id = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        var (key, keep) = subjectKeys.Create(id);
        var answer = await runner.StartAsync(
            id,
            runner.MomentOf(context),
            command,
            context,
            LogFeedback.Decide(command, runner.DayOf(context), key.Seal),
            (session, events) =>
            {
                session.Events.StartStream<LogEntry>(id, [.. events]);
                session.QueueSqlCommand(keep);
            },
            alreadyThere: null,
            cancellationToken);
        return answer.Id;
    }

    public Task AcknowledgeAsync(AcknowledgeFeedback command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.LogEntryId, command, context, entry => AcknowledgeFeedback.Decide(entry, runner.DayOf(context)), cancellationToken);

    public Task ReclassifyAsync(ReclassifyFeedback command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.LogEntryId, command, context, entry => ReclassifyFeedback.Decide(command, entry), cancellationToken);

    public async Task AnswerAsync(AnswerFeedback command, CommandContext context, CancellationToken cancellationToken)
    {
        var key = await subjectKeys.FindAsync(command.LogEntryId, cancellationToken) ?? throw new ThingNotFoundException(Thing, command.LogEntryId);
        await ChangeAsync(
            command.LogEntryId, command, context, entry => AnswerFeedback.Decide(command, entry, runner.DayOf(context), key.Seal), cancellationToken);
    }

    /// <summary>Takes the lesson and the view that it is, in one transaction. The lesson has a subject of its own: it outlives the entry's erasure.</summary>
    public Task DrawLessonAsync(DrawLesson command, CommandContext context, CancellationToken cancellationToken)
    {
        var (key, keep) = subjectKeys.Create(Guid.CreateVersion7());
        return runner.ChangeAsync<LogEntry>(
            command.LogEntryId,
            Thing,
            command,
            context,
            entry => DrawLesson.Decide(command, entry, runner.MomentOf(context), key.Seal),
            (session, _, events) =>
            {
                var drawn = (LessonDrawn)events[0];
                session.Events.StartStream<View>(drawn.ViewId, events[1]);
                session.QueueSqlCommand(keep);
                return [drawn];
            },
            cancellationToken);
    }

    public async Task<Guid> ReviewAsync(ReviewLog command, CommandContext context, CancellationToken cancellationToken) => await runner.StartAsync<LogReview>(
        DeterministicId.ForNew("review of the log", context.IdempotencyKey),
        command,
        context,
        ReviewLog.Decide(command, runner.DayOf(context)),
        alreadyThere: null,
        cancellationToken);

    private Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<LogEntry, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
