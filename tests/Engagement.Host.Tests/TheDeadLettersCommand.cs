namespace Engagement.Host.Tests;

public sealed class TheDeadLettersCommand(CommandSpec.Given given) : CommandSpec(given), IAsyncLifetime
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    /// <summary>Each test begins with these two, whatever became of them in another.</summary>
    public async Task InitializeAsync()
    {
        await ExecuteAsync("delete from mt_doc_deadletterevent");
        var opened = await ScalarAsync<long>("select seq_id from mt_events where type = 'consultation_opened'");
        await KeepAsync(First, opened);
        await KeepAsync(Second, opened + 1_000_000);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Lists_them_with_why()
    {
        var (exitCode, output, _) = await RunAsync("dead-letters list --projection Acts");

        exitCode.ShouldBe(0);
        output.ShouldContain($"{First}  Acts");
        output.ShouldContain("FormatException: no such number");
        (await RunAsync("dead-letters list --projection Views")).Output.ShouldContain("There are no dead letters of Views.");
    }

    [Fact]
    public async Task Shows_no_words_of_others_that_an_earlier_release_kept()
    {
        await ExecuteAsync(
            """
            update mt_doc_deadletterevent set data = jsonb_set(data, '{ExceptionMessage}', '"no such number: My son Jamie"');
            comment on table mt_doc_deadletterevent is null;
            comment on table mt_event_progression is null;
            """);

        await RunAsync("schema apply");

        var (_, output, _) = await RunAsync("dead-letters list");
        output.ShouldContain($"{First}  Acts");
        output.ShouldNotContain("Jamie");
    }

    [Fact]
    public async Task Replays_one_and_forgets_it()
    {
        var (exitCode, output, error) = await RunAsync($"dead-letters replay {First}");

        exitCode.ShouldBe(0, error);
        output.ShouldContain("Replayed 1 event.");
        (await RunAsync("dead-letters list")).Output.ShouldNotContain($"{First}");
        (await RunAsync($"dead-letters replay {First}")).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("dead-letters replay --all")]
    [InlineData("dead-letters replay --projection Acts")]
    public async Task Says_which_of_all_failed_again(string line)
    {
        var (exitCode, output, error) = await RunAsync(line);

        exitCode.ShouldBe(1);
        output.ShouldContain("Replayed 1 event; 1 failed again.");
        error.ShouldNotBeEmpty();
        (await RunAsync("dead-letters list")).Output.ShouldContain($"{Second}");
    }

    [Fact]
    public async Task Discards_one()
    {
        (await RunAsync($"dead-letters discard {Second}")).ExitCode.ShouldBe(0);

        (await ScalarAsync<long>("select count(*) from mt_doc_deadletterevent")).ShouldBe(1);
        (await RunAsync($"dead-letters discard {Second}")).Error.ShouldContain("There is no dead letter");
    }

    [Theory]
    [InlineData("dead-letters replay", "Say which")]
    [InlineData("dead-letters replay --all --projection Views", "Say which")]
    [InlineData("dead-letters list --projection View", "Did you mean Views?")]
    public async Task Says_what_there_is_when_it_is_misused(string line, string says)
    {
        var (exitCode, _, error) = await RunAsync(line);

        exitCode.ShouldBe(2);
        error.ShouldContain(says);
    }

    private Task KeepAsync(Guid id, long sequence) => ExecuteAsync(
        $$"""
        insert into mt_doc_deadletterevent (id, data, mt_last_modified, mt_dotnet_type) values ('{{id}}', jsonb_build_object(
            'Id', '{{id}}', 'ProjectionName', 'Acts', 'ShardName', 'All', 'Timestamp', now(), 'ExceptionType', 'FormatException',
            'ExceptionMessage', 'no such number', 'EventSequence', {{sequence}}, 'TenantId', '*DEFAULT*'), now(), 'JasperFx.Events.Daemon.DeadLetterEvent')
        """);
}
