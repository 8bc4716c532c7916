using System.CommandLine;
using EmbeddedPostgres;
using Engagement.Bench.Benchmarks;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;

namespace Engagement.Bench;

/// <summary>The command line: which benchmarks, how thorough, and where the report goes.</summary>
internal sealed class BenchCommand
{
    private const int Failed = 1;
    private const int Misused = 2;

    // After Ctrl-C: the database has to be stopped and deleted.
    private static readonly TimeSpan TimeToCleanUp = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<IBenchmark> _benchmarks;
    private readonly Argument<string[]> _names;
    private readonly Option<bool> _quick = new("--quick") { Description = "Shorter rounds: for a first look, not for quoting." };
    private readonly Option<FileInfo?> _json = new("--json") { Description = "Write the report to this file as well, as JSON.", HelpName = "FILE" };
    private readonly RootCommand _root;

    public BenchCommand(IReadOnlyList<IBenchmark> benchmarks)
    {
        _benchmarks = benchmarks;
        _names = new Argument<string[]>("NAME")
        {
            Description = $"What to measure, one or more of:\n{Describe(benchmarks)}",
            Arity = ArgumentArity.ZeroOrMore,
        };
        _root = new RootCommand("Measures the platform on a throwaway PostgreSQL of its own, each figure beside the ceiling of the same run.")
        {
            _names,
            _quick,
            _json,
        };
        _root.SetAction(RunAsync);
    }

    public async Task<int> RunAsync(string[] args)
    {
        var parsed = _root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToCleanUp });

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("Run with --help to see what is understood.");
        return Misused;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var names = parsed.GetValue(_names)!.Distinct().ToList();
        if (FindMisuse(names) is { } misuse)
        {
            await Console.Error.WriteLineAsync(misuse);
            return Misused;
        }

        var file = parsed.GetValue(_json);
        try
        {
            // Said now rather than after minutes of measuring.
            file?.Open(FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            var report = await MeasureAsync(names, parsed.GetValue(_quick), cancellationToken);
            await Console.Out.WriteAsync(TextReport.Format(report));
            if (file is not null)
                await File.WriteAllTextAsync(file.FullName, JsonReport.Format(report), cancellationToken);
            var broken = report.Rows.Select(row => row.Broken).OfType<string>().ToList();
            broken.ForEach(Console.Error.WriteLine);
            return broken.Count == 0 ? 0 : Failed;
        }
        catch (Exception failure) when (failure is PostgresClusterException or BenchmarkException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted: nothing was reported.");
            return Failed;
        }
    }

    private string? FindMisuse(List<string> names)
    {
        if (names.Count == 0)
            return $"Say what to measure. The names are:\n{Describe(_benchmarks)}";
        if (names.Find(name => name.StartsWith('-')) is { } option)
            return $"There is no option '{option}'. Run with --help to see those there are.";
        return names.Find(name => _benchmarks.All(benchmark => benchmark.Name != name)) is { } unknown
            ? $"There is no benchmark named '{unknown}'. The names are:\n{Describe(_benchmarks)}"
            : null;
    }

    private async Task<Report> MeasureAsync(List<string> names, bool quick, CancellationToken cancellationToken)
    {
        await using var database = await ThrowawayPostgres.StartAsync(cancellationToken);
        var rows = new List<Row>();
        foreach (var name in names)
        {
            await Console.Error.WriteLineAsync($"Measuring {name} ...");
            var context = new BenchmarkContext(database, quick);
            rows.AddRange(await _benchmarks.Single(benchmark => benchmark.Name == name).RunAsync(context, cancellationToken));
        }

        return new Report(await Machine.DescribeAsync(database, cancellationToken), quick, rows);
    }

    private static string Describe(IReadOnlyList<IBenchmark> benchmarks)
    {
        var width = benchmarks.Max(benchmark => benchmark.Name.Length);
        return string.Join('\n', benchmarks.Select(benchmark => $"  {benchmark.Name.PadRight(width)}  {benchmark.Description}"));
    }
}
