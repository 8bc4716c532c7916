using System.Security.Cryptography;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Engagement.Participants;
using EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// What it costs that people's words are sealed: an event whose words are sealed with the key of a new subject, which is kept with it, beside the same
/// event in clear; and the words of 50 people opened, beside 50 read as they are.
/// </summary>
internal sealed class SealingBenchmark : IBenchmark
{
    private const int Page = 50;
    private const int Length = 400;

    private static readonly int[] Concurrencies = [1, 8];

    public string Name => "sealing";

    public string Description => "an event with sealed words and the key of its subject, beside the same in clear; 50 texts opened, beside 50 read in clear";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        await using var services = Services(connectionString);
        await services.GetRequiredService<EngagementSchema>().ApplyAsync(cancellationToken);
        var keys = services.GetRequiredService<SubjectKeys>();
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(connectionString);
            options.Events.AddEventType<Said>();
        });
        var words = new string('w', Length);
        var rows = new List<Row>();
        foreach (var concurrency in Concurrencies)
        {
            PeakMemory.Begin();
            var pace = await context.Rounds.CompareAsync(
                new Workload((_, ct) => AppendSealedAsync(store, keys, words, ct)),
                new Workload((_, ct) => AppendAsync(store, words, keep: null, ct)),
                concurrency,
                cancellationToken);
            var name = $"append with sealed words, {concurrency} at a time";
            var memory = PeakMemory.Megabytes();
            rows.AddRange([Row.OfRate(name, "events/s", pace, memory), .. Row.OfCpu(name, pace, memory)]);
        }

        rows.AddRange(await OpenAsync(context, store.DataSource, keys, words, cancellationToken));
        return rows;
    }

    private static async Task<IReadOnlyList<Row>> OpenAsync(
        BenchmarkContext context, NpgsqlDataSource database, SubjectKeys keys, string words, CancellationToken cancellationToken)
    {
        var texts = new List<PersonalText>();
        for (var i = 0; i < Page; i++)
            texts.Add((await keys.ObtainAsync(Guid.NewGuid(), cancellationToken)).Seal(words));

        await using (var table = database.CreateCommand("create table clear_words (id uuid primary key, words text not null)"))
            await table.ExecuteNonQueryAsync(cancellationToken);

        await using (var fill = database.CreateCommand("insert into clear_words select id, $2 from unnest($1) as id"))
        {
            fill.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. texts.Select(text => text.Subject)] });
            fill.Parameters.Add(new NpgsqlParameter<string> { TypedValue = words });
            await fill.ExecuteNonQueryAsync(cancellationToken);
        }

        PeakMemory.Begin();
        Guid[] ids = [.. texts.Select(text => text.Subject)];
        var pace = await context.Rounds.CompareAsync(
            new Workload((_, ct) => keys.OpenAsync(texts, ct)), new Workload((_, ct) => ReadAsync(database, ids, ct)), concurrency: 1, cancellationToken);
        var memory = PeakMemory.Megabytes();
        return [.. Row.OfTimes($"open {Page} sealed texts", pace, memory), .. Row.OfCpu($"open {Page} sealed texts", pace, memory)];
    }

    private static Task AppendSealedAsync(DocumentStore store, SubjectKeys keys, string words, CancellationToken cancellationToken)
    {
        var (key, keep) = keys.Create(Guid.CreateVersion7());
        return AppendAsync(store, key.Seal(words).Cipher, keep, cancellationToken);
    }

    private static async Task AppendAsync(DocumentStore store, string words, NpgsqlBatchCommand? keep, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        session.Events.StartStream(Guid.CreateVersion7(), new Said(words));
        if (keep is not null)
            session.QueueSqlCommand(keep);

        await session.SaveChangesAsync(cancellationToken);
    }

    private static async Task ReadAsync(NpgsqlDataSource database, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var read = database.CreateCommand("select id, words from clear_words where id = any($1)");
        read.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        await using var rows = await read.ExecuteReaderAsync(cancellationToken);
        var count = 0;
        while (await rows.ReadAsync(cancellationToken))
            count += rows.GetString(1).Length > 0 ? 1 : 0;

        if (count != Page)
            throw new BenchmarkException($"{count} texts were read, and not {Page}.");
    }

    private static ServiceProvider Services(string connectionString)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddEngagement(options =>
        {
            options.ConnectionString = connectionString;
            options.KeyEncryptionKey = RandomNumberGenerator.GetBytes(KeyEncryptionKey.Length);
            options.PlatformKey = RandomNumberGenerator.GetBytes(KeyEncryptionKey.Length);
            options.RunDaemon = options.RunWorker = false;
        });
        return services.BuildServiceProvider();
    }

    private sealed record Said(string Words);
}
