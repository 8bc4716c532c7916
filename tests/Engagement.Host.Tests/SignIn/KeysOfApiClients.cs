using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>A client that has a key may do what the key's scopes say, until the key ends.</summary>
public sealed class KeysOfApiClients(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    [Fact]
    public async Task A_key_is_shown_once_and_may_do_what_its_scopes_say()
    {
        var key = await CreateAsync("--scopes data.export,metrics.read");

        var me = await MeAsync(Bearer(key));
        me["signedIn"]!.GetValue<bool>().ShouldBeTrue();
        me["role"]!.GetValue<string>().ShouldBe("api-client");
        me["permissions"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["data.export", "metrics.read"]);

        var secret = key.Split('_', 3)[2];
        (await ScalarAsync<string>("select string_agg(k::text, '') from engagement.api_keys k")).ShouldNotContain(secret);
        var (_, output, error) = await TheProgram.RunAsync(Platform, "api-keys list");
        (output + error).ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_key_may_do_nothing_else()
    {
        var key = await CreateAsync("--scopes metrics.read");

        await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "mutation { draftInstrument(input: { title: \"No\" }) { instrument { id } } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Authorization", $"Bearer {key}");
            s.ContentShouldContain("AUTH_NOT_AUTHORIZED");
        });
    }

    [Theory]
    [InlineData("ek_")]
    [InlineData("ek_x_y")]
    [InlineData("ek_0198c5a27d417c3e9a550d7f3c1b2a10_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public Task A_key_that_there_is_not_is_refused(string key) => RefusedAsync(key, "There is no such API key.");

    [Fact]
    public async Task A_key_with_another_secret_is_refused()
    {
        var key = await CreateAsync("--scopes metrics.read");

        await RefusedAsync(key[..^1] + (key[^1] == 'A' ? 'E' : 'A'), "There is no such API key.");
        await RefusedAsync(key + "A", "There is no such API key.");
    }

    [Fact]
    public async Task A_key_ends_with_its_time()
    {
        var key = await CreateAsync("--scopes metrics.read --days 30");
        Later(TimeSpan.FromDays(29.9));
        (await MeAsync(Bearer(key)))["signedIn"]!.GetValue<bool>().ShouldBeTrue();

        Later(TimeSpan.FromDays(0.2));

        await RefusedAsync(key, "This API key has expired. Ask for a new one.");
    }

    [Fact]
    public async Task A_key_that_is_revoked_ends_at_once_and_closes_what_is_open_with_it()
    {
        var key = await CreateAsync("--scopes metrics.read");
        await using var socket = await SubscriptionSocket.ConnectAsync(Platform.Address, Bearer(key));
        await socket.SubscribeAsync("open", "subscription { entryPublished { position } }");

        var (exitCode, _, error) = await TheProgram.RunAsync(Platform, $"api-keys revoke {Guid.ParseExact(key.Split('_', 3)[1], "N")}");

        exitCode.ShouldBe(0, error);
        await socket.EndAsync();
        await RefusedAsync(key, "This API key was revoked. Ask for a new one.");
    }

    [Fact]
    public async Task When_it_was_last_used_is_shown_and_written_once_a_minute_at_most()
    {
        var key = await CreateAsync("--scopes metrics.read");
        (await TheProgram.RunAsync(Platform, "api-keys list")).Output.ShouldContain("never");
        var first = Clock.GetUtcNow();

        await MeAsync(Bearer(key));
        Later(TimeSpan.FromSeconds(59));
        await MeAsync(Bearer(key));
        (await LastUsedAsync()).ShouldBe(first.UtcDateTime, TimeSpan.FromMilliseconds(1));
        Later(TimeSpan.FromSeconds(1));
        await MeAsync(Bearer(key));

        (await LastUsedAsync()).ShouldBe(first.UtcDateTime.AddMinutes(1), TimeSpan.FromMilliseconds(1));
        (await TheProgram.RunAsync(Platform, "api-keys list")).Output.ShouldNotContain("never");
    }

    [Theory]
    [InlineData("api-keys create --name Client --scopes everything", 2, "There is no scope 'everything'.")]
    [InlineData("api-keys create --name Client --scopes views.read", 2, "There is no scope 'views.read'.")]
    [InlineData("api-keys create --name Client --scopes metrics.read --days 400", 2, "A key is good for 365 days at most.")]
    [InlineData("api-keys revoke 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10", 1, "There is no key 0198c5a2-7d41-7c3e-9a55-0d7f3c1b2a10.")]
    public async Task What_cannot_be_done_is_said(string line, int exitCode, string message)
    {
        var result = await TheProgram.RunAsync(Platform, line);

        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldContain(message);
    }

    private static (string, string) Bearer(string key) => ("Authorization", $"Bearer {key}");

    private async Task<string> CreateAsync(string options)
    {
        var (exitCode, output, error) = await TheProgram.RunAsync(Platform, $"api-keys create --name Client {options}");
        exitCode.ShouldBe(0, error);
        return output.Trim();
    }

    private Task<DateTime> LastUsedAsync() => ScalarAsync<DateTime>("select last_used_at from engagement.api_keys");

    private Task<ScenarioResult> RefusedAsync(string key, string message) => Platform.Scenario(s =>
    {
        s.Post.Json(new { query = "{ me { signedIn } }" }).ToUrl("/graphql");
        s.WithRequestHeader("Authorization", $"Bearer {key}");
        s.StatusCodeShouldBe(401);
        s.ContentShouldContain(message);
        s.ContentShouldContain("AUTH_NOT_AUTHENTICATED");
    });
}
