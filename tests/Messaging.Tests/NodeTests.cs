using System.Diagnostics;
using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tests.Shared.Faults;

namespace Messaging.Tests;

/// <summary>What becomes of a node's messages when it is killed, cut off or stopped.</summary>
public sealed class NodeTests : MessagingTest
{
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_node_killed_at_any_step_between_it_and_its_database_leaves_its_message_to_another_once()
    {
        await using var relay = new Relay(ConnectionString);
        var sender = await StartHostAsync(options => { NodeProgram.Configure(options); options.RunWorker = false; });
        var next = Node.StartAsync(relay.ConnectionString);
        var isHandledFirst = false;
        var whileInHand = 0;
        for (var step = 1; !isHandledFirst; step++)
        {
            // Two, so that one is also killed where the commit of the first begins the second.
            string[] notes = [$"killed at step {step}, first", $"killed at step {step}, second"];
            foreach (var note in notes)
                await SendAsync(sender, new NodeProgram.Job(note));
            await using var node = await next;
            next = Node.StartAsync(relay.ConnectionString);
            relay.StrikeAt(step, Strike.Cut, node.KillAsync);
            await node.WorkAsync();
            await EventuallyAsync(async () => relay.HasStruck || await WaitingAsync() == 0, "the node is killed or has handled the messages");
            isHandledFirst = !relay.HasStruck;
            relay.StrikeAt(0, Strike.Pass);
            await node.KillAsync();
            whileInHand += (int)await ScalarAsync<long>("SELECT count(*) FROM messaging.envelopes WHERE owner_id IS NOT NULL");

            using (var survivor = BuildHost(NodeProgram.Configure))
            {
                await survivor.StartAsync();
                await NothingIsWaitingAsync();
                await EventuallyAsync(async () => await ScalarAsync<long>("SELECT count(*) FROM messaging.nodes") == 1, "the dead node is forgotten");
                await survivor.StopAsync();
            }

            (await EffectsAsync()).ShouldBe(notes);
            await ExecuteAsync("DELETE FROM effects");
        }

        await (await next).DisposeAsync();
        (await BuriedAsync()).ShouldBe(0);
        whileInHand.ShouldBeGreaterThan(2, "the kills must fall into the handling too");
    }

    [Fact]
    public async Task A_message_that_ends_its_process_every_time_is_counted_and_ends_among_the_dead_letters()
    {
        var sender = await StartHostAsync(options => { NodeProgram.Configure(options); options.RunWorker = false; });
        await SendAsync(sender, new NodeProgram.Poison());
        await SendAsync(sender, new NodeProgram.Job("innocent"));

        for (var deaths = 0; await BuriedAsync() == 0; deaths++)
        {
            deaths.ShouldBeLessThan(4);
            await using var node = await Node.StartAsync(ConnectionString);
            await node.WorkAsync();
            await EventuallyAsync(async () => node.HasEnded || await BuriedAsync() > 0, "the poison works or is taken away");
        }

        await StartHostAsync(NodeProgram.Configure);
        await NothingIsWaitingAsync();
        (await EffectsAsync()).ShouldBe(["innocent"]);
        (await ScalarAsync<string>("SELECT concat_ws('|', attempts, exception_type) FROM messaging.dead_letters")).ShouldBe($"3|{typeof(NodeLostException).FullName}");
    }

    internal sealed class AntidoteHandler(Probe probe)
    {
        public void Handle(NodeProgram.Poison _) => probe.Say("handled");
    }

    [Fact]
    public async Task A_killed_nodes_messages_are_taken_over_within_ten_seconds()
    {
        var sender = await StartHostAsync(options => { NodeProgram.Configure(options); options.RunWorker = false; });
        await SendAsync(sender, new NodeProgram.Poison());
        await using var node = await Node.StartAsync(ConnectionString);
        await node.WorkAsync();
        await EventuallyAsync(() => Task.FromResult(node.HasEnded), "the message has ended its process");
        var dead = Stopwatch.StartNew();

        // As the options are, and knowing nothing of the other but what it left in the database.
        var probe = new Probe();
        await StartHostAsync(options => options.Handlers.Add<AntidoteHandler>(), services => services.AddSingleton(probe));

        (await probe.NextAsync()).ShouldBe("handled");
        dead.Elapsed.ShouldBeLessThan(TakeOver);
    }

    public sealed record Errand(string Note);

    /// <summary>What a handler locks and waits for.</summary>
    internal sealed class Stage
    {
        public TaskCompletionSource IsOn { get; } = new();

        public TaskCompletionSource MayEnd { get; } = new();
    }

    internal sealed class ErrandHandler(Stage? stage = null)
    {
        public async Task Handle(Errand errand, MessageContext context)
        {
            // Two of these cannot be open at once: who takes over has to get past what the other has locked.
            await using (var update = new NpgsqlCommand("UPDATE counters SET value = value + 1", context.Connection))
                await update.ExecuteNonQueryAsync();
            await context.WriteAsync(errand.Note);
            stage?.IsOn.TrySetResult();
            if (stage is not null)
                await stage.MayEnd.Task;
        }
    }

    [Fact]
    public async Task A_node_that_is_cut_off_but_lives_loses_its_messages_within_ten_seconds_and_its_work_counts_for_nothing()
    {
        await ExecuteAsync("CREATE TABLE counters (value int); INSERT INTO counters VALUES (0)");
        await using var relay = new Relay(ConnectionString);
        var stage = new Stage();
        var cutOff = await StartHostAsync(
            options => { options.Handlers.Add<ErrandHandler>(); options.Connection(relay.ConnectionString); options.NodeName = "cut off"; },
            services => services.AddSingleton(stage));
        await SendAsync(cutOff, new Errand("once"));
        await stage.IsOn.Task.WaitAsync(Patience);

        relay.FallSilent();
        var silent = Stopwatch.StartNew();
        await StartHostAsync(options => options.Handlers.Add<ErrandHandler>(), services => services.AddSingleton(Finished()));
        await NothingIsWaitingAsync();
        silent.Elapsed.ShouldBeLessThan(TakeOver);

        // It comes back, and ends what it believes it has in hand.
        stage.MayEnd.SetResult();
        relay.Resume();
        await SendAsync(cutOff, new Errand("after its return"));
        await EventuallyAsync(async () => (await EffectsAsync()).Length >= 2, "it works again");
        await NothingIsWaitingAsync();
        (await EffectsAsync()).ShouldBe(["after its return", "once"]);
        (await ScalarAsync<int>("SELECT value FROM counters")).ShouldBe(2);
        (await BuriedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_what_in_hand_is_seen_and_a_stopped_node_gives_back_at_once_what_it_had_not_begun()
    {
        await ExecuteAsync("CREATE TABLE counters (value int); INSERT INTO counters VALUES (0)");
        var stage = new Stage();
        var sender = await StartHostAsync(options => { options.Handlers.Add<ErrandHandler>(); options.RunWorker = false; }, services => services.AddSingleton(stage));
        await SendAsync(sender, new Errand("begun"));
        await SendAsync(sender, new Errand("not begun"));
        using var host = BuildHost(options => { options.Handlers.Add<ErrandHandler>(); options.NodeName = "this one"; }, services => services.AddSingleton(stage));
        await host.StartAsync();
        await stage.IsOn.Task.WaitAsync(Patience);
        var queues = host.Services.GetRequiredService<MessageQueues>();

        (await queues.ListAsync()).Select(one => one.Owner).ShouldBe(["this one", "this one"]);
        (await queues.ListNodesAsync()).Single().ShouldSatisfyAllConditions(node => node.Name.ShouldBe("this one"), node => node.InHand.ShouldBe(2));
        (await queues.ListQueuesAsync()).Single().InHand.ShouldBe(2);

        var stopping = host.StopAsync();
        stage.MayEnd.SetResult();
        await stopping;

        (await EffectsAsync()).ShouldBe(["begun"]);
        (await ScalarAsync<string>("SELECT concat_ws('|', body->>'Note', owner_id, attempts, interruptions) FROM messaging.envelopes")).ShouldBe("not begun|0|0");
        (await queues.ListNodesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_whose_answer_is_lost_is_found_again()
    {
        var host = await StartHostAsync(options => { options.Handlers.Add<NodeProgram.WorkHandler>(); options.NodeName = "forgetful"; });
        await SendAsync(host, new NodeProgram.Job("before"));
        await NothingIsWaitingAsync();

        // As if this node had claimed it and never heard so.
        await ExecuteAsync("""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at, owner_id)
            SELECT gen_random_uuid(), 'default', 'Messaging.Tests.NodeProgram+Job', '{"Note":"forgotten"}', now(), now(), id FROM messaging.nodes WHERE name = 'forgetful'
            """);
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["before", "forgotten"]);
    }

    [Fact]
    public async Task What_is_owned_by_nobody_the_nodes_know_is_taken_over()
    {
        await ExecuteAsync("""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at, owner_id)
            VALUES (gen_random_uuid(), 'default', 'Messaging.Tests.NodeProgram+Job', '{"Note":"orphan"}', now(), now(), gen_random_uuid())
            """);
        await StartHostAsync(NodeProgram.Configure);
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["orphan"]);
    }

    [Fact]
    public async Task A_node_that_was_given_up_claims_nothing_before_it_has_said_that_it_is_there_again()
    {
        var sender = await StartHostAsync(options => { NodeProgram.Configure(options); options.RunWorker = false; });
        await SendAsync(sender, new NodeProgram.Job("any"));
        var statements = new EnvelopeStatements("messaging", new FailureText(null));
        var node = Guid.NewGuid();

        (await ClaimedAsync()).ShouldBe(0UL);
        await ExecuteAsync($"INSERT INTO messaging.nodes (id, name) VALUES ('{node}', 'back again')");
        (await ClaimedAsync()).ShouldBe(1UL);

        async Task<ulong> ClaimedAsync()
        {
            await using var batch = Database.CreateBatch();
            foreach (var command in statements.Claim("default", null, 10, node, withSuspect: true))
                batch.BatchCommands.Add(command);
            await batch.ExecuteNonQueryAsync();
            return batch.BatchCommands[1].Rows;
        }
    }

    [Fact]
    public async Task A_node_that_was_given_up_takes_what_came_meanwhile_as_soon_as_it_is_back()
    {
        var host = await StartHostAsync(options =>
        {
            options.Handlers.Add<NodeProgram.WorkHandler>();
            options.PollingInterval = TimeSpan.FromHours(1);
        });
        await SendAsync(host, new NodeProgram.Job("before"));
        await NothingIsWaitingAsync();

        await ExecuteAsync("DELETE FROM messaging.nodes");
        await SendAsync(host, new NodeProgram.Job("meanwhile"));
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["before", "meanwhile"]);
    }

    internal sealed class HeirHandler
    {
        public static Task Handle(NodeProgram.Job job, MessageContext context) => context.WriteAsync(job.Note);

        public static Task Handle(NodeProgram.Poison _, MessageContext context) => context.WriteAsync("what the other died of");
    }

    [Fact]
    public async Task The_order_of_a_key_outlives_the_node_that_had_its_first_in_hand()
    {
        await ExecuteAsync("ALTER TABLE effects ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY");
        var sender = await StartHostAsync(options => { NodeProgram.Configure(options); options.RunWorker = false; });
        var ofAnn = new DeliveryOptions { PartitionKey = "ann" };
        await SendAsync(sender, new NodeProgram.Job("first"), ofAnn);
        await SendAsync(sender, new NodeProgram.Poison(), ofAnn);
        await SendAsync(sender, new NodeProgram.Job("third"), ofAnn);
        await SendAsync(sender, new NodeProgram.Job("fourth"), ofAnn);
        await using var node = await Node.StartAsync(ConnectionString);
        await node.WorkAsync();
        await EventuallyAsync(() => Task.FromResult(node.HasEnded), "the second message has ended its process");

        // While the second is still the dead node's, the others are free.
        await StartHostAsync(options => { options.Handlers.Add<HeirHandler>(); options.NodeTimeout = NodeProgram.Timeout; });
        await NothingIsWaitingAsync();

        (await ScalarAsync<string[]>("SELECT array_agg(note ORDER BY number) FROM effects")).ShouldBe(["first", "what the other died of", "third", "fourth"]);
    }

    [Fact]
    public async Task A_sender_killed_at_any_step_has_sent_with_its_unit_of_work_or_not_at_all()
    {
        await using var relay = new Relay(ConnectionString);
        var sentWhenKilled = new List<long>();
        var next = Node.StartAsync(relay.ConnectionString, NodeProgram.Sends);
        for (var isToldOfTheCommit = false; !isToldOfTheCommit;)
        {
            await using var node = await next;
            next = Node.StartAsync(relay.ConnectionString, NodeProgram.Sends);
            relay.StrikeAt(sentWhenKilled.Count + 1, Strike.Cut, node.KillAsync);
            await node.WorkAsync();
            isToldOfTheCommit = await node.HearAsync() == NodeProgram.Sent;
            relay.StrikeAt(0, Strike.Pass);
            await node.KillAsync();

            (await ScalarAsync<string>("SELECT concat_ws(' ', (SELECT count(*) FROM effects), (SELECT count(*) FROM messaging.envelopes))")).ShouldBeOneOf("0 0", "1 1");
            var sent = await WaitingAsync();
            if (isToldOfTheCommit)
                sent.ShouldBe(1);
            else
                sentWhenKilled.Add(sent);
            await ExecuteAsync("DELETE FROM effects; DELETE FROM messaging.envelopes");
        }

        await (await next).DisposeAsync();
        sentWhenKilled.ShouldBe([.. sentWhenKilled.Order()], "the commit is one step");
        sentWhenKilled.ShouldContain(0);
        sentWhenKilled.ShouldContain(1, "it must be killed between the commit and its answer too");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Nodes_whose_clocks_are_an_hour_apart_lose_nothing_double_nothing_and_keep_the_order_of_a_key(int hours)
    {
        const int Count = 60;
        void Options(MessagingOptions options)
        {
            NodeProgram.Configure(options);
            options.UseDatabaseClock = true;
        }

        var right = await StartHostAsync(Options);
        var wrong = await StartHostAsync(Options, services => services.AddSingleton<TimeProvider>(new SettableClock(DateTimeOffset.UtcNow.AddHours(hours))));
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) = 2 FROM messaging.nodes"), "both nodes have given a sign of life");
        await ExecuteAsync("ALTER TABLE effects ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY");
        for (var i = 0; i < Count; i++)
            await SendAsync(i % 2 == 0 ? right : wrong, new NodeProgram.Job($"{i:00}"), new DeliveryOptions { PartitionKey = "one" });

        await NothingIsWaitingAsync();

        (await ScalarAsync<string[]>("SELECT array_agg(note ORDER BY number) FROM effects")).ShouldBe(Enumerable.Range(0, Count).Select(i => $"{i:00}").ToArray());
        (await BuriedAsync()).ShouldBe(0);
        (await ScalarAsync<long>("SELECT count(*) FROM messaging.nodes")).ShouldBe(2, "neither takes the other for dead");
    }

    private static Stage Finished()
    {
        var stage = new Stage();
        stage.MayEnd.SetResult();
        return stage;
    }
}
