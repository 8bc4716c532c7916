using EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

public sealed class WhatReadySays : IAsyncLifetime
{
    private readonly AdjustableClock _clock = new(DateTimeOffset.UtcNow);
    private RunningPlatform _platform = null!;

    public async Task InitializeAsync() => _platform = await RunningPlatform.StartAsync(_clock);

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task Names_a_projection_that_has_stopped_by_itself_and_one_with_dead_letters()
    {
        await ExecuteAsync("insert into mt_projection_pauses (name, reason, paused_by, paused_at, failed_sequence) values ('Views', 'words that somebody wrote', 'daemon', now(), 12)");
        await ExecuteAsync(
            """
            insert into mt_doc_deadletterevent (id, data, mt_last_modified, mt_dotnet_type)
            values (gen_random_uuid(), '{"ProjectionName": "Acts", "Timestamp": "2026-01-01T00:00:00Z", "EventSequence": 1}', now(), '')
            """);

        await SaysAsync("Views has stopped by itself before event 12.", "Acts has 1 dead letter.");

        (await _platform.Client.GetStringAsync("/health/ready")).ShouldStartWith("Degraded\n");
        (await _platform.Client.GetStringAsync("/health/ready")).ShouldNotContain("words that somebody wrote");
    }

    [Fact]
    public async Task Names_messages_that_could_not_be_handled_but_not_what_was_in_them()
    {
        await ExecuteAsync(
            """
            insert into messaging.dead_letters (id, queue, message_type, body, attempts, sent_at, failed_at, exception_type, exception_message, exception_detail)
            values (gen_random_uuid(), 'default', 't', '{}', 1, now(), now(), 'e', 'words that somebody wrote', 'd')
            """);

        await SaysAsync("There are messages among the dead letters.");
        (await _platform.Client.GetStringAsync("/health/ready")).ShouldNotContain("words that somebody wrote");
    }

    [Fact]
    public async Task Does_not_mind_a_projection_that_somebody_has_paused()
    {
        var daemon = _platform.Services.GetRequiredService<IProjectionDaemon>();
        await daemon.PauseAsync("Views", "the words are counted", "Ada");
        await Eventually.TrueAsync(() => Task.FromResult(daemon.Status.Shards.Single(shard => shard.Name == "Views").State == ShardState.Paused));

        (await _platform.Client.GetStringAsync("/health/ready")).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Names_a_projection_that_is_more_than_a_minute_behind()
    {
        var consultation = await new Officer(_platform).OpenConsultationAsync(Officer.Today);
        await _platform.CatchUpAsync();
        await using var held = new NpgsqlConnection(_platform.ConnectionString);
        await held.OpenAsync();
        await using var transaction = await held.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select 1 from mt_event_progression where name = 'Acts:All' for update", held))
            await hold.ExecuteNonQueryAsync();

        await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "key-1");
        _clock.MoveTo(_clock.GetUtcNow().AddSeconds(100));

        await SaysAsync("Acts is 100 seconds and");
        await transaction.RollbackAsync();
        await SaysAsync("Healthy");
    }

    [Fact]
    public async Task Names_a_projection_that_fails()
    {
        var consultation = await new Officer(_platform).OpenConsultationAsync(Officer.Today);
        await _platform.CatchUpAsync();
        await ExecuteAsync("alter table mt_event_progression rename to mt_event_progression_away");
        await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, "key-1");

        await SaysAsync("Acts fails and is being retried.");
        await ExecuteAsync("alter table mt_event_progression_away rename to mt_event_progression");
    }

    private Task SaysAsync(params string[] sentences) => Eventually.TrueAsync(async () =>
    {
        var says = await _platform.Client.GetStringAsync("/health/ready");
        return sentences.All(sentence => says.Contains(sentence, StringComparison.Ordinal));
    });

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_platform.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
