using System.Collections.Concurrent;
using Engagement.Notifications;
using Engagement.SignIn;
using Engagement.Tests.Integration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Engagement.Tests.Notifications;

/// <summary>A few hundred messages of one publication, by processes that die and a mail server and a database that fail: none is lost, and none is another message to the same person.</summary>
public sealed class WhateverHappensToMessages : PlatformTest
{
    private const int People = 300;

    /// <summary>What the test itself asks by, which is not cut.</summary>
    private const string Elsewhere = "the test";

    private readonly HandClock _clock = new(Story.NoonDaysAgo(0));
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _sent = new();
    private readonly Random _random = new(20270517);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_is_sent_and_what_comes_twice_can_be_told_by_its_id(int seed)
    {
        var random = new Random(seed);
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(new FailingPost(_sent, random)).AddSingleton<ISiteAddress, TestSite>());
        await FillAsync();
        await using var elsewhere = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = Elsewhere });
        using var ends = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        var cutting = CutAsync(elsewhere, ends.Token);
        while (await WaitingAsync(elsewhere) > 0)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ProcessAsync(ends.Token)));
            // What was not taken waits for its next try, and what was held by whoever was cut off for the end of that.
            _clock.Pass(TimeSpan.FromMinutes(30));
            await EndHoldsAsync(elsewhere);
        }

        await ends.CancelAsync();
        await cutting;

        _sent.Count.ShouldBe(People, "none is lost");
        _sent.Values.ShouldAllBe(ids => ids.Distinct().Count() == 1, "what is sent again has the same id");
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications where state = 'Sent'")).ShouldBe(People);
        // Only where the server has it and does not say so.
        _sent.Values.Sum(ids => ids.Count - 1).ShouldBeLessThan(People / 10);
    }

    [Fact]
    public async Task Of_a_process_that_dies_with_several_half_sent_none_is_lost_and_none_that_is_known_to_be_sent_goes_again()
    {
        var first = new HangingPost(_sent, takes: 3);
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services.AddSingleton<IMailer>(first).AddSingleton<ISiteAddress, TestSite>());
        await FillAsync();
        var letters = await Platform.Get<NotificationDispatch>().TakeAsync(8);
        letters.Count.ShouldBe(8);

        // The mail server has answered for three of eight, and then there is no more of this process.
        var sending = letters.Select(letter => Platform.Get<NotificationDispatch>().SendAsync(letter)).ToList();
        while (sending.Count(one => one.IsCompleted) < 3)
            await Task.Delay(10);

        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications where state = 'Sent'")).ShouldBe(3);
        await using var second = await Integration.Platform.StartAsync(ConnectionString, runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(new FailingPost(_sent, random: null)).AddSingleton<ISiteAddress, TestSite>());
        var dispatch = second.Get<NotificationDispatch>();
        while (await dispatch.SendNextAsync() is not null)
        {
        }

        _sent.Count.ShouldBe(People - 5, "what another process may be sending is left alone for a while");
        await EndHoldsAsync(second.Get<NpgsqlDataSource>());
        while (await dispatch.SendNextAsync() is not null)
        {
        }

        _sent.Count.ShouldBe(People);
        _sent.Values.ShouldAllBe(ids => ids.Count == 1);
        first.Asked.ShouldBeSubsetOf(_sent.Values.Select(ids => ids.Single()), "what comes again has the same id");
        first.MayAnswer.SetResult();
        await Task.WhenAll(sending);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_holds_up_none_of_those_taken_with_it()
    {
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(new FailingPost(_sent, random: null)).AddSingleton<ISiteAddress, TestSite>());
        await FillAsync();
        await Platform.ScalarAsync<Guid>(
            """
            update engagement.notification_follows set sealed_address = 'not sealed' where recipient_id = (
                select recipient_id from engagement.notifications order by due_at, id limit 1)
            returning recipient_id
            """);
        var dispatch = Platform.Get<NotificationDispatch>();

        var outcomes = await Task.WhenAll((await dispatch.TakeAsync(8)).Select(dispatch.SendAsync));

        outcomes.Count(outcome => outcome.Result is DispatchResult.Sent).ShouldBe(7);
        outcomes.Count(outcome => outcome.Result is DispatchResult.Failed).ShouldBe(1);
        (await dispatch.TakeAsync(People)).Count.ShouldBe(People - 8, "it is tried again later");
    }

    [Fact]
    public async Task What_a_newer_process_queued_is_left_to_it()
    {
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(new FailingPost(_sent, random: null)).AddSingleton<ISiteAddress, TestSite>());
        await FillAsync();
        await Platform.ScalarAsync<Guid>("update engagement.notifications set kind = 'OfTheFuture' where id = (select id from engagement.notifications order by due_at, id limit 1) returning id");

        var outcomes = await Task.WhenAll((await Platform.Get<NotificationDispatch>().TakeAsync(8)).Select(Platform.Get<NotificationDispatch>().SendAsync));

        outcomes.Length.ShouldBe(8);
        outcomes.ShouldAllBe(outcome => outcome.Result == DispatchResult.Sent);
        (await Platform.ScalarAsync<string>("select state || attempts from engagement.notifications where kind = 'OfTheFuture'")).ShouldBe("Waiting0");
    }

    [Fact]
    public async Task Whoever_waits_for_a_mail_server_keeps_nobody_from_queueing_more_or_from_stopping_their_messages()
    {
        var post = new HangingPost(_sent, takes: 0);
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services.AddSingleton<IMailer>(post).AddSingleton<ISiteAddress, TestSite>());
        await FillAsync();
        var dispatch = Platform.Get<NotificationDispatch>();
        var sending = (await dispatch.TakeAsync(4)).Select(dispatch.SendAsync).ToList();
        var recipient = await Platform.ScalarAsync<Guid>("select id from engagement.notification_recipients where held_until is not null limit 1");

        await Platform.Get<NotificationCommands>()
            .StopAsync(new StopNotifications(Platform.Get<NotificationTokens>().OfRecipient(await Platform.MailboxAsync(recipient))), account: null, Story.Parent, default)
            .WaitAsync(TimeSpan.FromSeconds(20));
        await Platform.ScalarAsync<Guid>(
            $"""
            insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
            select gen_random_uuid(), id, id, 'EntryPublished', id, id, now(), now() from engagement.notification_recipients where id = '{recipient}' returning id
            """).WaitAsync(TimeSpan.FromSeconds(20));

        post.MayAnswer.SetResult();
        await Task.WhenAll(sending);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications where state = 'Sent'")).ShouldBe(4, "what was sent is known to be sent");
    }

    [Fact]
    public async Task Two_processes_keep_one_pace_together()
    {
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(new FailingPost(_sent, random: null)).AddSingleton<ISiteAddress, TestSite>());
        await FillAsync();
        await using var second = await Integration.Platform.StartAsync(ConnectionString, runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(new FailingPost(_sent, random: null)).AddSingleton<ISiteAddress, TestSite>());
        const double PerSecond = 40;
        const int InTurn = 4;
        var seconds = TimeSpan.FromSeconds(3);
        using var ends = new CancellationTokenSource(seconds);

        await Task.WhenAll(new[] { Platform, second }.SelectMany(process => Enumerable.Range(0, 2).Select(_ => SendAsync(process, ends.Token))));

        // Never more than what a fifth of a second may make up for, and the turn of each; how far below, is for the machine that the tests run on.
        ((double)_sent.Count).ShouldBeInRange(PerSecond * seconds.TotalSeconds / 4, (PerSecond * (seconds.TotalSeconds + 0.2)) + (4 * InTurn));

        async Task SendAsync(Platform process, CancellationToken cancellationToken)
        {
            var dispatch = process.Get<NotificationDispatch>();
            while (!cancellationToken.IsCancellationRequested && await dispatch.TakeTurnsAsync(InTurn, PerSecond, CancellationToken.None) is { } turn)
            {
                await Task.Delay(turn, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!cancellationToken.IsCancellationRequested)
                    await Task.WhenAll((await dispatch.TakeAsync(InTurn)).Select(dispatch.SendAsync));
            }
        }
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(50, 5)]
    [InlineData(1_000_000, 16)]
    public void As_many_are_taken_at_a_time_as_go_out_in_a_tenth_of_a_second(double perSecond, int letters) =>
        NotificationSender.MostInTurn(new NotificationOptions { MostPerSecond = perSecond }).ShouldBe(letters);

    [Fact]
    public async Task A_turn_that_was_not_used_is_somebody_elses()
    {
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(new FailingPost(_sent, random: null)).AddSingleton<ISiteAddress, TestSite>());
        await FillAsync();
        var dispatch = Platform.Get<NotificationDispatch>();
        await dispatch.TakeTurnsAsync(100, 1, default);

        await dispatch.GiveBackTurnsAsync(90, 1);

        (await dispatch.TakeTurnsAsync(1, 1, default)).ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_stop_waits_for_the_message_that_the_mail_server_is_taking()
    {
        var post = new SlowPost();
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services.AddSingleton<IMailer>(post).AddSingleton<ISiteAddress, TestSite>());
        await FillAsync();
        Platform.Get<NotificationOptions>().AtATime = 1;
        var sender = Platform.Get<NotificationSender>();

        await sender.StartAsync(default);
        await post.IsTaking.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var stopping = sender.StopAsync(default);
        post.MayAnswer.SetResult();
        await stopping;

        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications where state = 'Sent'")).ShouldBe(1);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications where attempts > 0 and state <> 'Sent'")).ShouldBe(0);
    }

    [Fact]
    public async Task No_turn_is_taken_where_nothing_waits()
    {
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(new FailingPost(_sent, random: null)).AddSingleton<ISiteAddress, TestSite>());

        (await Platform.Get<NotificationDispatch>().TakeTurnsAsync(1, 1, default)).ShouldBeNull();
        (await Platform.ScalarAsync<bool>("select next_at = '-infinity' from engagement.notification_pace")).ShouldBeTrue();
    }

    /// <summary>Sends until nothing is due that nobody holds, through whatever happens to its connections.</summary>
    private async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var dispatch = Platform.Get<NotificationDispatch>();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var letters = await dispatch.TakeAsync(8);
                if (letters.Count == 0)
                    return;
                await Task.WhenAll(letters.Select(dispatch.SendAsync));
            }
            catch (NpgsqlException)
            {
                // It goes on with what is left.
            }
        }
    }

    private static async Task<long> WaitingAsync(NpgsqlDataSource dataSource)
    {
        await using var count = dataSource.CreateCommand("select count(*) from engagement.notifications where state = 'Waiting'");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>The while is over for which those who are gone held what they were about to send.</summary>
    private static async Task EndHoldsAsync(NpgsqlDataSource dataSource)
    {
        await using var end = dataSource.CreateCommand("update engagement.notification_recipients set held_until = now() where held_until > now()");
        await end.ExecuteNonQueryAsync();
    }

    /// <summary>Cuts a connection of the platform now and then, wherever it is in its work.</summary>
    private async Task CutAsync(NpgsqlDataSource elsewhere, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(_random.Next(20, 120), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await using var cut = elsewhere.CreateCommand(
                $"""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and application_name <> '{Elsewhere}' and state <> 'idle' and query like '%notification%' order by random() limit 1
                """);
            await cut.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    /// <summary>People who follow a published answer, each with a message that waits. All have the address that was sealed for the first; the id tells them apart.</summary>
    private async Task FillAsync()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");
        await Platform.Get<FollowCommands>().FollowAsync(
            new FollowResponse(receipt.Reference, receipt.Secret, "someone@families.example.test", true, NotificationAudience.Families, "en-GB"), Story.Parent, default);
        await using var fill = Platform.Get<NpgsqlDataSource>().CreateCommand(
            """
            with people as (select gen_random_uuid() as recipient, gen_random_uuid() as response, n from generate_series(1, $1) n),
            recipients as (
                insert into engagement.notification_recipients (id, address_hash, audience, language, frequency, quiet, unwanted, asked_at, confirmed_at)
                select recipient, sha256(n::text::bytea), 'Families', 'en-GB', 'AtOnce', false, '{}', $2, $2 from people
            ), follows as (
                insert into engagement.notification_follows (response_id, subject_id, recipient_id, sealed_address, confirmed_at)
                select p.response, f.subject_id, p.recipient, f.sealed_address, $2 from people p, engagement.notification_follows f
            ), old as (delete from engagement.notifications)
            insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at)
            select gen_random_uuid(), recipient, response, 'ResponseReceived', response, response, $2, $2 from people
            """);
        fill.Parameters.Add(new NpgsqlParameter<int> { TypedValue = People });
        fill.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = _clock.GetUtcNow().UtcDateTime });
        await fill.ExecuteNonQueryAsync();
    }

    /// <summary>A mail server that takes its time.</summary>
    private sealed class SlowPost : IMailer
    {
        public TaskCompletionSource IsTaking { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MayAnswer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            IsTaking.TrySetResult();
            return MayAnswer.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A mail server that takes a few messages and has not answered for the others yet.</summary>
    private sealed class HangingPost(ConcurrentDictionary<string, ConcurrentQueue<string>> sent, int takes) : IMailer
    {
        private int _left = takes;

        public TaskCompletionSource MayAnswer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> Asked { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            Asked.Enqueue(mail.Id!);
            if (Interlocked.Decrement(ref _left) < 0)
                return MayAnswer.Task;
            sent.GetOrAdd(mail.Stop!.AbsolutePath, _ => []).Enqueue(mail.Id!);
            return Task.CompletedTask;
        }
    }

    /// <summary>A mail server that now and then takes nothing, or takes a message and does not say so. Whom a message is for is told by the link in it.</summary>
    private sealed class FailingPost(ConcurrentDictionary<string, ConcurrentQueue<string>> sent, Random? random) : IMailer
    {
        public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            var fate = 1.0;
            if (random is not null)
            {
                lock (random)
                    fate = random.NextDouble();
            }

            if (fate < 0.1)
                throw new InvalidOperationException("Away");
            sent.GetOrAdd(mail.Stop!.AbsolutePath, _ => []).Enqueue(mail.Id!);
            return fate < 0.12 ? throw new InvalidOperationException("Taken, and the connection is gone") : Task.CompletedTask;
        }
    }
}
