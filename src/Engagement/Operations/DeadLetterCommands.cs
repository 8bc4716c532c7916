using Engagement.Common;
using Messaging;
using Npgsql;

namespace Engagement.Operations;

/// <summary>Looks after messages that could not be handled. What is done and that it was done, and by whom, are one transaction.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such message.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class DeadLetterCommands(CommandRunner runner, DeadLetters letters, MessageOutbox outbox)
{
    /// <summary>A name for the turn that those take who do something with dead letters. Nothing is kept under it.</summary>
    private static readonly Guid Turn = new("0199f2a4-7d1c-7b60-9c5e-2d4f8a6b1e37");

    private static readonly Refusal NoneFits = new("DEAD_LETTERS_NONE", "There are no such messages any more");

    public Task ReplayAsync(ReplayDeadLetter command, CommandContext context, CancellationToken cancellationToken) => OneAsync(
        command.DeadLetterId, command, MessageAct.HandedBack, letter => letters.Replay(new DeadLetterFilter { Id = letter.Id }), context, cancellationToken);

    /// <summary>Says how many.</summary>
    public Task<int> ReplayAllAsync(ReplayDeadLetters command, CommandContext context, CancellationToken cancellationToken) =>
        AllAsync(command.Which.Filter(command.FailedBefore), command, MessageAct.HandedBack, letters.Replay, context, cancellationToken);

    public Task EditAsync(EditDeadLetter command, CommandContext context, CancellationToken cancellationToken) => OneAsync(
        command.DeadLetterId,
        command,
        MessageAct.Edited,
        letter =>
        {
            try
            {
                return letters.Edit(letter, CleanText.Of(command.Body));
            }
            catch (MessageBodyUnreadableException unreadable)
            {
                throw new RuleRefusedException(new Refusal("BODY_UNREADABLE", unreadable.Message.TrimEnd('.'), "body"));
            }
        },
        context,
        cancellationToken);

    public Task PurgeAsync(PurgeDeadLetter command, CommandContext context, CancellationToken cancellationToken) => OneAsync(
        command.DeadLetterId, command, MessageAct.Purged, letter => letters.Purge(new DeadLetterFilter { Id = letter.Id }), context, cancellationToken);

    /// <summary>Says how many.</summary>
    public Task<int> PurgeAllAsync(PurgeDeadLetters command, CommandContext context, CancellationToken cancellationToken) =>
        AllAsync(command.Which.Filter(command.FailedBefore), command, MessageAct.Purged, letters.Purge, context, cancellationToken);

    /// <summary>Records that somebody is about to be shown what is in messages. Whoever shows it waits for this.</summary>
    public Task LookIntoAsync(IReadOnlyCollection<DeadLetter> shown, CommandContext context, CancellationToken cancellationToken)
    {
        var one = shown.Count == 1 ? shown.First() : null;
        var id = Guid.CreateVersion7(runner.MomentOf(context));
        var looked = new MessagesLookedInto(one?.Id, one?.Type, one?.Queue, shown.Count, context.ActorId);
        return runner.WriteAsync(
            id,
            looked,
            context,
            session =>
            {
                session.Events.StartStream<TendedMessages>(id, looked);
                return Task.FromResult(looked.Count);
            },
            cancellationToken);
    }

    private Task<int> OneAsync(
        Guid id,
        object command,
        MessageAct act,
        Func<Messaging.DeadLetter, NpgsqlBatchCommand> statement,
        CommandContext context,
        CancellationToken cancellationToken) => WriteAsync(
        command,
        async () =>
        {
            var letter = await letters.FindAsync(id, cancellationToken) ?? throw new ThingNotFoundException("message that could not be handled", id);
            return (new MessagesTended(act, letter.Id, letter.MessageType, letter.Queue, 1, context.ActorId), statement(letter));
        },
        context,
        cancellationToken);

    private Task<int> AllAsync(
        DeadLetterFilter which,
        object command,
        MessageAct act,
        Func<DeadLetterFilter, NpgsqlBatchCommand> statement,
        CommandContext context,
        CancellationToken cancellationToken) => WriteAsync(
        command,
        async () =>
        {
            var count = (int)await letters.CountAsync(which, cancellationToken);
            return count > 0
                ? (new MessagesTended(act, null, which.MessageType, which.Queue, count, context.ActorId), statement(which))
                : throw new RuleRefusedException(NoneFits);
        },
        context,
        cancellationToken);

    private async Task<int> WriteAsync(
        object command, Func<Task<(MessagesTended Tended, NpgsqlBatchCommand Statement)>> decide, CommandContext context, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(runner.MomentOf(context));
        var first = await runner.WriteAsync(
            id,
            command,
            context,
            async session =>
            {
                // One after another, so that what each finds there is there until it is done with: who comes second is refused, and not recorded.
                await session.Events.FetchForExclusiveWriting<TendedMessages>(Turn, cancellationToken);
                var (tended, statement) = await decide();
                session.Events.StartStream<TendedMessages>(id, tended);
                session.QueueSqlCommand(statement);
                return tended.Count;
            },
            cancellationToken);
        outbox.Wake();
        return first.Count ?? 0;
    }
}
