using System.Net.Http.Headers;
using AngleSharp.Dom;
using Engagement.Web.Tests.Pact;
using Tests.Shared;

namespace Engagement.Web.Tests;

/// <summary>What a slow phone has to fetch: the bytes of the page and of everything it asks for, compressed, on a first visit.</summary>
public sealed class PageWeightTests(EveryPageTests.Reader reader) : IClassFixture<EveryPageTests.Reader>
{
    private const int Budget = 35_000;
    private const int BudgetOfAQuestion = 20_000;

    /// <summary>What a page may grow by before somebody has to agree to it: dates and names differ in length.</summary>
    private const double Growth = 1.05;

    /// <summary>A change that makes pages heavier is made on purpose, in the same commit: run the test with UPDATE_SCHEMA=1 and read the difference.</summary>
    [Fact]
    public async Task Every_page_for_the_public_and_families_is_within_its_budget_and_no_heavier_than_agreed()
    {
        var path = Path.Combine(Repository.Folder, "tests", "Engagement.Web.Tests", "Weights.txt");
        var weights = await WeighAllAsync();
        if (Agreed.IsUpdated)
            await File.WriteAllLinesAsync(path, weights.Select(page => $"{page.Bytes / 1000.0,5:0.0} KB of {page.Budget / 1000}  {page.Called}"));

        var agreed = (await File.ReadAllLinesAsync(path)).Select(line => line.Split("  ", 2, StringSplitOptions.TrimEntries)).ToDictionary(
            line => line[1], line => double.Parse(line[0].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) * 1000);
        weights.Where(page => page.Bytes > page.Budget).ShouldBeEmpty();
        weights.Where(page => !agreed.TryGetValue(page.Called, out var bytes) || page.Bytes > bytes * Growth)
            .Select(page => $"{page.Called}: {page.Bytes}, and agreed {agreed.GetValueOrDefault(page.Called)}").ShouldBeEmpty();
        agreed.Keys.Except(weights.Select(page => page.Called)).ShouldBeEmpty();
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

    private async Task<List<(string Called, int Bytes, int Budget)>> WeighAllAsync()
    {
        var weights = new List<(string Called, int Bytes, int Budget)>();
        using (var person = reader.Host.Visit())
        {
            foreach (var address in EveryPageTests.PagesForFamilies)
                weights.Add((address, await WeighAsync(person, address), Budget));
        }

        await using var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.Survey())
            .Data("Entries", Replies.Entries(Twenty(i => Replies.DidEntry.Replace("4t8w2n", $"4t8w{i}", StringComparison.Ordinal)), more: true))
            .Data("Topic", PactReplies.TopicPage(posts: Twenty(i => PactReplies.Post($"UG9zd{i}", comments: PactReplies.Post($"Q29tM{i}"))), more: true));
        using var other = host.Visit();
        await other.OpenAsync($"/consultations/{Replies.Slug}/have-your-say");
        await other.PressAsync("Start");
        weights.Add(("a question", await WeighAsync(other, $"/consultations/{Replies.Slug}/have-your-say/questions/3"), BudgetOfAQuestion));
        weights.Add(("the board with 20 entries", await WeighAsync(other, "/you-said-we-did"), Budget));
        weights.Add(("a topic with 20 posts", await WeighAsync(other, PactReplies.TopicAddress), Budget));
        return weights;
    }

    private static string Twenty(Func<int, string> one) => string.Join(',', Enumerable.Range(0, 20).Select(one));

    internal static async Task<int> WeighAsync(Visitor person, string address)
    {
        await person.OpenAsync(address);
        var parts = person.Document.QuerySelectorAll("link[href], script[src]").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!).ToList();
        parts.ShouldContain(part => part.EndsWith(".css", StringComparison.Ordinal));
        var weight = 0;
        foreach (var part in parts.Prepend(address))
        {
            using var response = await FetchAsync(person, part, compressed: true);
            response.IsSuccessStatusCode.ShouldBe(part != address || person.Response.IsSuccessStatusCode);
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
