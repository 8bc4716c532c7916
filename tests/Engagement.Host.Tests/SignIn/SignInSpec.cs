using System.Text.Json.Nodes;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>A platform that the tests of a class share and whose clock they move, and what they ask of it. For each, nobody has signed in before.</summary>
public abstract class SignInSpec(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>, IAsyncLifetime
{
    private PlatformsOfAClass? _own;

    internal AdjustableClock Clock => platforms.Clock;

    protected RunningPlatform Platform { get; private set; } = null!;

    /// <summary>What is configured besides what always is.</summary>
    protected virtual (string Name, string Value)[] Settings => [];

    public virtual async Task InitializeAsync()
    {
        Platform = await platforms.WithAsync(Clock, Settings);
        await ExecuteAsync("truncate engagement.sessions, engagement.api_keys, engagement.email_addresses, engagement.sign_in_links, engagement.attempts");
    }

    public virtual async Task DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
    }

    /// <summary>Goes on with a platform that no other test has, nor will have.</summary>
    protected async Task BeginAnewAsync() => Platform = await (_own = new PlatformsOfAClass()).WithAsync(Clock, Settings);

    protected void Later(TimeSpan time) => Clock.MoveTo(Clock.GetUtcNow() + time);

    /// <summary>Who the platform takes somebody for.</summary>
    protected Task<JsonNode> MeAsync(Browser browser) => MeAsync(("Cookie", browser.Cookies));

    protected async Task<JsonNode> MeAsync(params (string Name, string Value)[] headers)
    {
        var result = await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { signedIn role permissions organisations { code } } }" }).ToUrl("/graphql");
            foreach (var (name, value) in headers)
                s.WithRequestHeader(name, value);
        });
        return JsonNode.Parse(result.ReadAsText())!["data"]!["me"]!;
    }

    /// <summary>Sends a mutation that works for an officer, and gives the header of whoever did it, as the event keeps it.</summary>
    protected async Task<Guid?> ActorOfAsync(params (string Name, string Value)[] headers)
    {
        await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "mutation { draftInstrument(input: { title: \"Who did it\" }) { instrument { id } errors { __typename } } }" }).ToUrl("/graphql");
            foreach (var (name, value) in headers)
                s.WithRequestHeader(name, value);
            s.ContentShouldContain("\"instrument\":{");
        });
        return await ScalarAsync<string?>("select headers ->> 'actorId' from mt_events order by seq_id desc limit 1") is { } id ? Guid.Parse(id) : null;
    }

    protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Platform.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is var value and not DBNull ? (T)value! : default!;
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Platform.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
