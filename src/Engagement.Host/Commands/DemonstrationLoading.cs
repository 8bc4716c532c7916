using System.Diagnostics;
using Engagement.Seeder;
using Npgsql;

namespace Engagement.Host.Commands;

/// <summary>Loads demonstration data while somebody watches, and says at the end how fast it went and what there is to see.</summary>
internal static class DemonstrationLoading
{
    public static async Task RunAsync(IServiceProvider services, DemonstrationProfile profile, TextWriter output, CancellationToken cancellation)
    {
        var before = await CountEventsAsync(services, cancellation);
        var watch = Stopwatch.StartNew();
        var bar = ProgressBar.OnError("Loading demonstration data");
        DemonstrationSummary summary;
        try
        {
            summary = await DemonstrationData.LoadAsync(services, profile, new Steps(bar), cancellation);
        }
        finally
        {
            bar.End();
        }

        var events = await CountEventsAsync(services, cancellation) - before;
        if (events > 0)
            Say(output, summary, events, watch.Elapsed);
    }

    private static void Say(TextWriter output, DemonstrationSummary summary, long events, TimeSpan took)
    {
        var rate = (long)(events / Math.Max(took.TotalSeconds, 0.001));
        output.WriteLine($"Demonstration data: {Terminal.Count(events, "event")} in {Terminal.Duration(took)}, {Terminal.Number(rate)} a second.");
        foreach (var edge in summary.EdgeCases)
            output.WriteLine($"  {edge.What}: {edge.Where}.");
    }

    private static async Task<long> CountEventsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select count(*) from mt_events");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Steps come from several threads, and the bar is written by one at a time.</summary>
    private sealed class Steps(ProgressBar bar) : IProgress<DemonstrationStep>
    {
        private readonly Lock _turn = new();

        public void Report(DemonstrationStep value)
        {
            lock (_turn)
                bar.Report(Math.Min(1, (double)value.Done / Math.Max(1, value.Total)), value.Story);
        }
    }
}
