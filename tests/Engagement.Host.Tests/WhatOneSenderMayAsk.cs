using System.Net;
using System.Net.WebSockets;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Nobody keeps the others from being answered, and whoever is sent away hears when to come again and loses nothing.</summary>
public sealed class WhatOneSenderMayAsk(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>
{
    private const string Words = "We waited a year, and nobody called us back.";

    private static readonly (string, string) OneASecond = ("Limits:AddressRequestsPerSecond", "1");

    [Fact]
    public async Task Too_many_requests_of_one_address_are_told_when_to_come_again()
    {
        var platform = await platforms.WithAsync(OneASecond);

        using var answer = await UntilRefusedAsync(() => platform.Client.PostAsync("/graphql", new StringContent("""{"query":"{ __typename }"}""", null, "application/json")));

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("RATE_LIMITED");
        text.ShouldContain("Wait 1 second, then send this again.");
    }

    [Fact]
    public async Task A_page_keeps_what_somebody_wrote_when_it_asks_them_to_wait()
    {
        var platform = await platforms.WithAsync(OneASecond);

        using var answer = await UntilRefusedAsync(() => platform.Client.PostAsync("/track", new FormUrlEncodedContent([KeyValuePair.Create("words", Words)])));

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Please wait a moment");
        page.ShouldContain(Words);
        page.ShouldContain("Send again");
    }

    [Fact]
    public async Task Whoever_balances_the_load_is_answered_all_the_same()
    {
        var platform = await platforms.WithAsync(OneASecond);
        await SpendAsync(platform);

        await platform.Scenario(s => s.Get.Url("/health/live"));
    }

    [Fact]
    public async Task Behind_a_proxy_that_is_known_each_sender_is_counted_apart()
    {
        var platform = await platforms.WithAsync(OneASecond, ("Proxies", "127.0.0.0/8, ::1"));
        await SpendAsync(platform, forwardedFor: "192.0.2.1");

        (await IsSpentAsync(platform, "192.0.2.1")).ShouldBeTrue();
        (await StatusAsync(platform, "192.0.2.2")).ShouldBe(HttpStatusCode.OK);
        // One customer has a whole network of the newer addresses.
        await SpendAsync(platform, forwardedFor: "2001:db8:1:2::3");
        (await IsSpentAsync(platform, "2001:db8:1:2:ffff::4")).ShouldBeTrue();
        (await StatusAsync(platform, "2001:db8:1:3::3")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_a_sender_says_of_itself_is_not_believed_when_no_proxy_is_known()
    {
        var platform = await platforms.WithAsync(OneASecond);
        await SpendAsync(platform, forwardedFor: "192.0.2.1");

        (await IsSpentAsync(platform, "192.0.2.2")).ShouldBeTrue();
    }

    [Fact]
    public async Task Live_connections_of_one_address_have_an_end()
    {
        var platform = await platforms.WithAsync(("Limits:AddressLiveConnections", "2"));
        await using var first = await LiveClient.ConnectAsync(platform.Address);
        var second = await LiveClient.ConnectAsync(platform.Address);

        (await RefusedSocketAsync(platform)).ShouldBe(HttpStatusCode.TooManyRequests);

        await second.DisposeAsync();
        await Eventually.TrueAsync(async () => await RefusedSocketAsync(platform) is null);
    }

    [Fact]
    public async Task Live_connections_of_one_account_have_an_end_too()
    {
        var platform = await platforms.WithAsync(("Limits:AccountLiveConnections", "1"));
        await using var first = await LiveClient.ConnectAsync(platform.Address, "analyst");
        await using var another = await LiveClient.ConnectAsync(platform.Address, "participation-officer");

        using var refused = new ClientWebSocket();
        refused.Options.SetRequestHeader("Authorization", "Development analyst");
        refused.Options.CollectHttpResponseDetails = true;
        await Should.ThrowAsync<WebSocketException>(refused.ConnectAsync(new UriBuilder(platform.Address) { Scheme = "ws", Path = "/live" }.Uri, default));

        refused.HttpStatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("/graphql", "application/json")]
    [InlineData("/track", "application/x-www-form-urlencoded")]
    public async Task A_body_without_end_is_refused_before_it_is_read(string address, string type)
    {
        var platform = await platforms.WithAsync();
        await using var connection = await RawConnection.OpenAsync(platform.Address);
        await connection.SendAsync($"POST {address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 5000000\r\nConnection: close\r\n\r\na=");

        (await connection.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 413");
    }

    [Theory]
    [InlineData("/", "script-src 'self'")]
    [InlineData("/health/live", "default-src 'none'")]
    [InlineData("/graphql?query={__typename}", "default-src 'none'")]
    [InlineData("/no-such-page", "script-src 'self'")]
    public async Task Every_answer_tells_a_browser_what_it_may_do_with_it(string address, string policy)
    {
        var platform = await platforms.WithAsync();
        using var answer = await platform.Client.GetAsync(new Uri(address, UriKind.Relative));

        string Header(string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
        Header("Content-Security-Policy").ShouldContain(policy);
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header("Content-Security-Policy").ShouldNotContain("unsafe-inline");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Header("Server").ShouldBeEmpty();
        Header("Access-Control-Allow-Origin").ShouldBeEmpty();
    }

    /// <summary>Asks so often that nothing is left of what may come at once, but for what comes back every second.</summary>
    private static async Task SpendAsync(RunningPlatform platform, string? forwardedFor = null) =>
        (await UntilRefusedAsync(() => AskAsync(platform, forwardedFor))).Dispose();

    private static async Task<HttpResponseMessage> UntilRefusedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var answer = await ask();
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return answer;
            answer.Dispose();
        }
    }

    /// <summary>Whether one of the next few is refused. One may have come back meanwhile, but not half as many as whoever has asked for nothing yet still has.</summary>
    private static async Task<bool> IsSpentAsync(RunningPlatform platform, string forwardedFor)
    {
        for (var i = 0; i < 5; i++)
        {
            if (await StatusAsync(platform, forwardedFor) == HttpStatusCode.TooManyRequests)
                return true;
        }

        return false;
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningPlatform platform, string? forwardedFor)
    {
        using var answer = await AskAsync(platform, forwardedFor);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningPlatform platform, string? forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await platform.Client.SendAsync(request);
    }

    /// <summary>The status that a socket is refused with; null when it is opened.</summary>
    private static async Task<HttpStatusCode?> RefusedSocketAsync(RunningPlatform platform)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(new UriBuilder(platform.Address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
            return null;
        }
        catch (WebSocketException)
        {
            return socket.HttpStatusCode;
        }
    }
}
