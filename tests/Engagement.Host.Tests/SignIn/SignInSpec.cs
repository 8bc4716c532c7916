using System.Text.Json.Nodes;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>A running platform whose clock a test moves, and what tests of signing in ask of it.</summary>
public abstract class SignInSpec : IAsyncLifetime
{
    internal AdjustableClock Clock { get; } = new(DateTimeOffset.UtcNow);

    protected RunningPlatform Platform { get; private set; } = null!;

    /// <summary>What is configured besides what always is.</summary>
    protected virtual IReadOnlyDictionary<string, string?>? Settings => null;

    public virtual async Task InitializeAsync() => Platform = await RunningPlatform.StartAsync(Clock, configuration: Settings);

    public virtual async Task DisposeAsync() => await Platform.DisposeAsync();

    protected void Later(TimeSpan time) => Clock.MoveTo(Clock.GetUtcNow() + time);

    /// <summary>Who the platform takes somebody for.</summary>
    protected Task<JsonNode> MeAsync(Browser browser) => MeAsync(("Cookie", browser.Cookies));

    protected async Task<JsonNode> MeAsync(params (string Name, string Value)[] headers)
    {
        var result = await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { signedIn role permissions } }" }).ToUrl("/graphql");
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
