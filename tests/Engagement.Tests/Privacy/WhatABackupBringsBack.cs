using Engagement.Participants;
using Engagement.Privacy;
using Engagement.Tests.Integration;
using Npgsql;

namespace Engagement.Tests.Privacy;

/// <summary>The whole database as it was before an erasure takes the place of the one after it; the ledger does not go back with it.</summary>
public sealed class WhatABackupBringsBack : PlatformTest
{
    private const string Theirs = "zqx71";

    private readonly string _folder = Directory.CreateTempSubdirectory("ledger").FullName;
    private readonly string _backup = $"test_backup_{Guid.NewGuid():N}";

    private string Ledger => Path.Combine(_folder, "destroyed-subjects");

    private string BackupConnection => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = _backup, Pooling = false }.ConnectionString;

    [Fact]
    public async Task Keys_that_were_destroyed_since_are_destroyed_again_before_anything_is_served()
    {
        var (person, receipt) = await WriteAsync();
        await BackUpAsync();
        try
        {
            await RestartAsync(runsInBackground: true, clock: null, (options, _) => options.DestructionLedger = Ledger);
            await Platform.EraseAsync(person);
            await Platform.DisposeAsync();

            await using var restored = await Platform.StartAsync(
                BackupConnection, runsInBackground: false, clock: null, (options, _) => options.DestructionLedger = Ledger);
            (await restored.FindAsync(Theirs)).ShouldNotBeEmpty("the backup has brought it back");

            await restored.Get<EngagementSchema>().ApplyAsync();

            (await restored.FindAsync(Theirs)).ShouldBeEmpty();
            (await restored.FeedbackReads.FindViewAsync(Story.ViewOf(receipt), default)).ShouldNotBeNull().Text.ShouldBeNull();
            (await restored.Get<SubjectKeys>().IsDestroyedAsync(person, default)).ShouldBeTrue();
            (await restored.ScalarAsync<long>("select count(*) from mt_events where type = 'subject_key_destroyed'")).ShouldBe(2);
            (await restored.Get<KeyDestruction>().ReapplyAsync(default)).ShouldBe(0, "once is enough");
        }
        finally
        {
            await DropBackupAsync();
        }
    }

    [Fact]
    public async Task A_destruction_that_was_cut_off_after_the_ledger_is_done_at_the_next_start()
    {
        var person = await Platform.JoinAsync();
        await new DestructionLedger(Ledger).AppendAsync(
            [new DestroyedKey(person, TimeProvider.System.GetUtcNow(), SubjectRecord.IdOf(person), "proof")], default);

        await RestartAsync(runsInBackground: false, clock: null, (options, _) => options.DestructionLedger = Ledger);
        await Platform.Get<EngagementSchema>().ApplyAsync();

        (await Platform.Get<SubjectKeys>().FindAsync(person, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_ledger_that_was_lost_is_written_again_from_the_database()
    {
        var person = await Platform.JoinAsync();
        await Platform.EraseAsync(person);

        await RestartAsync(runsInBackground: false, clock: null, (options, _) => options.DestructionLedger = Ledger);
        await Platform.Get<EngagementSchema>().ApplyAsync();

        (await new DestructionLedger(Ledger).ReadAsync(default)).ShouldHaveSingleItem().Subject.ShouldBe(person);
    }

    private async Task<(Guid Person, Engagement.Surveys.IssuedReceipt Receipt)> WriteAsync()
    {
        var (_, wave) = await Platform.OpenAsync();
        var person = await Platform.JoinAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", $"We wait for {Theirs}", person);
        await Platform.CatchUpAsync();
        return (person, receipt);
    }

    private async Task BackUpAsync()
    {
        await Platform.DisposeAsync();
        var source = new NpgsqlConnectionStringBuilder(ConnectionString);
        await using (var pooled = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pooled);

        await AdministerAsync(
            $"""
            select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '{source.Database}';
            """);
        await AdministerAsync($"create database {_backup} template {source.Database}");
    }

    private Task DropBackupAsync() => AdministerAsync($"drop database if exists {_backup} with (force)");

    private async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
