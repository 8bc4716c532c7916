using System.CommandLine;
using System.Text.Json;
using EventStore;
using Npgsql;

namespace Engagement.Host.Commands;

/// <summary><c>engagement projections</c>: how far they are, on whichever node they run; pause, resume and rebuild them.</summary>
internal static class ProjectionsCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON for programs instead of a table." };
    private static readonly Option<bool> All = new("--all") { Description = "All of them, one after the other." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why, for whoever looks at the list.", HelpName = "text", Required = true };

    private static readonly Option<string> By = new("--by")
    {
        Description = "Who asks for it; you, unless given.",
        HelpName = "person",
        DefaultValueFactory = _ => Environment.UserName,
    };

    private static readonly Argument<string> Name = new("name") { Description = "The projection or subscription, as in the list." };

    private static readonly Argument<string?> OptionalName = new("name")
    {
        Description = "The projection, as in the list.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => null,
    };

    public static Command Create()
    {
        var list = new TaughtCommand("list", "Show every projection and subscription: whether it runs, how far it is, what went wrong.", "projections list", "projections list --json") { Json };
        list.SetStoreAction(ListAsync);

        var rebuild = new TaughtCommand(
            "rebuild",
            "Make anew from the whole log what a projection keeps. It is read as before until the new state takes its place. Stopped with Ctrl-C, it goes on where it was when asked again.",
            "projections rebuild Acts",
            "projections rebuild --all") { OptionalName, All };
        rebuild.SetStoreAction(RebuildAsync, needsKeys: true);

        var pause = new TaughtCommand(
            "pause", "Stop a projection on every node, over restarts too, until it is resumed.", "projections pause Acts --reason \"the numbers are being checked\"")
        {
            Name, Reason, By,
        };
        pause.SetStoreAction(PauseAsync);

        var resume = new TaughtCommand("resume", "Let a projection go on that was paused or had stopped by itself.", "projections resume Acts") { Name };
        resume.SetStoreAction(ResumeAsync);

        return new Command("projections", "Look after the projections and subscriptions.") { list, rebuild, pause, resume };
    }

    private static async Task<int> ListAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var projections = await platform.Daemon.ListAsync(cancellation);
        if (command.GetValue(Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(projections.Select(ForPrograms), Indented));
            return ExitCode.Done;
        }

        var table = new TextTable("NAME", "RUNS", "STATE", "~POSITION", "~BEHIND", "~FOR", "~DEAD LETTERS", "NOTE");
        foreach (var one in projections)
        {
            table.Add(
                one.Name,
                one.Lifecycle == ProjectionLifecycle.Inline ? "inline" : "async",
                StateOf(one),
                Terminal.Number(one.Position),
                Terminal.Number(one.Lag),
                one.LagTime == TimeSpan.Zero ? "-" : Terminal.Duration(one.LagTime),
                Terminal.Number(one.DeadLetters),
                NoteOn(one));
        }

        table.WriteTo(Console.Out, Terminal.Width);
        return ExitCode.Done;
    }

    private static async Task<int> RebuildAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var projections = await platform.Daemon.ListAsync(cancellation);
        var rebuildable = projections.Where(one => one.CanRebuild).ToList();
        var name = command.GetValue(OptionalName);
        if (command.GetValue(All) == name is not null)
            throw new RefusedException("Name one projection, or say --all. 'engagement projections list' shows them.", ExitCode.Misused);

        var wanted = name is null ? rebuildable : [Find(projections, name)];
        if (wanted.FirstOrDefault(one => !one.CanRebuild) is { } lasting)
        {
            throw new RefusedException(
                $"{lasting.Name} keeps nothing that could be made anew. These can be rebuilt: {string.Join(", ", rebuildable.Select(one => one.Name))}.", ExitCode.Misused);
        }

        foreach (var one in wanted)
            await RebuildAsync(platform.Daemon, one, cancellation);
        return ExitCode.Done;
    }

    private static async Task RebuildAsync(IProjectionDaemon daemon, ProjectionSummary projection, CancellationToken cancellation)
    {
        if (projection.RebuiltUpTo is > 0 and { } kept)
            Console.Out.WriteLine($"A rebuild of {projection.Name} was begun and stopped at position {Terminal.Number(kept)}; it goes on there if the code is the same.");

        var bar = ProgressBar.OnError($"Rebuilding {projection.Name}");
        try
        {
            await daemon.RebuildProjectionAsync(projection.Name, new Shown(bar), cancellation);
            bar.End();
            Console.Out.WriteLine($"Rebuilt {projection.Name} in {Terminal.Duration(bar.Elapsed)}.");
        }
        catch (Exception problem) when (cancellation.IsCancellationRequested || problem is NpgsqlException)
        {
            // Interrupted, whatever the database made of that, or cut off: either way what was built is kept.
            bar.End();
            var reason = cancellation.IsCancellationRequested ? "" : $" The database said: {problem.InnerException?.Message ?? problem.Message}";
            throw new RefusedException(await WhatIsLeftAsync(daemon, projection.Name) + reason);
        }
        finally
        {
            bar.End();
        }
    }

    private static async Task<string> WhatIsLeftAsync(IProjectionDaemon daemon, string name)
    {
        long? left;
        try
        {
            left = (await daemon.ListAsync(CancellationToken.None)).Single(one => one.Name == name).RebuiltUpTo;
        }
        catch (NpgsqlException)
        {
            // The database that cut it off is not there to be asked.
            return $"Stopped. {name} is read as it was; the same command goes on where this one was.";
        }

        return left is null or 0
            ? $"Stopped. {name} is read as it was; the same command begins again."
            : $"Stopped. {name} is read as it was. What has been built, up to position {Terminal.Number(left.Value)}, is kept: the same command goes on from there.";
    }

    private static async Task<int> PauseAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var (reason, by) = (command.GetValue(Reason)!, command.GetValue(By)!);
        if (string.IsNullOrWhiteSpace(reason) || string.IsNullOrWhiteSpace(by))
            throw new RefusedException("Say why with --reason, and who you are with --by: whoever finds it paused will want to know.", ExitCode.Misused);

        var projection = FindAsync(await platform.Daemon.ListAsync(cancellation), command.GetValue(Name)!);
        if (projection.Pause is { } already)
            throw new RefusedException($"{projection.Name} is paused already: {Describe(already)}.");

        await platform.Daemon.PauseAsync(projection.Name, reason, by, cancellation);
        Console.Out.WriteLine($"Paused {projection.Name}. Where it runs, it stops within a second. 'engagement projections resume {projection.Name}' lets it go on.");
        return ExitCode.Done;
    }

    private static async Task<int> ResumeAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var projection = FindAsync(await platform.Daemon.ListAsync(cancellation), command.GetValue(Name)!);
        if (projection.Pause is null)
        {
            Console.Out.WriteLine($"{projection.Name} is not paused.");
            return ExitCode.Done;
        }

        await platform.Daemon.ResumeAsync(projection.Name, cancellation);
        Console.Out.WriteLine($"Resumed {projection.Name}. It goes on from position {Terminal.Number(projection.Position)}.");
        return ExitCode.Done;
    }

    private static ProjectionSummary FindAsync(IReadOnlyList<ProjectionSummary> projections, string name)
    {
        var found = Find(projections, name);
        return found.Lifecycle != ProjectionLifecycle.Inline
            ? found
            : throw new RefusedException($"{found.Name} is inline: it is part of every save, and cannot be paused or resumed.", ExitCode.Misused);
    }

    private static ProjectionSummary Find(IReadOnlyList<ProjectionSummary> projections, string name) =>
        projections.FirstOrDefault(one => one.Name == name) ?? throw Names.Unknown("projection", name, [.. projections.Select(one => one.Name)]);

    private static string StateOf(ProjectionSummary one) => one.State switch
    {
        ProjectionState.Inline => "with each save",
        ProjectionState.Paused when one.Pause is { IsFailure: true } => "stopped by itself",
        ProjectionState.Silent => "node silent",
        ProjectionState.Stopped => "not running",
        var state => state.ToString().ToLowerInvariant(),
    };

    private static string NoteOn(ProjectionSummary one)
    {
        var pause = one.Pause is { } why ? Describe(why) : null;
        var rebuild = one.IsRebuilding ? "is being rebuilt" : one.RebuiltUpTo is { } upTo ? $"unfinished rebuild, up to position {Terminal.Number(upTo)}" : null;
        return string.Join("; ", new[] { pause, rebuild }.OfType<string>());
    }

    private static string Describe(ProjectionPause pause) => $"{pause.Reason} (by {pause.By}, {Terminal.Moment(pause.At)})";

    private static object ForPrograms(ProjectionSummary one) => new
    {
        one.Name,
        Lifecycle = one.Lifecycle.ToString(),
        State = one.State.ToString(),
        one.Position,
        one.HighWaterMark,
        one.Lag,
        LagSeconds = one.LagTime.TotalSeconds,
        one.DeadLetters,
        one.Pause,
        one.CanRebuild,
        one.IsRebuilding,
        one.RebuiltUpTo,
    };

    private sealed class Shown(ProgressBar bar) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => bar.Report(value.Fraction, $"{Terminal.Number((long)value.EventsPerSecond)} events/s");
    }
}
