using Tests.Shared;

namespace EventStore.Tests;

/// <summary>An exception may quote an event, and the event a person. Only of those that are named the words are kept.</summary>
public sealed class What_is_kept_of_a_failure : DaemonSpec
{
    private const string Words = "My son Jamie is not safe";

    private readonly Overheard _overheard = new();
    private readonly Ledger _ledger = new("ledger") { Before = _ => throw new FormatException($"no door: {Words}", new InvalidOperationException(Words)) };
    private readonly Ledger _stubborn = new("stubborn") { Before = _ => throw new FormatException(Words) };

    [Fact]
    public async Task none_of_its_words_are_in_the_table_the_log_the_status_or_a_refusal()
    {
        var last = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("ledger", last, Cancellation);
        await UntilAsync(() => Shard("stubborn").State == ShardState.Paused);

        var letter = (await Store.DeadLetters.ListAsync("ledger")).Single();
        letter.ExceptionType.ShouldBe(nameof(FormatException));
        letter.ExceptionMessage.ShouldBe(FailureText.NotKept);
        Shard("stubborn").Pause!.Reason.ShouldBe($"Event {last} failed: FormatException: {FailureText.NotKept}");
        (await ScalarAsync<string>("select concat(array_agg(d), array_agg(p)) from mt_doc_deadletterevent d, mt_projection_pauses p")).ShouldNotContain("Jamie");

        var replay = await Should.ThrowAsync<DeadLetterReplayException>(Store.DeadLetters.ReplayAsync(letter.Id));
        replay.Message.ShouldNotContain("Jamie");
        replay.InnerException.ShouldBeOfType<FormatException>();

        _overheard.Said.ShouldContain(line => line.Contains(" ---> System.InvalidOperationException", StringComparison.Ordinal) && line.Contains(nameof(Ledger), StringComparison.Ordinal));
        _overheard.Said.ShouldAllBe(line => !line.Contains("Jamie", StringComparison.Ordinal));
    }

    [Fact]
    public async Task of_those_that_are_named_the_words_are_kept()
    {
        _ledger.Before = _ => throw new OursException("There is no such door.");
        var last = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await Daemon.StartAsync();

        await Daemon.WaitForAsync("ledger", last, Cancellation);

        (await Store.DeadLetters.ListAsync("ledger")).Single().ExceptionMessage.ShouldBe("There is no such door.");
    }

    [Fact]
    public async Task what_does_not_fit_its_type_is_said_by_its_place()
    {
        await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await ExecuteAsync($$"""update mt_events set data = '{"People": "{{Words}}"}'""");
        await using var session = Store.QuerySession();

        var wrong = await Should.ThrowAsync<EventDeserializationException>(async () =>
        {
            await foreach (var _ in session.Events.ReadAllAsync(cancellationToken: Cancellation))
            {
            }
        });

        wrong.Message.ShouldContain("JsonException at $.People");
    }

    [Fact]
    public async Task what_was_kept_before_loses_its_words_once()
    {
        // As a store leaves it that keeps everybody's words.
        await using var before = NewStore(options => options.KeepsMessageOf = null);
        await ExecuteAsync("comment on table mt_doc_deadletterevent is null");
        await before.Schema.ApplyAsync();
        await KeepAsync(Guid.NewGuid());
        await ExecuteAsync($"insert into mt_projection_pauses values ('stubborn', 'Event 7 failed: {Words}', 'daemon', now(), 7), ('ledger', 'Asked for', 'anna', now(), null)");
        await before.Schema.ApplyAsync();
        (await Store.DeadLetters.ListAsync()).Single().ExceptionMessage.ShouldBe(Words);

        await Store.Schema.ApplyAsync();
        (await Store.DeadLetters.ListAsync()).Single().ExceptionMessage.ShouldBe(FailureText.NotKept);
        (await ScalarAsync<string>("select string_agg(reason, ' | ' order by name) from mt_projection_pauses")).ShouldBe($"Asked for | Event 7 failed. {FailureText.NotKept}");

        // What is kept since then is as it is to be.
        await ExecuteAsync("""update mt_doc_deadletterevent set data = jsonb_set(data, '{ExceptionMessage}', '"There is no such door."')""");
        await Store.Schema.ApplyAsync();
        (await Store.DeadLetters.ListAsync()).Single().ExceptionMessage.ShouldBe("There is no such door.");
    }

    protected override void Configure(StoreOptions options)
    {
        options.KeepsMessageOf = failure => failure is OursException;
        options.Logger = _overheard;
        options.Projections.Errors.FirstDelay = TimeSpan.FromMilliseconds(1);
        options.Projections.Add((IProjection)_ledger, ProjectionLifecycle.Async);
        options.Projections.Subscribe(_stubborn, one => one.Errors = new ErrorHandlingOptions { Retries = 0, SkipApplyErrors = false });
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _overheard.Dispose();
    }

    private ShardStatus Shard(string name) => Daemon.Status.Shards.Single(shard => shard.Name == name);

    private Task KeepAsync(Guid id) => ExecuteAsync(
        $$"""
        insert into mt_doc_deadletterevent (id, data, mt_dotnet_type) values ('{{id}}', jsonb_build_object(
            'Id', '{{id}}', 'ProjectionName', 'ledger', 'ShardName', 'All', 'Timestamp', now(), 'ExceptionType', 'FormatException',
            'ExceptionMessage', '{{Words}}', 'EventSequence', 1, 'TenantId', '*DEFAULT*'), 'JasperFx.Events.Daemon.DeadLetterEvent')
        """);

    private sealed class OursException(string message) : Exception(message);
}
