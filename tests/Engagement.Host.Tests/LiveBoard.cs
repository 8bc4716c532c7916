using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The public board names the position from which it follows, and nothing falls between what it shows and what it hears.</summary>
public sealed partial class LiveBoard : IAsyncLifetime
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
    public async Task What_is_published_after_an_empty_board_was_made_and_before_it_has_connected_is_heard()
    {
        var (position, html) = await OpenAsync();
        html.ShouldContain("data-live-nothing");

        var published = await _officer.WeWillAsync();

        await using var client = await LiveClient.ConnectAsync(_platform.Address);
        await client.FollowAsync("entries", position);
        (await client.NextAsync()).Subject.ShouldBe($"entry/{published.Slug}");
    }

    /// <summary>Positions are taken before they are committed, so a board may show a later one while an earlier is still on its way.</summary>
    [Fact]
    public async Task A_board_does_not_begin_after_a_publication_that_was_slower_to_commit_than_one_it_shows()
    {
        await using var slow = new NpgsqlConnection(_platform.ConnectionString);
        await slow.OpenAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("select nextval('mt_events_sequence')", slow, transaction);
        var taken = (long)(await take.ExecuteScalarAsync())!;

        var shown = await _officer.WeWillAsync();
        var (position, html) = await OpenAsync();

        html.ShouldContain($"id=\"entry-{shown.Slug}\"");
        position.ShouldBeLessThan(taken);
    }

    private async Task<(long Position, string Html)> OpenAsync()
    {
        var html = await _platform.Client.GetStringAsync("/you-said-we-did");
        return (long.Parse(LivePosition().Match(html).Groups[1].Value, CultureInfo.InvariantCulture), html);
    }

    [GeneratedRegex("data-live=\"entries\" data-position=\"([0-9]+)\"")]
    private static partial Regex LivePosition();
}
