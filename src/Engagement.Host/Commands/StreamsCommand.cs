using System.CommandLine;
using EventStore;

namespace Engagement.Host.Commands;

/// <summary><c>engagement streams</c>: what happened to one thing.</summary>
internal static class StreamsCommand
{
    private static readonly Argument<Guid> Id = Parsed.StreamId();
    private static readonly Option<bool> Backwards = new("--backwards") { Description = "The newest event first." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print each event as a line of JSON." };

    private static readonly Option<long?> From = Parsed.Number("--from", 1, "The version to begin with, this one included.", "version");
    private static readonly Option<long?> Limit = Parsed.Number("--limit", 1, "The most events to show.", "number", usually: 100);

    public static Command Create()
    {
        var show = new TaughtCommand(
            "show",
            "Show a stream's events as they are stored. What was encrypted stays so.",
            "streams show 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10",
            "streams show 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10 --backwards --limit 5") { Id, Backwards, From, Limit, Json };
        show.SetStoreAction(ShowAsync, isRecorded: true);

        return new Command("streams", "Look into single streams of events.") { show };
    }

    private static async Task<int> ShowAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var id = command.GetValue(Id);
        await using var session = platform.Stored.QuerySession();
        if (await session.Events.FetchStreamStateAsync(id, cancellation) is not { } state)
            throw new RefusedException($"There is no stream {id}.");

        var (from, limit) = (command.GetValue(From) ?? 0, (int)Math.Min(int.MaxValue, command.GetValue(Limit)!.Value));
        var direction = command.GetValue(Backwards) ? ReadDirection.Backwards : ReadDirection.Forwards;
        var events = session.Events.ReadStreamAsync(id, direction, from, cancellation);
        if (command.GetValue(Json))
        {
            await foreach (var e in events.Take(limit).WithCancellation(cancellation))
                Console.Out.WriteLine(StoredEvent.Json(e));
            return ExitCode.Done;
        }

        Console.Out.WriteLine(Describe(state));
        var table = new TextTable("~VERSION", "~POSITION", "TIME", "TYPE", "USER", "CORRELATION", "DATA");
        IEvent? next = null;
        var shown = 0;
        await foreach (var e in events.WithCancellation(cancellation))
        {
            if (shown == limit)
            {
                next = e;
                break;
            }

            shown++;
            table.Add($"{e.Version}", Terminal.Number(e.Sequence), Terminal.Moment(e.Timestamp), e.EventTypeName, e.UserName ?? "-", e.CorrelationId ?? "-", StoredEvent.Data(e));
        }

        table.WriteTo(Console.Out, Terminal.Width);
        if (next is not null)
            Console.Out.WriteLine($"There are more: go on with --from {next.Version}.");
        return ExitCode.Done;
    }

    private static string Describe(StreamState state)
    {
        var kind = state.AggregateTypeName is { Length: > 0 } type ? $" ({type})" : "";
        var archived = state.IsArchived ? ", archived" : "";
        return $"Stream {state.Id}{kind}: version {state.Version}, begun {Terminal.Moment(state.Created)}, last changed {Terminal.Moment(state.LastTimestamp)}{archived}";
    }
}
