using Engagement.Api.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Nodes that die, clients that are slow or gone, and clients that were away too long.</summary>
public sealed class LiveTroubles
{
    [Fact]
    public async Task A_client_goes_on_at_another_node_when_its_own_has_died()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var other = await platform.StartAnotherAsync();
        await using var client = await LiveClient.ConnectAsync(other.Address);
        await client.FollowAsync("entries", after: null);
        var heard = (await LiveStage.PublishManyAsync(platform, 1))[0];
        var first = await client.NextAsync();
        first.Subject.ShouldBe($"entry/{heard}", "written at one node, told at the other");

        await other.DisposeAsync();
        var missed = await LiveStage.PublishManyAsync(platform, 600);
        await using var again = await LiveClient.ConnectAsync(platform.Address);
        await again.FollowAsync("entries", first.Position);
        var subjects = new List<string>();
        while (subjects.Count < missed.Count)
            subjects.Add((await again.NextAsync()).Subject);

        subjects.ShouldBe(missed.Select(slug => $"entry/{slug}"), "all of them, in order and once");
    }

    [Fact]
    public async Task Whoever_was_away_too_long_hears_that_they_have_to_read_again()
    {
        await using var platform = await RunningPlatform.StartAsync();
        await using var connection = new NpgsqlConnection(platform.ConnectionString);
        await connection.OpenAsync();
        await using (var skip = new NpgsqlCommand("select setval('mt_events_sequence', 30000)", connection))
            await skip.ExecuteScalarAsync();
        var slug = (await LiveStage.PublishManyAsync(platform, 1))[0];
        await platform.CatchUpAsync();
        await using var client = await LiveClient.ConnectAsync(platform.Address);

        (await client.RefusedAsync("Follow", "entries", 1)).ShouldBe("POSITION_TOO_OLD");
        await using var socket = await SubscriptionSocket.ConnectAsync(platform.Address);
        await socket.SubscribeAsync("one", "subscription { entryPublished(after: 1) { position } }");
        (await socket.NextAsync())["payload"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("POSITION_TOO_OLD");

        await client.FollowAsync("entries", after: 15_000);
        (await client.NextAsync()).Subject.ShouldBe($"entry/{slug}");
    }

    [Fact]
    public async Task Whoever_is_not_heard_of_any_more_is_shown_out()
    {
        // A client that pings is expected to go on; the one here does so every ten seconds.
        await using var platform = await RunningPlatform.StartAsync(services: services => services.Configure<HubOptions>(options =>
        {
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(1);
            options.KeepAliveInterval = TimeSpan.FromMilliseconds(200);
        }));
        await using var client = await LiveClient.ConnectAsync(platform.Address);
        await client.FollowAsync("entries", after: null);
        await client.SendAsync("""{"type":6}""");

        await Should.ThrowAsync<System.Threading.Channels.ChannelClosedException>(client.NextAsync);
    }

    [Fact]
    public async Task Whoever_leaves_unread_what_they_are_sent_is_told_and_let_go_and_can_go_on_from_there()
    {
        using var letGo = new LetGo();
        await using var platform = await RunningPlatform.StartAsync(services: services =>
        {
            // Long enough for the quick one on a machine that has much else to do.
            services.AddSingleton(new LiveSettings(TimeSpan.FromSeconds(5)));
            services.AddSingleton<ILoggerProvider>(letGo);
        });
        var slow = await PollingClient.ConnectAsync(platform.Client);
        await slow.FollowAsync("entries");
        await using var quick = await LiveClient.ConnectAsync(platform.Address);
        await quick.FollowAsync("entries", after: null);

        var slugs = await LiveStage.PublishManyAsync(platform, 1_000);
        for (var i = 0; i < slugs.Count; i++)
            await quick.NextAsync();
        await letGo.Happened.WaitAsync(TimeSpan.FromSeconds(30));

        var read = await slow.ReadToEndAsync();
        read.ShouldContain("SLOW_CLIENT");
        read.ShouldNotContain(slugs[^1], Case.Sensitive, "what waited for it was not kept");
    }

    /// <summary>Hears when somebody is let go.</summary>
    private sealed class LetGo : ILoggerProvider, ILogger
    {
        private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Happened => _happened.Task;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).Contains("was let go", StringComparison.Ordinal))
                _happened.TrySetResult();
        }

        public void Dispose()
        {
        }
    }
}
