using System.Net;
using System.Text.RegularExpressions;

namespace GraphQL.Tests.Server;

/// <summary>The page's files are built by <c>npm ci &amp;&amp; npm run build</c> in src/GraphQL/Server/Tool/Assets before the library is.</summary>
public sealed partial class The_page_for_trying_queries
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task a_browser_is_given_a_page_whose_files_come_from_the_same_path()
    {
        await using var host = await LibraryHost.StartAsync(options: options => options.Tool.Enable = true);

        using var page = await GetAsync(host, "", Browser);
        var html = await page.Content.ReadAsStringAsync();

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var files = Addresses().Matches(html).Select(match => match.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBe(2);
        foreach (var (file, type) in files.Zip(["text/css", "text/javascript"]))
        {
            using var answer = await GetAsync(host, file, "*/*");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            (await answer.Content.ReadAsStringAsync()).Length.ShouldBeGreaterThan(100_000);
        }
    }

    [Fact]
    public async Task the_page_allows_itself_no_other_place_and_nobody_may_frame_it()
    {
        await using var host = await LibraryHost.StartAsync(options: options => options.Tool.Enable = true);

        using var page = await GetAsync(host, "", Browser);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("http");
    }

    [Fact]
    public async Task a_file_is_sent_compressed_to_who_understands_that()
    {
        await using var host = await LibraryHost.StartAsync(options: options => options.Tool.Enable = true);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.HttpAddress + "?ide=script"));
        request.Headers.Add("Accept-Encoding", "gzip");

        using var answer = await host.Client.SendAsync(request);

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
    }

    [Fact]
    public async Task the_page_brings_the_examples_along_that_the_server_has()
    {
        await using var host = await LibraryHost.StartAsync(options: options =>
        {
            options.Tool.Enable = true;
            options.Tool.Examples = ["query Greet { hello(name: \"</script>\") }"];
        });

        using var page = await GetAsync(host, "", Browser);

        (await page.Content.ReadAsStringAsync()).ShouldContain("""id="examples">["query Greet { hello(name: \u0022\u003C/script\u003E\u0022) }"]</script>""");
    }

    [Fact]
    public async Task whoever_the_page_is_not_for_is_answered_as_a_program_is()
    {
        await using var host = await LibraryHost.StartAsync(options: options =>
        {
            options.Tool.Enable = true;
            options.Tool.IsFor = context => context.Request.Headers.UserAgent == "staff";
        });

        using var page = await GetAsync(host, "", Browser);
        using var script = await GetAsync(host, "?ide=script", "*/*");

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        script.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task a_query_in_the_address_is_answered_and_not_the_page()
    {
        await using var host = await LibraryHost.StartAsync(options: options => options.Tool.Enable = true);

        using var answer = await GetAsync(host, "?query=%7Bhello%7D", Browser);

        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"hello":"Hello reader"}}""");
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", false, false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", true, true)]
    public async Task it_is_there_in_development_unless_said_otherwise(string environment, bool? enable, bool isThere)
    {
        await using var host = await LibraryHost.StartAsync(options: options => options.Tool.Enable = enable, environment: environment);

        using var page = await GetAsync(host, "", Browser);

        (page.Content.Headers.ContentType!.MediaType == "text/html").ShouldBe(isThere);
        page.StatusCode.ShouldBe(isThere ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> GetAsync(LibraryHost host, string query, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.HttpAddress + query));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await host.Client.SendAsync(request);
    }

    [GeneratedRegex("""(?:href|src)="(\?[^"]+)"/?""")]
    private static partial Regex Addresses();
}
