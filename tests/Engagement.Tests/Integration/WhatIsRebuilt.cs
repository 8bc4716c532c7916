using System.Runtime.CompilerServices;
using Engagement.Seeder;
using EventStore;
using Npgsql;

namespace Engagement.Tests.Integration;

/// <summary>
/// Everything that is read is made of the log alone: over the long stories, what was kept up to date while they were told is what comes out when it is
/// all thrown away and made anew. Every projection that is registered takes part, also one that is added tomorrow.
/// </summary>
/// <remarks>
/// The small profile suffices, with a listening exercise, which it lacks: the medium one, ten times as long, puts rows into no other table, and the
/// daemon begins with a thousand events at a time, so that this log too takes it several pages. The test asks for both.
/// </remarks>
public sealed class WhatIsRebuilt : PlatformTest
{
    private const string Kept = "kept_up_to_date";

    /// <summary>What no profile tells of.</summary>
    private static readonly string[] Untold =
    [
        "engagement.view_suggestions",
        "engagement.access_log",
        "public.mt_doc_codingsamplecard",
        "public.mt_doc_evidencepack",
    ];

    [Fact]
    public async Task All_that_is_kept_up_to_date_is_the_same_when_it_is_made_anew_from_the_log()
    {
        var size = StorySize.Of(DemonstrationProfile.Small).ShouldNotBeNull() with { Listening = 4 * ListeningStory.BatchSize };
        await DemonstrationData.LoadAsync(Platform.Services, DemonstrationProfile.Small);
        await ListeningStory.TellAsync(new Storyteller(Platform.Services, Story.Today, default), size, new LoadProgress(null, 0));
        await RestartAsync(runsInBackground: false);
        await CatchUpAsync();
        var source = Platform.Get<NpgsqlDataSource>();
        var projections = await Platform.Daemon.ListAsync();
        var rebuildable = projections.Where(one => one.CanRebuild).ToList();
        projections.Where(one => !one.CanRebuild).Select(one => one.Name).ShouldBe(Subscriptions(), ignoreOrder: true, "everything else can be made anew");
        projections.Sum(one => one.DeadLetters).ShouldBe(0);

        string[] tables = [.. rebuildable.SelectMany(one => one.Tables), .. await DocumentTablesAsync()];
        var live = await DatabaseContent.OfAsync(source, tables);
        live.Tables.Where(table => live.RowsOf(table) == 0).ShouldBe(Untold, ignoreOrder: true, "what is empty shows nothing");
        (await Platform.CountEventsAsync()).ShouldBeGreaterThan(5_000);

        await ThrowAwayAsync(source, tables);
        foreach (var projection in rebuildable)
            await Platform.Daemon.RebuildProjectionAsync(projection.Name);

        string.Join('\n', await live.DifferencesAsync(source, KeptCopyOf)).ShouldBeEmpty();
    }

    private static string KeptCopyOf(string table) => $"{Kept}.{table.Replace('.', '_')}";

    /// <summary>A copy of each table is put aside, to show what differs.</summary>
    private static async Task ThrowAwayAsync(NpgsqlDataSource source, IEnumerable<string> tables)
    {
        var statements = tables.Select(table => $"create table {KeptCopyOf(table)} as table {table}; delete from {table};");
        await using var command = source.CreateCommand($"create schema {Kept}; {string.Concat(statements)}");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Now that nothing is appended any more, to the end of the log.</summary>
    private async Task CatchUpAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        await Platform.Daemon.StartAsync(deadline.Token);
        await Platform.Daemon.WaitForAsync(await Platform.ScalarAsync<long>("select max(seq_id) from mt_events"), deadline.Token);
        await Platform.Daemon.StopAsync(deadline.Token);
    }

    /// <summary>What only hands on what happened keeps nothing.</summary>
    private static IEnumerable<string> Subscriptions() => typeof(EngagementOptions).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(ISubscription)))
        .Select(type => ((ISubscription)RuntimeHelpers.GetUninitializedObject(type)).Name);

    private async Task<IReadOnlyList<string>> DocumentTablesAsync()
    {
        var tables = new List<string>();
        await using var command = Platform.Get<NpgsqlDataSource>().CreateCommand(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public' and tablename like 'mt\\_doc\\_%' and tablename <> 'mt_doc_deadletterevent' order by 1");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));

        return tables;
    }
}
