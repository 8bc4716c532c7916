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
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ProcessAsync(elsewhere, ends.Token)));
        await ends.CancelAsync();
        await cutting;

        _sent.Count.ShouldBe(People, "none is lost");
        _sent.Values.ShouldAllBe(ids => ids.Distinct().Count() == 1, "what is sent again has the same id");
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications where state = 'Sent'")).ShouldBe(People);
        // Only a process that dies between the sending and its record sends again.
        _sent.Values.Sum(ids => ids.Count - 1).ShouldBeLessThan(People / 10);
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
        var seconds = TimeSpan.FromSeconds(3);
        using var ends = new CancellationTokenSource(seconds);

        await Task.WhenAll(new[] { Platform, second }.SelectMany(process => Enumerable.Range(0, 2).Select(_ => SendAsync(process, ends.Token))));

        // Never more than what a fifth of a second may make up for; how far below, is for the machine that the tests run on.
        ((double)_sent.Count).ShouldBeInRange(PerSecond * seconds.TotalSeconds / 4, (PerSecond * (seconds.TotalSeconds + 0.2)) + 4);

        async Task SendAsync(Platform process, CancellationToken cancellationToken)
        {
            var dispatch = process.Get<NotificationDispatch>();
            while (!cancellationToken.IsCancellationRequested && await dispatch.TakeTurnAsync(PerSecond, CancellationToken.None) is { } turn)
            {
                await Task.Delay(turn, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!cancellationToken.IsCancellationRequested)
                    await dispatch.SendNextAsync(CancellationToken.None);
            }
        }
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

        (await Platform.Get<NotificationDispatch>().TakeTurnAsync(1, default)).ShouldBeNull();
        (await Platform.ScalarAsync<bool>("select next_at = '-infinity' from engagement.notification_pace")).ShouldBeTrue();
    }

    /// <summary>Sends until nothing is left, through whatever happens to its connections.</summary>
    private async Task ProcessAsync(NpgsqlDataSource elsewhere, CancellationToken cancellationToken)
    {
        var dispatch = Platform.Get<NotificationDispatch>();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await dispatch.SendNextAsync(cancellationToken) is not null)
                    continue;
            }
            catch (NpgsqlException)
            {
                continue;
            }

            // What was not taken waits for its next try.
            _clock.Pass(TimeSpan.FromMinutes(30));
            await using var count = elsewhere.CreateCommand("select count(*) from engagement.notifications where state = 'Waiting'");
            if ((long)(await count.ExecuteScalarAsync(cancellationToken))! == 0)
                return;
        }
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
                insert into engagement.notification_follows (response_id, subject_id, recipient_id, sealed_address)
                select p.response, f.subject_id, p.recipient, f.sealed_address from people p, engagement.notification_follows f
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
