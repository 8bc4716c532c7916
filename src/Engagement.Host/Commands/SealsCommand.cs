using System.CommandLine;
using System.Text.Json;
using EventStore;

namespace Engagement.Host.Commands;

/// <summary><c>engagement seals</c>: shows that the history was not changed.</summary>
internal static class SealsCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private static readonly Option<long?> Limit = Parsed.Number("--limit", 1, "The most seals to show, the newest ones.", "number", usually: 20);
    private static readonly Argument<long> Position = Parsed.Position("The event's log position.");
    private static readonly Option<string?> Out = new("--out") { Description = "Write the proof into this file.", HelpName = "file" };

    private static readonly Option<long?> From = Parsed.Number("--from", 1, "The first log position to verify.", "position", usually: 1);
    private static readonly Option<long?> To = Parsed.Number("--to", 1, "The last log position to verify; the end unless given.", "position");

    public static Command Create()
    {
        var list = new TaughtCommand("list", "Show the newest seals. Whoever keeps a hash elsewhere can tell later whether anything before it was changed.", "seals list --limit 5") { Limit };
        list.SetStoreAction(ListAsync);

        var prove = new TaughtCommand(
            "prove", "Print a proof that an event is under a seal, as JSON. It holds hashes only, and nothing of what the event says.", "seals prove 1205 --out proof.json") { Position, Out };
        prove.SetStoreAction(ProveAsync);

        var verify = new TaughtCommand(
            "verify", "Read the log again and compare it with its seals. Ends with exit code 1 at the first difference.", "seals verify", "seals verify --from 1 --to 50000") { From, To };
        verify.SetStoreAction(VerifyAsync);

        return new Command("seals", "Show that the history was not changed.") { list, prove, verify };
    }

    private static async Task<int> ListAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var seals = platform.Store.Seals;
        var limit = (int)Math.Min(int.MaxValue, command.GetValue(Limit)!.Value);
        if (await seals.LatestAsync(cancellation) is not { } latest)
        {
            Console.Out.WriteLine("Nothing is sealed yet. A running platform seals the log about once a minute.");
            return ExitCode.Done;
        }

        var table = new TextTable("~NUMBER", "~FIRST", "~LAST", "~EVENTS", "SEALED", "HASH");
        foreach (var seal in await seals.ListAsync(Math.Max(0, latest.Number - limit), limit, cancellation))
            table.Add($"{seal.Number}", Terminal.Number(seal.FirstSequence), Terminal.Number(seal.LastSequence), Terminal.Number(seal.Count), Terminal.Moment(seal.SealedAt), seal.Hash);
        table.WriteTo(Console.Out, Math.Max(Terminal.Width, 160));
        return ExitCode.Done;
    }

    private static async Task<int> ProveAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var position = command.GetValue(Position);
        if (await platform.Store.Seals.ProveAsync(position, cancellation) is not { } proof)
        {
            var sealedUpTo = (await platform.Store.Seals.LatestAsync(cancellation))?.LastSequence ?? 0;
            throw new RefusedException(
                position > sealedUpTo
                    ? $"Position {Terminal.Number(position)} is not sealed yet: the seals reach up to position {Terminal.Number(sealedUpTo)}."
                    : $"There is no event at position {Terminal.Number(position)}.");
        }

        var json = JsonSerializer.Serialize(proof, Indented);
        if (command.GetValue(Out) is not { } file)
        {
            Console.Out.WriteLine(json);
            return ExitCode.Done;
        }

        try
        {
            await File.WriteAllTextAsync(file, json + "\n", cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The proof cannot be written: {problem.Message}");
        }

        Console.Out.WriteLine($"The proof that event {Terminal.Number(position)} is under seal {proof.Seal.Number} is in {file}. The seal's hash is {proof.Seal.Hash}");
        return ExitCode.Done;
    }

    private static async Task<int> VerifyAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var (from, to) = (command.GetValue(From)!.Value, command.GetValue(To) ?? long.MaxValue);
        if (from > to)
            throw new RefusedException($"--from {from} is after --to {to}.", ExitCode.Misused);
        if (await platform.Store.Seals.LatestAsync(cancellation) is not { } latest)
            throw new RefusedException("Nothing is sealed yet, so there is nothing to verify. A running platform seals the log about once a minute.");

        var bar = ProgressBar.OnError("Verifying");
        SealVerification found;
        try
        {
            found = await platform.Store.Seals.VerifyAsync(from, to, new Shown(bar, from, Math.Min(to, latest.LastSequence)), cancellation);
        }
        finally
        {
            bar.End();
        }

        var verified = $"{Terminal.Count(found.Seals, "seal")} over {Terminal.Count(found.Events, "event")}";
        if (found.Difference is { } difference)
        {
            Console.Out.WriteLine($"{difference} Before that, {verified} are intact.");
            return ExitCode.Failed;
        }

        if (found.Last is not { } last)
            throw new RefusedException($"No seal covers these positions: the seals reach up to position {Terminal.Number(latest.LastSequence)}.");

        Console.Out.WriteLine($"Intact: {verified}, up to position {Terminal.Number(last.LastSequence)}, in {Terminal.Duration(bar.Elapsed)}.");
        Console.Out.WriteLine($"Compare the hash of seal {last.Number} with what was published: {last.Hash}");
        return ExitCode.Done;
    }

    private sealed class Shown(ProgressBar bar, long from, long to) : IProgress<SealVerification>
    {
        public void Report(SealVerification value)
        {
            var seconds = Math.Max(0.001, bar.Elapsed.TotalSeconds);
            bar.Report(
                Math.Clamp(((value.Last?.LastSequence ?? from) - from + 1.0) / Math.Max(1, to - from + 1), 0, 1), $"{Terminal.Number((long)(value.Events / seconds))} events/s");
        }
    }
}
