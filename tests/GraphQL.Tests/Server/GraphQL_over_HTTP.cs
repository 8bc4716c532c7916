using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace GraphQL.Tests.Server;

public sealed class GraphQL_over_HTTP
{
    private const string GraphQLResponse = "application/graphql-response+json";

    [Fact]
    public async Task a_query_by_POST_is_answered()
    {
        await using var host = await LibraryHost.StartAsync();

        var (status, type, body) = await PostAsync(host, """{"query":"query($name: String!) { hello(name: $name) }","variables":{"name":"Ada"}}""", GraphQLResponse);

        status.ShouldBe(HttpStatusCode.OK);
        type.ShouldBe(GraphQLResponse);
        body["data"]!["hello"]!.GetValue<string>().ShouldBe("Hello Ada");
    }

    [Theory]
    [InlineData("{ hello }", 200, 200)]
    [InlineData("{ hello broken }", 200, 294)]
    [InlineData("{ brokenNonNull }", 200, 294)]
    [InlineData("{ hello nothing }", 400, 422)]
    [InlineData("query A { hello } query B { hello }", 400, 422)]
    [InlineData("{ hello", 400, 400)]
    public async Task the_statuses_of_the_draft_are_there_for_who_wants_them(string query, int usual, int draft)
    {
        await using var host = await LibraryHost.StartAsync();
        await using var drafted = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.UseDraftStatusCodes = true));
        var body = new JsonObject { ["query"] = query }.ToJsonString();

        ((int)(await PostAsync(host, body, GraphQLResponse)).Status).ShouldBe(usual);
        ((int)(await PostAsync(drafted, body, GraphQLResponse)).Status).ShouldBe(draft);
        ((int)(await PostAsync(drafted, body, "application/json")).Status).ShouldBe(200);
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", GraphQLResponse)]
    [InlineData("*/*", "application/json")]
    [InlineData(null, "application/json")]
    [InlineData("text/html, application/json;q=0.9", "application/json")]
    public async Task the_client_chooses_the_media_type(string? accept, string expected)
    {
        await using var host = await LibraryHost.StartAsync();

        var (status, type, _) = await PostAsync(host, """{"query":"{ hello }"}""", accept);

        status.ShouldBe(HttpStatusCode.OK);
        type.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"query":"{ hello"}""", "SYNTAX_ERROR")]
    [InlineData("""{"query":"{ unknown }"}""", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("""{"query":"query($n: Int!) { hello(times: $n) }","variables":{"n":"many"}}""", "VARIABLE_INVALID")]
    [InlineData("""{"query":"query A { hello } query B { hello }"}""", "OPERATION_UNKNOWN")]
    public async Task a_request_that_cannot_be_executed_is_400_in_the_new_media_type_and_200_in_the_old(string request, string code)
    {
        await using var host = await LibraryHost.StartAsync();

        var (status, _, body) = await PostAsync(host, request, GraphQLResponse);
        var (legacyStatus, _, _) = await PostAsync(host, request, "application/json");

        status.ShouldBe(HttpStatusCode.BadRequest);
        legacyStatus.ShouldBe(HttpStatusCode.OK);
        body.AsObject().ContainsKey("data").ShouldBeFalse();
        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task a_field_error_is_200_with_partial_data()
    {
        await using var host = await LibraryHost.StartAsync();

        var (status, _, body) = await PostAsync(host, """{"query":"{ hello refused }"}""");

        status.ShouldBe(HttpStatusCode.OK);
        body["data"]!["hello"]!.GetValue<string>().ShouldBe("Hello reader");
        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("CLOSED");
    }

    [Theory]
    [InlineData("not json", "REQUEST_INVALID")]
    [InlineData("[]", "REQUEST_INVALID")]
    [InlineData("{}", "REQUEST_INVALID")]
    [InlineData("""{"query":1}""", "REQUEST_INVALID")]
    [InlineData("""{"query":"{ hello }","variables":[]}""", "REQUEST_INVALID")]
    [InlineData("""{"query":"{ hello }","operationName":1}""", "REQUEST_INVALID")]
    public async Task a_body_that_is_not_a_request_is_400_with_a_code(string request, string code)
    {
        await using var host = await LibraryHost.StartAsync();

        var (status, _, body) = await PostAsync(host, request, "application/json");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task another_media_type_is_415()
    {
        await using var host = await LibraryHost.StartAsync();

        using var response = await host.Client.PostAsync(host.HttpAddress, new StringContent("{ hello }", Encoding.UTF8, "application/graphql"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task a_form_that_any_page_could_send_is_not_a_request()
    {
        await using var host = await LibraryHost.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("""{"query":"mutation { clear { int } }"}"""), "operations" } };

        using var response = await host.Client.PostAsync(host.HttpAddress, form);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        host.Shelf.Books.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task a_client_that_accepts_nothing_we_have_gets_406()
    {
        await using var host = await LibraryHost.StartAsync();

        var (status, _, body) = await PostAsync(host, """{"query":"{ hello }"}""", "text/html");

        status.ShouldBe(HttpStatusCode.NotAcceptable);
        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("NOT_ACCEPTABLE");
    }

    [Fact]
    public async Task a_body_over_the_limit_is_413_even_when_its_length_is_not_announced()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.MaxRequestBytes = 1000));
        using var content = new StreamContent(new MemoryStream(new byte[2000]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, host.HttpAddress) { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task a_query_by_GET_is_answered()
    {
        await using var host = await LibraryHost.StartAsync();

        var query = Uri.EscapeDataString("query($name: String!) { hello(name: $name) }");
        var variables = Uri.EscapeDataString("""{"name":"Ada"}""");
        var json = await host.Client.GetStringAsync(new Uri($"{host.HttpAddress}?query={query}&variables={variables}"));

        json.ShouldBe("""{"data":{"hello":"Hello Ada"}}""");
    }

    [Theory]
    [InlineData("""{"query":"{ hello(name: \\"\ud800\\") }"}""")]
    [InlineData("""{"query":"query($n: String!) { hello(name: $n) }","variables":{"n":"\udc00"}}""")]
    [InlineData("""{"query":"{ hello }","variables":{"\uD800":1}}""")]
    [InlineData("""{"query":"{ hello }","operationName":"\ud83d"}""")]
    public async Task half_a_surrogate_pair_is_no_text(string request)
    {
        await using var host = await LibraryHost.StartAsync();

        var (status, _, body) = await PostAsync(host, request, GraphQLResponse);

        status.ShouldBe(HttpStatusCode.BadRequest);
        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("REQUEST_INVALID");
    }

    [Fact]
    public async Task a_whole_surrogate_pair_is_a_text()
    {
        await using var host = await LibraryHost.StartAsync();

        var (_, _, body) = await PostAsync(host, """{"query":"query($n: String!) { hello(name: $n) }","variables":{"n":"\ud83d\ude00"}}""");

        body["data"]!["hello"]!.GetValue<string>().ShouldBe("Hello 😀");
    }

    [Fact]
    public async Task a_mutation_by_GET_is_refused_and_changes_nothing()
    {
        await using var host = await LibraryHost.StartAsync();

        using var response = await host.Client.GetAsync(new Uri($"{host.HttpAddress}?query={Uri.EscapeDataString("mutation { clear { int } }")}"));

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        host.Shelf.Books.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task other_methods_are_405_and_say_what_is_allowed()
    {
        await using var host = await LibraryHost.StartAsync();

        using var response = await host.Client.DeleteAsync(host.HttpAddress);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
    }

    [Fact]
    public async Task the_user_of_the_request_is_the_user_of_the_operation()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("X-Member", "yes");

        var (_, _, body) = await PostAsync(host, """{"query":"{ secret }"}""");

        body["data"]!["secret"]!.GetValue<string>().ShouldBe("for members");
    }

    private static async Task<(HttpStatusCode Status, string? Type, JsonNode Body)> PostAsync(LibraryHost host, string json, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.HttpAddress)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await host.Client.SendAsync(request);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
    }
}
