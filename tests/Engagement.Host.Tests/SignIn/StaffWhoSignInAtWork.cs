using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>Staff sign in with the account they have at work, and are here what their groups say.</summary>
public sealed class StaffWhoSignInAtWork(PlatformsOfAClass platforms, IssuerOfAClass issuers) : SignInSpec(platforms), IClassFixture<IssuerOfAClass>
{
    private readonly TestIssuer _issuer = issuers.Issuer;

    protected override (string Name, string Value)[] Settings =>
    [
        ("SignIn:Staff:Authority", _issuer.Address),
        ("SignIn:Staff:ClientId", TestIssuer.ClientId),
        ("SignIn:Staff:ClientSecret", TestIssuer.ClientSecret),
        ("SignIn:Staff:Roles:0:Group", "send-engagement"),
        ("SignIn:Staff:Roles:0:Role", "participation-officer"),
        ("SignIn:Staff:Roles:0:Area", "east-kent"),
        ("SignIn:Staff:Roles:1:Group", "send-insight"),
        ("SignIn:Staff:Roles:1:Role", "analyst"),
        ("SignIn:Staff:Roles:2:Group", "health-commissioning"),
        ("SignIn:Staff:Roles:2:Role", "commissioner"),
        ("SignIn:Staff:Roles:2:Organisation", "health"),
        ("SignIn:Staff:Roles:3:Group", "parents"),
        ("SignIn:Staff:Roles:3:Role", "pact-representative"),
    ];

    public override async Task InitializeAsync()
    {
        _issuer.Reset(Clock);
        _issuer.Groups = ["everybody", "send-engagement"];
        await base.InitializeAsync();
    }

    [Fact]
    public async Task They_come_back_to_where_they_were_and_may_do_what_their_groups_may()
    {
        using var browser = await SignInAsync();

        browser.Address.PathAndQuery.ShouldBe("/sign-in/sessions");
        var me = await MeAsync(browser);
        me["role"]!.GetValue<string>().ShouldBe("participation-officer");
        (await ScalarAsync<string>("select claims::text from engagement.sessions")).ShouldContain("east-kent");
    }

    [Fact]
    public async Task Several_groups_give_several_roles()
    {
        _issuer.Groups = ["send-insight", "send-engagement"];

        using var browser = await SignInAsync();

        (await ScalarAsync<string>("select claims::text from engagement.sessions")).ShouldContain("analyst");
        (await MeAsync(browser))["permissions"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldContain("surveys.edit");
    }

    [Theory]
    [InlineData("send-engagement")]
    [InlineData("health-commissioning", "health")]
    [InlineData("parents", "kent-pact")]
    public async Task They_speak_for_the_organisation_of_their_group_and_representatives_for_their_own(string group, params string[] organisations)
    {
        _issuer.Groups = [group];

        using var browser = await SignInAsync();

        (await MeAsync(browser))["organisations"]!.AsArray().Select(one => one!["code"]!.GetValue<string>()).ShouldBe(organisations);
    }

    [Theory]
    [InlineData("commissioner", "the-moon")]
    [InlineData("pact-representative", "county-council")]
    public void A_group_that_would_speak_for_nobody_known_or_for_another_than_its_own_keeps_the_platform_from_starting(string role, string organisation)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [.. Settings.Take(3).Append(("SignIn:Staff:Roles:0:Group", "some")).Append(("SignIn:Staff:Roles:0:Role", role)).Append(("SignIn:Staff:Roles:0:Organisation", organisation))
                .Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2))]).Build();

        Should.Throw<StartupException>(() => SignInConfiguration.Read(configuration, new HostingEnvironment { EnvironmentName = "Development" }))
            .Message.ShouldStartWith($"SignIn:Staff:Roles lets the group 'some' speak for '{organisation}' as '{role}'.");
    }

    [Fact]
    public async Task They_act_under_the_same_pseudonym_each_time_and_the_platform_keeps_neither_name_nor_subject()
    {
        using var browser = await SignInAsync();
        using var again = await SignInAsync();
        var actor = await ActorOfAsync(("Cookie", browser.Cookies));
        (await ActorOfAsync(("Cookie", again.Cookies))).ShouldBe(actor);

        _issuer.Subject = "another-officer-of-the-tests";
        using var another = await SignInAsync();

        (await ActorOfAsync(("Cookie", another.Cookies))).ShouldNotBe(actor);
        var kept = await ScalarAsync<string>("select (select string_agg(s::text, '') from engagement.sessions s) || (select string_agg(e::text, '') from mt_events e)");
        kept.ShouldNotContain("of-the-tests");
        kept.ShouldNotContain("Nobody");
    }

    [Fact]
    public async Task Those_whose_groups_have_no_role_are_told_whom_to_ask()
    {
        _issuer.Groups = ["everybody"];

        using var browser = await SignInAsync();

        browser.Heading.ShouldBe("You have no role here yet");
        browser.Page.ShouldContain("engagement@example.test");
        var me = await MeAsync(browser);
        me["signedIn"]!.GetValue<bool>().ShouldBeTrue();
        me["permissions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task They_sign_in_after_the_issuer_has_rolled_its_keys()
    {
        // Keys that were looked for in vain are not looked for again for some minutes.
        await BeginAnewAsync();
        using var before = await SignInAsync();
        _issuer.RollKeys();

        using var after = await SignInAsync();

        (await MeAsync(after))["role"]!.GetValue<string>().ShouldBe("participation-officer");
    }

    [Fact]
    public async Task A_token_that_is_signed_by_an_unknown_key_signs_nobody_in()
    {
        _issuer.SignWithUnknownKey();
        await NobodyAsync(await SignInAsync());
    }

    [Fact]
    public async Task A_token_for_somebody_else_signs_nobody_in()
    {
        _issuer.Audience = "another-client";
        await NobodyAsync(await SignInAsync());
    }

    [Fact]
    public async Task A_token_with_another_nonce_signs_nobody_in()
    {
        _issuer.OtherNonce = "replayed";
        await NobodyAsync(await SignInAsync());
    }

    [Fact]
    public async Task The_answer_to_one_browser_signs_nobody_in_in_another()
    {
        using var attacker = await BeginAsync();
        using var victim = Platform.Browser();

        await victim.OpenAsync(attacker.Next!.PathAndQuery);

        await NobodyAsync(victim);
    }

    [Fact]
    public async Task A_code_that_another_browser_was_given_signs_nobody_in()
    {
        using var attacker = await BeginAsync();
        using var victim = await BeginAsync();
        var stolen = QueryOf(attacker.Next!, "code");

        await victim.OpenAsync(victim.Next!.PathAndQuery.Replace(QueryOf(victim.Next!, "code"), stolen, StringComparison.Ordinal));

        await NobodyAsync(victim);
    }

    [Theory]
    [InlineData("https://elsewhere.example.test/")]
    [InlineData("//elsewhere.example.test")]
    public async Task It_leads_back_to_no_other_site(string returnTo)
    {
        using var browser = await Platform.Browser().OpenAsync($"/sign-in/staff?return={Uri.EscapeDataString(returnTo)}");

        browser.Address.ShouldBe(new Uri(Platform.Address, "/staff"));
    }

    private async Task<Browser> SignInAsync() => await Platform.Browser().OpenAsync("/sign-in/staff?return=%2Fsign-in%2Fsessions");

    /// <summary>Somebody whom the issuer has just sent back, and who has not arrived yet.</summary>
    private async Task<Browser> BeginAsync()
    {
        var browser = Platform.Browser();
        browser.StopBefore = address => address.AbsolutePath == "/sign-in/staff/callback";
        await browser.OpenAsync("/sign-in/staff");
        browser.StopBefore = null;
        return browser;
    }

    private async Task NobodyAsync(Browser browser)
    {
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.ShouldContain("Your work account did not sign you in");
        (await MeAsync(browser))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        (await ScalarAsync<long>("select count(*) from engagement.sessions")).ShouldBe(0);
        browser.Dispose();
    }

    private static string QueryOf(Uri address, string name) =>
        address.Query.TrimStart('?').Split('&').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
}
