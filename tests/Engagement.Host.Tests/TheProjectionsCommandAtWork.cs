using EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Engagement.Host.Tests;

/// <summary>Each leaves the projections running as it found them, and proves it.</summary>
public sealed class TheProjectionsCommandAtWork(CommandSpec.Given given) : CommandSpec(given)
{
    [Fact]
    public async Task Pauses_one_in_the_running_platform_and_lets_it_go_on()
    {
        (await RunAsync("projections pause Acts --by Ada --reason", "the numbers are checked")).ExitCode.ShouldBe(0);
        await Eventually.TrueAsync(() => Task.FromResult(StateOf("Acts") == ShardState.Paused));
        TheProjectionsCommand.LineOf((await RunAsync("projections list")).Output, "Acts").ShouldContain("the numbers are checked (by Ada,");

        var again = await RunAsync("projections pause Acts --reason me-too");
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("paused already: the numbers are checked (by Ada,");

        (await RunAsync("projections resume Acts")).ExitCode.ShouldBe(0);
        await Eventually.TrueAsync(() => Task.FromResult(StateOf("Acts") == ShardState.Running));
    }

    [Fact]
    public async Task Rebuilds_what_was_lost()
    {
        await Submissions.SendAsync(Running.GraphQL(), Consultation.WaveId, "key-1");
        await Running.CatchUpAsync();
        await ExecuteAsync("delete from mt_doc_consultationpage; delete from engagement.acts");

        var (exitCode, output, error) = await RunAsync("projections rebuild --all");

        exitCode.ShouldBe(0, error);
        output.ShouldContain("Rebuilt ConsultationPage in");
        output.ShouldContain("Rebuilt Acts in");
        (await ScalarAsync<long>("select count(*) from mt_doc_consultationpage")).ShouldBe(1);
        (await ScalarAsync<long>("select count(*) from engagement.acts")).ShouldBe(1);
    }

    [Fact]
    public async Task Says_when_it_is_stopped_that_the_same_command_goes_on()
    {
        await using var held = new NpgsqlConnection(Running.ConnectionString);
        await held.OpenAsync();
        await using var transaction = await held.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select 1 from mt_event_progression where name = 'WaveHistory:All' for update", held))
            await hold.ExecuteNonQueryAsync();
        using var rebuild = TheProgram.Start(Running, "projections rebuild WaveHistory");
        await Eventually.TrueAsync(() => ScalarAsync<bool>("select exists (select 1 from mt_event_progression where name like 'WaveHistory:Rebuild:%')"));
        TheProjectionsCommand.LineOf((await RunAsync("projections list")).Output, "WaveHistory").ShouldContain("is being rebuilt");

        await TheProgram.StopAsync(rebuild);

        rebuild.ExitCode.ShouldBe(1);
        (await rebuild.StandardError.ReadToEndAsync()).ShouldContain("Stopped. WaveHistory is read as it was");
        await transaction.RollbackAsync();
        (await RunAsync("projections rebuild WaveHistory")).ExitCode.ShouldBe(0);
    }

    private ShardState StateOf(string name) => Running.Services.GetRequiredService<IProjectionDaemon>().Status.Shards.Single(shard => shard.Name == name).State;
}
