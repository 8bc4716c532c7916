using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// A person's answers sent to the whole running platform, and to a bare web server that writes the same rows. Both are asked over HTTP by
/// the same client in this process, so the memory is that of all three. The platform's rounds end when its projections have caught up.
/// </summary>
internal sealed class SubmitBenchmark : IBenchmark
{
    private static readonly int[] Concurrencies = [1, 8, 32];

    public string Name => "submit";

    public string Description => "a survey response by HTTP to the whole platform, beside a bare web server that inserts the same rows; 1, 8 and 32 clients";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        // A database each: the platform's projections would take the bare server's events for their own.
        var platformDatabase = await context.CreateDatabaseAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        await using var platform = await SurveyedPlatform.StartAsync(platformDatabase, folder.Path, SmallSurvey.OpenAsync, cancellationToken);
        using var toPlatform = new SubmissionClient(platform.Address, platform.Wave, SmallSurvey.AnswersAsJson);
        await toPlatform.SubmitAsync(cancellationToken);
        var model = await SubmissionRows.ReadModelAsync(platformDatabase, cancellationToken);

        var bareDatabase = await context.CreateDatabaseAsync(cancellationToken);
        await using var bare = await BareSubmit.StartAsync(bareDatabase, platform.Schema, model, Concurrencies.Max(), cancellationToken);
        using var toBare = new SubmissionClient(bare.Address, platform.Wave, SmallSurvey.AnswersAsJson);

        var rows = new List<Row>();
        foreach (var concurrency in Concurrencies)
        {
            PeakMemory.Begin();
            var pace = await context.Rounds.CompareAsync(
                new Workload((_, ct) => toPlatform.SubmitAsync(ct), platform.CatchUpAsync),
                new Workload((_, ct) => toBare.SubmitAsync(ct)),
                concurrency,
                cancellationToken);
            var name = $"submit, {concurrency} at a time";
            var memory = PeakMemory.Megabytes();
            rows.AddRange([Row.OfRate(name, "requests/s", pace, memory), .. Row.OfTimes(name, pace, memory)]);
        }

        await SubmissionRows.AssertSameAsync(platformDatabase, bareDatabase, cancellationToken);
        return rows;
    }
}
