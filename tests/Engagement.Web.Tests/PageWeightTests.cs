using System.Net.Http.Headers;
using AngleSharp.Dom;
using Engagement.Web.Tests.Pact;

namespace Engagement.Web.Tests;

/// <summary>What a slow phone has to fetch: the page and everything it asks for, compressed, on a first visit.</summary>
public sealed class PageWeightTests
{
    [Fact]
    public async Task A_question_weighs_less_than_20_KB()
    {
        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.Survey());
        using var person = host.Visit();
        await person.OpenAsync($"/consultations/{Replies.Slug}/have-your-say");
        await person.PressAsync("Start");

        (await WeighAsync(person, $"/consultations/{Replies.Slug}/have-your-say/questions/3")).ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task The_board_weighs_less_than_35_KB()
    {
        await using var host = await PagesHost.StartAsync();
        var entries = Enumerable.Range(0, 20).Select(i => Replies.DidEntry.Replace("4t8w2n", $"4t8w{i}", StringComparison.Ordinal));
        host.GraphQL.Data("Entries", Replies.Entries(string.Join(',', entries), more: true));
        using var person = host.Visit();

        (await WeighAsync(person, "/you-said-we-did")).ShouldBeLessThan(35_000);
    }

    [Fact]
    public async Task A_topic_of_twenty_posts_weighs_less_than_35_KB()
    {
        await using var host = await PagesHost.StartAsync();
        var posts = Enumerable.Range(0, 20).Select(i => PactReplies.Post($"UG9zd{i}", comments: PactReplies.Post($"Q29tM{i}")));
        host.GraphQL.Data("Topic", PactReplies.TopicPage(posts: string.Join(',', posts), more: true));
        using var person = host.Visit();

        (await WeighAsync(person, PactReplies.TopicAddress)).ShouldBeLessThan(35_000);
    }

    [Fact]
    public async Task Built_files_may_be_kept_for_ever_and_come_compressed()
    {
        await using var host = await PagesHost.StartAsync();
        using var person = await host.Visit().OpenAsync("/privacy");
        var style = person.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        using var plain = await FetchAsync(person, style, compressed: false);
        using var compressed = await FetchAsync(person, style, compressed: true);

        plain.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        compressed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await compressed.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan((await plain.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task The_worker_for_no_connection_keeps_one_page_and_built_files_and_may_fetch_them()
    {
        await using var host = await PagesHost.StartAsync();
        using var person = await host.Visit().OpenAsync("/offline.js");

        var kept = System.Text.RegularExpressions.Regex.Match(person.Html, "^const FILES=(.*);").Groups[1].Value;
        var files = System.Text.Json.JsonSerializer.Deserialize<string[]>(kept)!;
        files[0].ShouldBe("/offline");
        files.Skip(1).ShouldAllBe(file => file.StartsWith("/build/", StringComparison.Ordinal));
        person.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; connect-src 'self'");
        person.Response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await person.OpenAsync("/offline")).Document.QuerySelectorAll("form").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/build/manifest.json")]
    [InlineData("/build/no-such-file.css")]
    [InlineData("/build/..%2fappsettings.json")]
    public async Task Nothing_but_the_built_files_is_served(string address)
    {
        await using var host = await PagesHost.StartAsync();
        using var person = await host.Visit().OpenAsync(address);

        person.Response.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static async Task<int> WeighAsync(Visitor person, string address)
    {
        await person.OpenAsync(address);
        var parts = person.Document.QuerySelectorAll("link[href], script[src]").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!).ToList();
        parts.ShouldContain(part => part.EndsWith(".css", StringComparison.Ordinal));
        var weight = 0;
        foreach (var part in parts.Prepend(address))
        {
            using var response = await FetchAsync(person, part, compressed: true);
            response.EnsureSuccessStatusCode();
            weight += (await response.Content.ReadAsByteArrayAsync()).Length;
        }

        return weight;
    }

    private static async Task<HttpResponseMessage> FetchAsync(Visitor person, string address, bool compressed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (compressed)
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        return await person.SendAsync(request);
    }
}
