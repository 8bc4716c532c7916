using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Every connection to the database is cut under followers: they notice nothing but a delay.</summary>
public sealed class LiveConnectionsCut : IAsyncLifetime
{
    private RunningPlatform _platform = null!;
    private LivePublications _officer = null!;

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        _officer = await LivePublications.PrepareAsync(_platform);
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task Whoever_follows_hears_the_next_publication_all_the_same()
    {
        await using var client = await LiveClient.ConnectAsync(_platform.Address);
        await client.FollowAsync("entries", after: 0);
        var before = await _officer.WeWillAsync();
        (await client.NextAsync()).Subject.ShouldBe($"entry/{before.Slug}");

        for (var time = 0; time < 3; time++)
        {
            await CutAsync();
            var after = await _officer.WeWillAtLastAsync();

            var heard = await client.NextAsync();
            heard.Name.ShouldBe("changed");
            heard.Subject.ShouldBe($"entry/{after.Slug}");
        }
    }

    [Fact]
    public async Task Whoever_begins_to_follow_just_then_gets_what_they_missed_from_the_start()
    {
        var first = await _officer.WeWillAsync();
        await using var early = await LiveClient.ConnectAsync(_platform.Address);
        await using var late = await LiveClient.ConnectAsync(_platform.Address);
        await early.FollowAsync("entries", after: 0);
        (await early.NextAsync()).Subject.ShouldBe($"entry/{first.Slug}");

        await CutAsync();
        await late.FollowAsync("entries", after: 0);
        var second = await _officer.WeWillAtLastAsync();

        (await late.NextAsync()).Subject.ShouldBe($"entry/{first.Slug}");
        (await late.NextAsync()).Subject.ShouldBe($"entry/{second.Slug}");
    }

    private async Task CutAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_platform.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var cut = new NpgsqlCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);

        // Just after another cut there may be none for a moment.
        await Eventually.TrueAsync(async () => (long)(await cut.ExecuteScalarAsync())! > 0);
    }
}
