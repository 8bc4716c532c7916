using System.CommandLine;
using EventStore;

namespace Engagement.Host.Commands;

/// <summary><c>engagement dead-letters</c>: the events that projections could not handle.</summary>
internal static class DeadLettersCommand
{
    private const int PageSize = 500;

    private static readonly Option<string?> Projection = new("--projection") { Description = "Those of one projection or subscription.", HelpName = "name" };
    private static readonly Option<bool> All = new("--all") { Description = "Those of all projections and subscriptions." };

    private static readonly Option<long?> Limit = Parsed.Number("--limit", 1, "The most to show.", "number", usually: 100);
    private static readonly Argument<Guid?> Id = Parsed.DeadLetterId(ArgumentArity.ExactlyOne);
    private static readonly Argument<Guid?> OptionalId = Parsed.DeadLetterId(ArgumentArity.ZeroOrOne);

    public static Command Create()
    {
        var list = new TaughtCommand("list", "Show the events that projections could not handle, and why; newest first.", "dead-letters list --projection Views") { Projection, Limit };
        list.SetStoreAction(ListAsync);

        var replay = new TaughtCommand(
            "replay",
            "Hand events to their projection again, once what was wrong is put right.",
            "dead-letters replay 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10",
            "dead-letters replay --projection Views",
            "dead-letters replay --all") { OptionalId, Projection, All };
        replay.SetStoreAction(ReplayAsync, needsKeys: true, isRecorded: true);

        var discard = new TaughtCommand(
            "discard", "Give up on an event: its projection does without it.", "dead-letters discard 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10") { Id };
        discard.SetStoreAction(DiscardAsync, isRecorded: true);

        return new Command("dead-letters", "Look after the events that projections could not handle.") { list, replay, discard };
    }

    private static async Task<int> ListAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var projection = command.GetValue(Projection);
        if (projection is not null)
            await FindAsync(platform.Daemon, projection, cancellation);

        var limit = (int)Math.Min(int.MaxValue, command.GetValue(Limit)!.Value);
        var letters = await platform.Store.DeadLetters.ListAsync(projection, limit, cancellationToken: cancellation);
        if (letters.Count == 0)
        {
            Console.Out.WriteLine(projection is null ? "There are no dead letters." : $"There are no dead letters of {projection}.");
            return ExitCode.Done;
        }

        var table = new TextTable("ID", "PROJECTION", "~POSITION", "TIME", "ERROR");
        foreach (var letter in letters)
            table.Add($"{letter.Id}", letter.ProjectionName, Terminal.Number(letter.EventSequence), Terminal.Moment(letter.Timestamp), $"{letter.ExceptionType}: {letter.ExceptionMessage}");
        table.WriteTo(Console.Out, Terminal.Width);
        if (letters.Count == limit)
            Console.Out.WriteLine($"These are the newest {Terminal.Number(limit)}; there may be more (--limit).");
        return ExitCode.Done;
    }

    private static async Task<int> ReplayAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var (id, projection, all) = (command.GetValue(OptionalId), command.GetValue(Projection), command.GetValue(All));
        if (new[] { id is not null, projection is not null, all }.Count(said => said) != 1)
            throw new RefusedException("Say which: one id, or --projection with a name, or --all. 'engagement dead-letters list' shows them.", ExitCode.Misused);
        if (id is { } one)
            return await ReplayAsync(platform.Store.DeadLetters, one, cancellation);
        if (projection is not null)
            await FindAsync(platform.Daemon, projection, cancellation);

        var (replayed, failed) = (0, 0);
        foreach (var name in projection is null ? await AddresseesAsync(platform.Store.DeadLetters, cancellation) : [projection])
        {
            try
            {
                var (done, failures) = await platform.Store.DeadLetters.ReplayAllAsync(name, cancellation);
                (replayed, failed) = (replayed + done, failed + failures.Count);
                foreach (var failure in failures)
                    Console.Error.WriteLine(failure.Message);
            }
            catch (InvalidStoreUseException unknown)
            {
                failed++;
                Console.Error.WriteLine($"The dead letters of {name} cannot be replayed: {unknown.Message}");
            }
        }

        Console.Out.WriteLine(replayed + failed == 0 ? "There are no dead letters." : $"Replayed {Terminal.Count(replayed, "event")}; {(failed == 0 ? "none" : Terminal.Number(failed))} failed again.");
        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> ReplayAsync(DeadLetters letters, Guid id, CancellationToken cancellation)
    {
        if (!await letters.ReplayAsync(id, cancellation))
            throw new RefusedException($"There is no dead letter {id}. 'engagement dead-letters list' shows them.");
        Console.Out.WriteLine("Replayed 1 event.");
        return ExitCode.Done;
    }

    private static async Task<int> DiscardAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var id = command.GetValue(Id)!.Value;
        if (!await platform.Store.DeadLetters.DiscardAsync(id, cancellation))
            throw new RefusedException($"There is no dead letter {id}. 'engagement dead-letters list' shows them.");
        Console.Out.WriteLine("Discarded. The event itself is in the log as before.");
        return ExitCode.Done;
    }

    /// <summary>All that have dead letters, also those that the code has not got any more.</summary>
    private static async Task<IReadOnlyCollection<string>> AddresseesAsync(DeadLetters letters, CancellationToken cancellation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        DeadLetter? last = null;
        IReadOnlyList<DeadLetter> page;
        do
        {
            page = await letters.ListAsync(limit: PageSize, after: last, cancellationToken: cancellation);
            names.UnionWith(page.Select(letter => letter.ProjectionName));
            last = page.Count > 0 ? page[^1] : null;
        }
        while (page.Count == PageSize);
        return names;
    }

    private static async Task FindAsync(IProjectionDaemon daemon, string name, CancellationToken cancellation)
    {
        var known = (await daemon.ListAsync(cancellation)).Where(one => one.Lifecycle != ProjectionLifecycle.Inline).Select(one => one.Name).ToList();
        if (!known.Contains(name))
            throw Names.Unknown("asynchronous projection or subscription", name, known);
    }
}
