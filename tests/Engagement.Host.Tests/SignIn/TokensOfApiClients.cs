using System.Text;
using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>A client with a token of a configured issuer may do what is granted to the token's scopes, and no other token is taken.</summary>
public sealed class TokensOfApiClients(PlatformsOfAClass platforms, IssuerOfAClass issuers) : SignInSpec(platforms), IClassFixture<IssuerOfAClass>
{
    private const string Audience = "https://engagement.example.test";

    private readonly TestIssuer _issuer = issuers.Issuer;

    protected override (string Name, string Value)[] Settings =>
    [
        ("SignIn:ApiIssuers:0:Authority", _issuer.Address),
        ("SignIn:ApiIssuers:0:Audience", Audience),
        ("SignIn:ApiIssuers:0:Scopes:0:Scope", "engagement.read"),
        ("SignIn:ApiIssuers:0:Scopes:0:Grants", "metrics.read"),
        ("SignIn:ApiIssuers:0:Scopes:1:Scope", "engagement.work"),
        ("SignIn:ApiIssuers:0:Scopes:1:Grants", "participation-officer"),
    ];

    public override async Task InitializeAsync()
    {
        _issuer.Reset(Clock);
        await base.InitializeAsync();
    }

    [Fact]
    public async Task It_may_do_what_is_granted_to_its_scopes_and_a_scope_that_is_not_listed_may_do_nothing()
    {
        var me = await MeAsync(Bearer(_issuer.TokenFor("warehouse", Audience, "engagement.read views.read administrator")));

        me["role"]!.GetValue<string>().ShouldBe("api-client");
        me["permissions"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["metrics.read"]);
    }

    [Fact]
    public async Task It_acts_under_a_pseudonym_of_its_own()
    {
        var first = await ActorOfAsync(Bearer(_issuer.TokenFor("warehouse", Audience, "engagement.work")));

        (await ActorOfAsync(Bearer(_issuer.TokenFor("warehouse", Audience, "engagement.work")))).ShouldBe(first.ShouldNotBeNull());
        (await ActorOfAsync(Bearer(_issuer.TokenFor("website", Audience, "engagement.work")))).ShouldNotBe(first);
    }

    [Fact]
    public async Task It_is_taken_after_the_issuer_has_rolled_its_keys()
    {
        // Keys that were looked for in vain are not looked for again for some minutes.
        await BeginAnewAsync();
        await MeAsync(Bearer(_issuer.TokenFor("warehouse", Audience, "engagement.read")));
        _issuer.RollKeys();

        // The keys are asked for again when one is missing, and the first request may come before they are there.
        await Eventually.TrueAsync(async () => (await SendAsync(_issuer.TokenFor("warehouse", Audience, "engagement.read"))).StatusCode == 200);
    }

    [Fact]
    public async Task One_that_is_signed_by_an_unknown_key_is_refused()
    {
        _issuer.SignWithUnknownKey();
        await RefusedAsync(_issuer.TokenFor("warehouse", Audience, "engagement.work"), "This token is not signed by a key of its issuer.");
    }

    [Fact]
    public Task One_for_somebody_else_is_refused() =>
        RefusedAsync(_issuer.TokenFor("warehouse", "https://elsewhere.example.test", "engagement.work"), "This token is for somebody else");

    [Fact]
    public Task One_that_has_expired_is_refused() =>
        RefusedAsync(_issuer.TokenFor("warehouse", Audience, "engagement.work", TimeSpan.FromMinutes(-2)), "This token has expired.");

    [Fact]
    public async Task One_that_is_not_signed_or_changed_is_refused()
    {
        var parts = _issuer.TokenFor("warehouse", Audience, "engagement.read").Split('.');
        var content = Encoding.UTF8.GetString(Convert.FromBase64String(Padded(parts[1]))).Replace("engagement.read", "engagement.work", StringComparison.Ordinal);
        var forged = Encoded(content);

        await RefusedAsync($"{parts[0]}.{forged}.{parts[2]}", "This token is not signed by a key of its issuer.");
        await RefusedAsync($"{Encoded("""{"alg":"none","typ":"JWT"}""")}.{forged}.", "This token is not");
    }

    [Fact]
    public async Task One_of_another_issuer_is_refused()
    {
        await using var other = await TestIssuer.StartAsync();

        await RefusedAsync(other.TokenFor("warehouse", Audience, "engagement.work"), "This kind of credential is not accepted here.");
        await RefusedAsync("not.a.token", "This kind of credential is not accepted here.");
    }

    [Fact]
    public async Task What_is_open_with_it_ends_when_it_does()
    {
        await using var socket = await SubscriptionSocket.ConnectAsync(Platform.Address, Bearer(_issuer.TokenFor("warehouse", Audience, "engagement.read")));
        await socket.SubscribeAsync("open", "subscription { entryPublished { position } }");

        Later(TimeSpan.FromMinutes(11));

        await socket.EndAsync();
    }

    private static (string, string) Bearer(string token) => ("Authorization", $"Bearer {token}");

    private Task<ScenarioResult> SendAsync(string token) => Platform.Scenario(s =>
    {
        s.Post.Json(new { query = "{ me { signedIn } }" }).ToUrl("/graphql");
        s.WithRequestHeader("Authorization", $"Bearer {token}");
        s.IgnoreStatusCode();
    });

    private async Task RefusedAsync(string token, string message)
    {
        var result = await SendAsync(token);
        result.StatusCode.ShouldBe(401);
        result.ReadAsText().ShouldContain(message);
        result.ReadAsText().ShouldNotContain("IDX");
    }

    private static string Encoded(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Padded(string part) => part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=');
}
