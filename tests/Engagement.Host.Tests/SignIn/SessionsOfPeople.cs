using System.Collections.Concurrent;
using System.Diagnostics;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests.SignIn;

/// <summary>A session is the person's own: it begins under a new secret, ends by itself, and ends everywhere at once when they say so.</summary>
public sealed class SessionsOfPeople(PlatformsOfAClass platforms) : SignInSpec(platforms)
{
    private const string Cookie = "engagement-session";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string Subscription = "subscription { entryPublished { position } }";

    [Fact]
    public async Task Who_signed_in_is_known_by_the_cookie_until_they_sign_out()
    {
        using var browser = await Platform.Browser().BeAsync("participation-officer");
        var cookies = browser.Cookies;
        (await MeAsync(browser))["role"]!.GetValue<string>().ShouldBe("participation-officer");

        await browser.SubmitAsync("/sign-out");

        browser.Cookie(Cookie).ShouldBeNull();
        (await MeAsync(("Cookie", cookies)))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task The_database_holds_no_token_with_which_somebody_could_get_in()
    {
        using var browser = await Platform.Browser().BeAsync("analyst");

        (await ScalarAsync<string>("select string_agg(s::text, '') from engagement.sessions s")).ShouldNotContain(browser.Cookie(Cookie)!);
    }

    [Fact]
    public async Task A_session_is_looked_up_once_in_a_request()
    {
        using var browser = await Platform.Browser().BeAsync("analyst");
        var request = ActivityTraceId.CreateRandom();
        var asked = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == request && span.TagObjects.Any(tag => $"{tag.Value}".Contains("engagement.sessions", StringComparison.Ordinal)))
                    asked.Enqueue(span.DisplayName);
            },
        };
        ActivitySource.AddActivityListener(listener);

        (await MeAsync(("Cookie", browser.Cookies), ("traceparent", $"00-{request}-{ActivitySpanId.CreateRandom()}-01")))["role"]!.GetValue<string>().ShouldBe("analyst");

        asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_is_not_used_ends_after_half_an_hour_and_one_that_is_used_goes_on_for_eight_hours_and_no_longer()
    {
        using var left = await Platform.Browser().BeAsync("analyst");
        using var used = await Platform.Browser().BeAsync("analyst");

        for (var minutes = 0; minutes < 8 * 60; minutes += 20)
        {
            (await MeAsync(used))["signedIn"]!.GetValue<bool>().ShouldBeTrue($"after {minutes} minutes");
            Later(TimeSpan.FromMinutes(20));
            if (minutes >= 20)
                (await MeAsync(left))["signedIn"]!.GetValue<bool>().ShouldBeFalse($"unused for {minutes} minutes");
        }

        (await MeAsync(used))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_in_takes_no_session_over_that_somebody_planted()
    {
        using var attacker = await Platform.Browser().BeAsync("analyst");
        var planted = attacker.Cookie(Cookie)!;
        using var victim = Platform.Browser();
        victim.Plant(Cookie, planted);

        await victim.BeAsync("participation-officer");

        victim.Cookie(Cookie).ShouldNotBe(planted);
        (await MeAsync(attacker))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        (await MeAsync(victim))["role"]!.GetValue<string>().ShouldBe("participation-officer");
    }

    [Fact]
    public async Task People_see_where_they_are_signed_in_and_end_it_there()
    {
        using var here = await Platform.Browser(Firefox).BeAsync("analyst");
        using var elsewhere = await Platform.Browser("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1").BeAsync("analyst");
        using var somebodyElse = await Platform.Browser().BeAsync("commissioner");

        await here.OpenAsync("/sign-in/sessions");
        here.Page.ShouldContain("Firefox on Linux (this one)");
        here.Page.ShouldContain("Safari on an iPhone");
        here.Page.ShouldNotContain("Unknown browser");
        await here.SubmitAsync("/sign-in/sessions/end", ("session", await SessionOfAsync("Safari on an iPhone")));

        (await MeAsync(elsewhere))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        (await MeAsync(here))["signedIn"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var victim = await Platform.Browser(Firefox).BeAsync("commissioner");
        using var attacker = await Platform.Browser().BeAsync("analyst");

        await attacker.SubmitAsync("/sign-in/sessions/end", ("session", await SessionOfAsync("Firefox on Linux")));

        (await MeAsync(victim))["signedIn"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_of_ones_own_and_nobody_elses()
    {
        using var here = await Platform.Browser().BeAsync("analyst");
        using var elsewhere = await Platform.Browser().BeAsync("analyst");
        using var another = await Platform.Browser().BeAsync("analyst", "2");

        await here.SubmitAsync("/sign-in/sessions/end-all");

        (await MeAsync(here))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        (await MeAsync(elsewhere))["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        (await MeAsync(another))["signedIn"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_open_socket_ends_with_the_session_it_was_opened_with_and_others_stay()
    {
        using var browser = await Platform.Browser().BeAsync("analyst");
        using var other = await Platform.Browser().BeAsync("analyst");
        await using var ended = await SubscriptionSocket.ConnectAsync(Platform.Address, ("Cookie", browser.Cookies));
        await ended.SubscribeAsync("open", Subscription);
        await using var stays = await SubscriptionSocket.ConnectAsync(Platform.Address, ("Cookie", other.Cookies));

        await browser.SubmitAsync("/sign-out");

        await ended.EndAsync();
        await stays.SubscribeAsync("query", "{ me { signedIn } }");
        (await stays.NextAsync())["payload"]!["data"]!["me"]!["signedIn"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_open_event_stream_ends_with_its_session()
    {
        using var browser = await Platform.Browser().BeAsync("analyst");
        using var client = new HttpClient { BaseAddress = Platform.Address };
        client.DefaultRequestHeaders.Add("Cookie", browser.Cookies);
        await using var stream = await SubscriptionStream.OpenAsync(client, Subscription);

        await browser.SubmitAsync("/sign-out");

        await Should.ThrowAsync<Exception>(async () =>
        {
            while (true)
                await stream.NextAsync();
        });
    }

    [Fact]
    public async Task A_live_connection_ends_with_its_session()
    {
        using var browser = await Platform.Browser().BeAsync("analyst");
        await using var live = await LiveClient.ConnectAsync(Platform.Address, ("Cookie", browser.Cookies));

        await browser.SubmitAsync("/sign-out");

        await Should.ThrowAsync<Exception>(async () => await live.NextAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var browser = await Platform.Browser().BeAsync("analyst");

        foreach (var address in new[] { "/sign-out", "/sign-in/sessions/end-all", "/sign-in" })
            await browser.PostAsync(address, ("role", "administrator"));

        (await MeAsync(browser))["role"]!.GetValue<string>().ShouldBe("analyst");
    }

    [Theory]
    [InlineData("https://elsewhere.example.test")]
    [InlineData("null")]
    public async Task Pages_of_other_sites_cannot_use_a_session(string origin)
    {
        using var browser = await Platform.Browser().BeAsync("participation-officer");

        await Platform.Scenario(s =>
        {
            s.Post.Json(new { query = "{ me { role } }" }).ToUrl("/graphql");
            s.WithRequestHeader("Cookie", browser.Cookies);
            s.WithRequestHeader("Origin", origin);
            s.StatusCodeShouldBe(401);
            s.ContentShouldContain("AUTH_NOT_AUTHENTICATED");
        });
        (await MeAsync(("Cookie", browser.Cookies), ("Origin", Platform.Address.GetLeftPart(UriPartial.Authority))))["signedIn"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://elsewhere.example.test/")]
    [InlineData("//elsewhere.example.test")]
    [InlineData("/\\elsewhere.example.test")]
    [InlineData("/\t/elsewhere.example.test")]
    public async Task Signing_in_leads_to_no_other_site(string returnTo)
    {
        using var browser = Platform.Browser();
        await browser.OpenAsync($"/sign-in?return={Uri.EscapeDataString(returnTo)}");

        await browser.SubmitAsync("/sign-in", ("role", "analyst"), ("_return", returnTo));

        browser.Address.ShouldBe(new Uri(Platform.Address, "/staff"));
    }

    [Fact]
    public async Task Outside_development_the_cookie_is_bound_to_the_host_and_to_https()
    {
        await using var production = await RunningPlatform.StartAsync(environment: "Production");
        using var browser = production.Browser();

        await browser.OpenAsync("/track");

        var cookie = browser.SetCookies.ShouldHaveSingleItem();
        cookie.ShouldStartWith("__Host-form-token=");
        cookie.ShouldContain("; path=/; secure; samesite=lax; httponly");
    }

    private Task<string> SessionOfAsync(string device) => ScalarAsync<string>($"select id::text from engagement.sessions where device = '{device}'");
}
