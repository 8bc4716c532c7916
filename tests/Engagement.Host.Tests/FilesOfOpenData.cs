using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>What is public, fetched by whoever wants it for a page or a spreadsheet of their own.</summary>
public sealed class FilesOfOpenData : IAsyncLifetime
{
    private RunningPlatform _platform = null!;
    private LivePublications _officer = null!;

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        _officer = await LivePublications.PrepareAsync(_platform);
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task Entries_come_in_parts_and_each_says_where_the_next_is()
    {
        var older = await _officer.WeWillAsync();
        var newer = await _officer.WeWillAsync();
        await _platform.CatchUpAsync();

        var first = await GetAsync("/open-data/loops.json?first=1");
        var page = JsonNode.Parse(first.Text)!;
        var next = page["next"]!.GetValue<string>();
        first.Link.ShouldBe($"<{next}>; rel=\"next\"");
        var last = JsonNode.Parse((await GetAsync(next)).Text)!;

        page["items"]![0]!["slug"]!.GetValue<string>().ShouldBe(newer.Slug);
        page["items"]![0]!["promise"]!.GetValue<string>().ShouldNotBeEmpty();
        page["items"]![0]!["state"]!.GetValue<string>().ShouldBe("WE_WILL", "as the schema spells it");
        var rows = (await GetAsync("/open-data/loops.csv")).Text.TrimStart('\uFEFF').Split("\r\n");
        rows[0].Split(',').ShouldBe(page["items"]![0]!.AsObject().Select(column => column.Key), "a file has the same names in both forms");
        rows[1].ShouldContain(",WE_WILL,");
        last["items"]![0]!["slug"]!.GetValue<string>().ShouldBe(older.Slug);
        last["next"].ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_sent_again_while_it_is_the_same_and_any_page_may_read_it()
    {
        await _officer.WeWillAsync();
        await _platform.CatchUpAsync();
        var fetched = await GetAsync("/open-data/loops.json");

        fetched.ETag.ShouldNotBeNull();
        fetched.Origin.ShouldBe("*");
        (await GetAsync("/open-data/loops.json", ifNoneMatch: fetched.ETag)).Status.ShouldBe(HttpStatusCode.NotModified);
        await _officer.WeWillAsync();
        await _platform.CatchUpAsync();
        (await GetAsync("/open-data/loops.json", ifNoneMatch: fetched.ETag)).Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/graphql?query={livePosition}")).Origin.ShouldBeNull("only open data is for the pages of others");
    }

    [Fact]
    public async Task A_release_is_given_to_the_byte_that_was_published_and_as_rows()
    {
        var id = await PublishedMonth.OfFeedbackPointsAsync(_platform);

        var listed = JsonNode.Parse((await GetAsync("/open-data/releases.json")).Text)!["items"]![0]!;
        var figures = await GetAsync(listed["json"]!.GetValue<string>());
        var rows = (await GetAsync(listed["csv"]!.GetValue<string>())).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        listed["id"]!.GetValue<Guid>().ShouldBe(id);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figures.Text))).ShouldBe(listed["sha256"]!.GetValue<string>());
        rows[0].ShouldBe("\uFEFFtable,rowsBy,row,columnsBy,column,count,percentage");
        rows.Length.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_formula_is_given_to_a_spreadsheet_as_text()
    {
        var other = await LivePublications.PrepareAsync(_platform, "=HYPERLINK(\"https://elsewhere.example.test\")");
        await other.WeWillAsync();
        await _platform.CatchUpAsync();

        var rows = (await GetAsync("/open-data/loops.csv")).Text;

        rows.ShouldContain("\"'=HYPERLINK(");
        (await GetAsync("/open-data/loops.json")).Text.ShouldContain("\"consultation\":\"=HYPERLINK(");
    }

    [Theory]
    [InlineData("/open-data/loops.json?after=here", HttpStatusCode.BadRequest, "CURSOR_INVALID")]
    [InlineData("/open-data/releases.csv?after=1_2", HttpStatusCode.BadRequest, "CURSOR_INVALID")]
    [InlineData("/open-data/loops.csv?first=100000", HttpStatusCode.BadRequest, "FIRST_INVALID")]
    [InlineData("/open-data/loops.xlsx", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("/open-data/releases/00000000-0000-0000-0000-000000000001.json", HttpStatusCode.NotFound, "NOT_FOUND")]
    public async Task What_cannot_be_given_is_said_with_a_code(string path, HttpStatusCode status, string code)
    {
        var answer = await GetAsync(path);

        answer.Status.ShouldBe(status);
        JsonNode.Parse(answer.Text)!["code"]!.GetValue<string>().ShouldBe(code);
    }

    private async Task<Answer> GetAsync(string path, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", "https://elsewhere.example.test");
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        using var response = await _platform.Client.SendAsync(request);
        return new Answer(
            response.StatusCode,
            Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()),
            response.Headers.ETag?.ToString(),
            Header("Link"),
            Header("Access-Control-Allow-Origin"));

        string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
    }

    private sealed record Answer(HttpStatusCode Status, string Text, string? ETag, string? Link, string? Origin);
}
