using System.Text.Json.Nodes;
using EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Engagement.Host.Tests;

public sealed class TheProjectionsCommand : CommandSpec
{
    [Fact]
    public async Task Lists_each_with_its_state_on_whichever_node_it_runs()
    {
        var (exitCode, output, _) = await RunAsync("projections list");

        exitCode.ShouldBe(0);
        LineOf(output, "ConsultationPage").ShouldContain("inline");
        LineOf(output, "Acts").ShouldContain("running");
        LineOf(output, "PublishedEntries").ShouldContain("running");
    }

    [Fact]
    public async Task Lists_them_for_programs()
    {
        var last = await ScalarAsync<long>("select max(seq_id) from mt_events");

        var (_, output, _) = await RunAsync("projections list --json");

        var metrics = JsonNode.Parse(output)!.AsArray().Single(one => one!["name"]!.GetValue<string>() == "Acts")!;
        metrics["state"]!.GetValue<string>().ShouldBe("Running");
        metrics["lifecycle"]!.GetValue<string>().ShouldBe("Async");
        metrics["highWaterMark"]!.GetValue<long>().ShouldBe(last);
        metrics["deadLetters"]!.GetValue<long>().ShouldBe(0);
        metrics["canRebuild"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Pauses_one_in_the_running_platform_and_lets_it_go_on()
    {
        (await RunAsync("projections pause Acts --by Ada --reason", "the numbers are checked")).ExitCode.ShouldBe(0);
        await Eventually.TrueAsync(() => Task.FromResult(StateOf("Acts") == ShardState.Paused));
        LineOf((await RunAsync("projections list")).Output, "Acts").ShouldContain("the numbers are checked (by Ada,");

        var again = await RunAsync("projections pause Acts --reason me-too");
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("paused already: the numbers are checked (by Ada,");

        (await RunAsync("projections resume Acts")).ExitCode.ShouldBe(0);
        await Eventually.TrueAsync(() => Task.FromResult(StateOf("Acts") == ShardState.Running));
    }

    [Theory]
    [InlineData("projections resume act", "Did you mean Acts? There are: ConsultationPage,")]
    [InlineData("projections pause Receipt --reason x", "Receipt is inline")]
    [InlineData("projections rebuild PublishedEntries", "keeps nothing that could be made anew")]
    [InlineData("projections rebuild", "Name one projection, or say --all.")]
    [InlineData("projections rebuild Receipt --all", "Name one projection, or say --all.")]
    public async Task Says_what_there_is_when_it_is_misused(string line, string says)
    {
        var (exitCode, _, error) = await RunAsync(line);

        exitCode.ShouldBe(2);
        error.ShouldContain(says);
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
        LineOf((await RunAsync("projections list")).Output, "WaveHistory").ShouldContain("is being rebuilt");

        await TheProgram.StopAsync(rebuild);

        rebuild.ExitCode.ShouldBe(1);
        (await rebuild.StandardError.ReadToEndAsync()).ShouldContain("Stopped. WaveHistory is read as it was");
        await transaction.RollbackAsync();
        (await RunAsync("projections rebuild WaveHistory")).ExitCode.ShouldBe(0);
    }

    private ShardState StateOf(string name) => Running.Services.GetRequiredService<IProjectionDaemon>().Status.Shards.Single(shard => shard.Name == name).State;

    private static string LineOf(string table, string name) => table.Split('\n').Single(line => line.StartsWith($"{name} ", StringComparison.Ordinal));
}
