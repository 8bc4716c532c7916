using System.Text.Json;
using EventStore;

namespace Engagement.Host.Tests;

public sealed class TheSealsCommand(CommandSpec.Given given) : CommandSpec(given), IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        // The platform seals about once a minute; a node that is less patient does the same.
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(Running.ConnectionString);
            options.Events.AddSeals(everyEvents: 4, every: TimeSpan.FromMilliseconds(50));
        });
        await using var node = store.BuildDaemon();
        await node.StartAsync();
        var last = await ScalarAsync<long>("select max(seq_id) from mt_events");
        await Eventually.TrueAsync(async () => (await store.Seals.LatestAsync())?.LastSequence == last);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Lists_the_newest()
    {
        var (exitCode, output, _) = await RunAsync("seals list --limit 2");

        exitCode.ShouldBe(0);
        output.TrimEnd().Split('\n').Length.ShouldBe(3);
        output.ShouldContain(await ScalarAsync<string>("select encode(hash, 'hex') from mt_seals order by number desc limit 1"));
    }

    [Fact]
    public async Task Proves_that_an_event_is_under_a_seal()
    {
        var file = Path.GetTempFileName();

        var (exitCode, output, error) = await RunAsync("seals prove 3 --out", file);

        exitCode.ShouldBe(0, error);
        var proof = JsonSerializer.Deserialize<InclusionProof>(await File.ReadAllTextAsync(file), JsonSerializerOptions.Web)!;
        File.Delete(file);
        output.ShouldContain(proof.Seal.Hash);
        InclusionProof.Verify(proof, await ScalarAsync<string>("select encode(hash, 'hex') from mt_seals where number = 1")).ShouldBeTrue();
    }

    [Fact]
    public async Task Says_why_there_is_no_proof()
    {
        var (exitCode, _, error) = await RunAsync("seals prove 5000000");

        exitCode.ShouldBe(1);
        error.ShouldContain("Position 5,000,000 is not sealed yet");
    }

    [Fact]
    public async Task Verifies_the_log_and_names_what_was_changed()
    {
        var intact = await RunAsync("seals verify");
        intact.ExitCode.ShouldBe(0, intact.Error);
        intact.Output.ShouldContain($"Intact: {await ScalarAsync<long>("select count(*) from mt_seals")} seals over");

        await ExecuteAsync("update mt_events set data = data || '{\"Forged\": true}' where seq_id = 6");
        var forged = await RunAsync("seals verify");
        forged.ExitCode.ShouldBe(1);
        forged.Output.ShouldContain("Event 6 is not as it was when seal 2 was made.");
        (await RunAsync("seals verify --from 9")).ExitCode.ShouldBe(0);

        await ExecuteAsync("update mt_events set data = data - 'Forged' where seq_id = 6");
        (await RunAsync("seals verify")).ExitCode.ShouldBe(0, "it is as it was");
    }
}
