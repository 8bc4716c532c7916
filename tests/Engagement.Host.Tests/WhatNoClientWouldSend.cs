using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>
/// Requests written to be read differently by a proxy and by us, to hold a connection for nothing, or to be taken for another site's. Each ends in a
/// refusal and the end of its connection.
/// </summary>
public sealed class WhatNoClientWouldSend(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>, IAsyncLifetime
{
    private RunningPlatform _platform = null!;

    public async Task InitializeAsync() => _platform = await platforms.WithAsync(("Limits:HeadSeconds", "1"), ("AllowedHosts", "127.0.0.1;localhost"));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("two lengths", "Content-Length: 4\r\nContent-Length: 30\r\n\r\nabcd")]
    [InlineData("a length that is none", "Content-Length: 4, 30\r\n\r\nabcd")]
    [InlineData("a length below nothing", "Content-Length: -1\r\n\r\n")]
    [InlineData("a coding that is unknown", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("chunked not last", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("a chunk without a size", "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n\r\n")]
    [InlineData("a name with a space", "Content-Length : 4\r\n\r\nabcd")]
    [InlineData("a folded header", "X-One: a\r\n b\r\n\r\n")]
    [InlineData("a header with a null", "X-One: a\0b\r\n\r\n")]
    public async Task A_body_whose_end_is_in_doubt_is_refused_and_what_follows_it_is_not_read(string what, string headers)
    {
        await using var connection = await RawConnection.OpenAsync(_platform.Address);
        await connection.SendAsync(
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headers}GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        var answer = await connection.ReadToEndAsync();

        answer.ShouldStartWith("HTTP/1.1 4", Case.Sensitive, what);
        answer.Split("HTTP/1.1 ").Length.ShouldBe(2, $"Of {what} more than one request was answered: {answer}");
    }

    [Fact]
    public async Task A_length_beside_chunks_is_never_believed()
    {
        await using var connection = await RawConnection.OpenAsync(_platform.Address);
        await connection.SendAsync(
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            + "0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        var answer = await connection.ReadToEndAsync();

        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("Healthy");
    }

    [Fact]
    public async Task Whoever_takes_for_ever_over_the_head_of_a_request_is_shown_out()
    {
        await using var connection = await RawConnection.OpenAsync(_platform.Address);
        await connection.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

        (await connection.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 408");
    }

    [Fact]
    public async Task Whoever_takes_for_ever_over_a_body_is_shown_out()
    {
        await using var connection = await RawConnection.OpenAsync(_platform.Address);
        await connection.SendAsync("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");

        // Kestrel's own patience with a slow body: 5 seconds of grace, then 240 bytes a second.
        (await connection.ReadToEndAsync()).ShouldNotContain("HTTP/1.1 200");
    }

    [Fact]
    public async Task A_head_without_end_is_refused()
    {
        await using var connection = await RawConnection.OpenAsync(_platform.Address);
        await connection.SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('a', 40_000)}\r\n\r\n");

        (await connection.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 431");
    }

    [Fact]
    public async Task A_name_that_is_not_ours_is_not_answered_to() => await _platform.Scenario(s =>
    {
        s.Get.Url("/");
        s.WithRequestHeader("Host", "elsewhere.example.test");
        s.StatusCodeShouldBe(400);
    });

    [Fact]
    public async Task No_answer_repeats_the_name_it_was_asked_by()
    {
        await using var platform = await RunningPlatform.StartAsync();
        foreach (var address in new[] { "/", "/sign-in", "/staff", "/you-said-we-did", "/graphql", "/track" })
        {
            await platform.Scenario(s =>
            {
                s.Get.Url(address);
                s.WithRequestHeader("Host", "elsewhere.example.test");
                s.WithRequestHeader("X-Forwarded-Host", "elsewhere.example.test");
                s.IgnoreStatusCode();
                s.ContentShouldNotContain("elsewhere.example.test");
            });
        }
    }
}
