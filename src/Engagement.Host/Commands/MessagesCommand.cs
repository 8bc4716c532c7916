using System.CommandLine;
using Messaging;

namespace Engagement.Host.Commands;

/// <summary><c>engagement messages</c>: what the platform has yet to do, and what it could not.</summary>
internal static class MessagesCommand
{
    private static readonly Option<bool> Waiting = new("--waiting") { Description = "Those that wait or are in hand, instead of those that could not be handled." };
    private static readonly Option<string?> Queue = new("--queue") { Description = "Those of one queue.", HelpName = "name" };
    private static readonly Option<string?> Type = new("--type") { Description = "Those of one type.", HelpName = "name" };
    private static readonly Option<bool> All = new("--all") { Description = "All that could not be handled." };
    private static readonly Option<string?> Body = new("--body") { Description = "Put this body in place of its own first.", HelpName = "json" };
    private static readonly Option<long?> OlderThan = Parsed.Number("--older-than", 1, "Those that failed more than so many days ago.", "days");
    private static readonly Option<long?> Limit = Parsed.Number("--limit", 1, "The most to show.", "number", usually: 100);
    private static readonly Argument<Guid?> Id = Parsed.MessageId(ArgumentArity.ExactlyOne);
    private static readonly Argument<Guid?> OptionalId = Parsed.MessageId(ArgumentArity.ZeroOrOne);

    public static Command Create()
    {
        var list = new TaughtCommand(
            "list", "Show the messages that could not be handled, and why, newest first; or those that wait.",
            "messages list --queue mail",
            "messages list --waiting") { Waiting, Queue, Type, Limit };
        list.SetStoreAction(ListAsync);

        var show = new TaughtCommand(
            "show", "Show one message with all that is known of it. That you looked is in the access log.",
            "messages show 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10") { Id };
        show.SetStoreAction(ShowAsync, isRecorded: true);

        var replay = new TaughtCommand(
            "replay", "Hand messages back to their queue, once what was wrong is put right.",
            "messages replay 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10",
            "messages replay --type close_consultation",
            "messages replay --all") { OptionalId, Queue, Type, All, Body };
        replay.SetStoreAction(ReplayAsync, isRecorded: true);

        var purge = new TaughtCommand(
            "purge", "Throw messages that could not be handled away for good. What they would have done never happens.",
            "messages purge 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10",
            "messages purge --older-than 90") { OptionalId, Queue, Type, OlderThan, All };
        purge.SetStoreAction(PurgeAsync, isRecorded: true);

        var queues = new TaughtCommand("queues", "Show how many messages each queue holds, and which processes work on them.", "messages queues");
        queues.SetStoreAction(QueuesAsync);

        return new Command("messages", "Look after what the platform has yet to do, and what it could not.") { list, show, replay, purge, queues };
    }

    private static async Task<int> ListAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var limit = (int)Math.Min(int.MaxValue, command.GetValue(Limit)!.Value);
        await KnowQueueAsync(command, platform, cancellation);
        var shown = command.GetValue(Waiting)
            ? await ListWaitingAsync(command, platform, limit, cancellation)
            : await ListDeadAsync(command, platform, limit, cancellation);
        if (shown == limit)
            Console.Out.WriteLine($"There may be more than these {Terminal.Number(limit)} (--limit).");
        return ExitCode.Done;
    }

    private static async Task<int> ListDeadAsync(ParseResult command, PlatformStore platform, int limit, CancellationToken cancellation)
    {
        var letters = await Letters(platform).ListAsync(
            new DeadLetterFilter { Queue = command.GetValue(Queue), MessageType = command.GetValue(Type) }, limit, cancellationToken: cancellation);
        if (letters.Count == 0)
        {
            Console.Out.WriteLine($"There are no {Such(command)}messages that could not be handled.");
            return 0;
        }

        var table = new TextTable("ID", "QUEUE", "TYPE", "~ATTEMPTS", "FAILED", "ERROR");
        foreach (var letter in letters)
            table.Add($"{letter.Id}", letter.Queue, letter.MessageType, Terminal.Number(letter.Attempts), Terminal.Moment(letter.FailedAt), $"{letter.ExceptionType}: {letter.ExceptionMessage}");
        table.WriteTo(Console.Out, Terminal.Width);
        return letters.Count;
    }

    private static async Task<int> ListWaitingAsync(ParseResult command, PlatformStore platform, int limit, CancellationToken cancellation)
    {
        var messages = await Queues(platform).ListAsync(
            new MessageFilter { Queue = command.GetValue(Queue), MessageType = command.GetValue(Type) }, limit, cancellationToken: cancellation);
        if (messages.Count == 0)
        {
            Console.Out.WriteLine($"No {Such(command)}message waits.");
            return 0;
        }

        var table = new TextTable("ID", "QUEUE", "TYPE", "~ATTEMPTS", "DUE", "IN HAND OF");
        foreach (var (envelope, owner) in messages)
            table.Add($"{envelope.Id}", envelope.Queue, envelope.MessageType, Terminal.Number(envelope.Attempts + envelope.Interruptions), Terminal.Moment(envelope.ExecutionTime), owner ?? "-");
        table.WriteTo(Console.Out, Terminal.Width);
        return messages.Count;
    }

    private static async Task<int> ShowAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var id = command.GetValue(Id)!.Value;
        if (await Letters(platform).FindAsync(id, cancellation) is { } letter)
        {
            Write("id", $"{letter.Id}");
            Write("state", $"could not be handled: tried {letter.Attempts} times, the last time {Terminal.Moment(letter.FailedAt)}");
            Write("type", letter.MessageType);
            Write("queue", letter.Queue);
            Write("sent", Terminal.Moment(letter.SentAt));
            Write("correlation", letter.CorrelationId);
            Write("causation", letter.CausationId);
            Write("tenant", letter.TenantId);
            Write("key", letter.PartitionKey);
            Write("body", letter.Body);
            Write("error", letter.ExceptionDetail);
            return ExitCode.Done;
        }

        if (await Queues(platform).FindAsync(id, cancellation) is not { } found)
            throw NoSuch(id);
        var envelope = found.Envelope;
        Write("id", $"{envelope.Id}");
        Write("state", found.Owner is { } owner ? $"in hand of {owner}" : $"due {Terminal.Moment(envelope.ExecutionTime)}");
        Write("attempts", $"{envelope.Attempts} failed, {envelope.Interruptions} interrupted");
        Write("type", envelope.MessageType);
        Write("queue", envelope.Queue);
        Write("sent", Terminal.Moment(envelope.SentAt));
        Write("correlation", envelope.CorrelationId);
        Write("causation", envelope.CausationId);
        Write("tenant", envelope.TenantId);
        Write("key", envelope.PartitionKey);
        Write("body", envelope.Body);
        return ExitCode.Done;

        static void Write(string name, string? value)
        {
            if (value is not null)
                Console.Out.WriteLine($"{name,-12} {value}");
        }
    }

    private static async Task<int> ReplayAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var (id, filter) = Which(command, null);
        var letters = Letters(platform);
        if (command.GetValue(Body) is { } body)
        {
            if (id is not { } one)
                throw new RefusedException("--body is for one message: say its id.", ExitCode.Misused);
            try
            {
                if (!await letters.EditAsync(one, body, cancellation))
                    throw await NoneToTendAsync(one, platform, cancellation);
            }
            catch (MessageBodyUnreadableException refused)
            {
                throw new RefusedException($"The body is refused, and the message is as it was. {refused.Message}");
            }
        }

        if (id is { } single)
        {
            if (!await letters.ReplayAsync(single, cancellation))
                throw await NoneToTendAsync(single, platform, cancellation);
            Console.Out.WriteLine("Handed 1 message back to its queue.");
            return ExitCode.Done;
        }

        await KnowQueueAsync(command, platform, cancellation);
        await KnowTypeAsync(command, platform, cancellation);
        Console.Out.WriteLine($"Handed {Terminal.Count(await letters.ReplayAllAsync(filter, cancellation), "message")} back.");
        return ExitCode.Done;
    }

    private static async Task<int> PurgeAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var now = platform.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (id, filter) = Which(command, command.GetValue(OlderThan) is { } days ? now.AddDays(-Math.Min(days, 36_500)) : null);
        if (id is { } single)
        {
            if (!await Letters(platform).PurgeAsync(single, cancellation))
                throw await NoneToTendAsync(single, platform, cancellation);
            Console.Out.WriteLine("Purged 1 message.");
            return ExitCode.Done;
        }

        await KnowQueueAsync(command, platform, cancellation);
        await KnowTypeAsync(command, platform, cancellation);
        Console.Out.WriteLine($"Purged {Terminal.Count(await Letters(platform).PurgeAllAsync(filter, cancellation), "message")}.");
        return ExitCode.Done;
    }

    private static async Task<int> QueuesAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var table = new TextTable("QUEUE", "~DUE", "~IN HAND", "~SCHEDULED", "~NOT HANDLED", "OLDEST DUE");
        foreach (var queue in await Queues(platform).ListQueuesAsync(cancellation))
        {
            table.Add(
                queue.Name, Terminal.Number(queue.Due), Terminal.Number(queue.InHand), Terminal.Number(queue.Scheduled), Terminal.Number(queue.DeadLetters),
                queue.OldestDue is { } oldest ? $"for {Terminal.Duration(oldest)}" : "-");
        }

        table.WriteTo(Console.Out, Terminal.Width);
        Console.Out.WriteLine();
        var nodes = await Queues(platform).ListNodesAsync(cancellation);
        if (nodes.Count == 0)
        {
            Console.Out.WriteLine("No process works on them. 'engagement serve' starts one.");
            return ExitCode.Done;
        }

        var processes = new TextTable("PROCESS", "~IN HAND", "STARTED", "LAST SEEN");
        foreach (var node in nodes)
            processes.Add(node.Name, Terminal.Number(node.InHand), Terminal.Moment(node.StartedAt), Terminal.Moment(node.SeenAt));
        processes.WriteTo(Console.Out, Terminal.Width);
        return ExitCode.Done;
    }

    /// <summary>One message, or those that fit; never all by an oversight.</summary>
    private static (Guid? Id, DeadLetterFilter Filter) Which(ParseResult command, DateTimeOffset? failedBefore)
    {
        var filter = new DeadLetterFilter { Queue = command.GetValue(Queue), MessageType = command.GetValue(Type), FailedBefore = failedBefore };
        var (id, all, isFiltered) = (command.GetValue(OptionalId), command.GetValue(All), filter != new DeadLetterFilter());
        if (new[] { id is not null, all, isFiltered }.Count(said => said) != 1)
        {
            throw new RefusedException(
                $"Say which: one id, or what they have in common (--queue, --type{(command.CommandResult.Command.Options.Contains(OlderThan) ? ", --older-than" : "")}), or --all. 'engagement messages list' shows them.",
                ExitCode.Misused);
        }

        return (id, filter);
    }

    /// <summary>A name that is misspelt must not look as though there were nothing to do.</summary>
    private static async Task KnowQueueAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        if (command.GetValue(Queue) is not { } queue)
            return;
        var known = (await Queues(platform).ListQueuesAsync(cancellation)).Select(one => one.Name).ToList();
        if (!known.Contains(queue))
            throw Names.Unknown("queue", queue, known);
    }

    private static async Task KnowTypeAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        if (command.GetValue(Type) is not { } type)
            return;
        var known = await Letters(platform).CountTypesAsync(cancellation);
        if (known.Count > 0 && !known.ContainsKey(type))
            throw Names.Unknown("type of message that could not be handled", type, [.. known.Keys.Order(StringComparer.Ordinal)]);
    }

    private static string Such(ParseResult command) => command.GetValue(Queue) is null && command.GetValue(Type) is null ? "" : "such ";

    private static async Task<RefusedException> NoneToTendAsync(Guid id, PlatformStore platform, CancellationToken cancellation) =>
        await Queues(platform).FindAsync(id, cancellation) is null
            ? NoSuch(id)
            : new RefusedException($"The message {id} is yet to be handled: only one that could not be can be handed back or purged.", ExitCode.Misused);

    private static RefusedException NoSuch(Guid id) => new(
        $"There is no such message as {id}; it may have been handled meanwhile. 'engagement messages list' shows those that could not be.", ExitCode.Misused);

    private static DeadLetters Letters(PlatformStore platform) => platform.Services.GetRequiredService<DeadLetters>();

    private static MessageQueues Queues(PlatformStore platform) => platform.Services.GetRequiredService<MessageQueues>();
}
