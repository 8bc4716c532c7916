using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Execution;

namespace GraphQL.Tests.Server;

/// <summary>Files, sent by the GraphQL multipart request convention.</summary>
public sealed class Multipart_requests
{
    private const string OneFile = """{"query":"mutation($file: Upload!) { upload(file: $file) }","variables":{"file":null}}""";

    private IFile? _last;

    [Fact]
    public async Task a_file_is_the_value_of_a_variable()
    {
        await using var host = await StartAsync();

        var (status, body) = await PostAsync(host, Form(OneFile, """{"0":["variables.file"]}""").With("0", "hello", "a.txt", "text/plain"));

        status.ShouldBe(HttpStatusCode.OK);
        body.ToJsonString().ShouldBe("""{"data":{"upload":"a.txt text/plain 5 hello"}}""");
    }

    [Fact]
    public async Task files_stand_in_lists()
    {
        await using var host = await StartAsync();
        var operations = """{"query":"mutation($files: [Upload!]!) { uploadAll(files: $files) }","variables":{"files":[null,null]}}""";

        var (_, body) = await PostAsync(
            host, Form(operations, """{"x":["variables.files.1"],"y":["variables.files.0"]}""").With("x", "second", "x").With("y", "first", "y"));

        body.ToJsonString().ShouldBe("""{"data":{"uploadAll":["y - 5 first","x - 6 second"]}}""");
    }

    [Fact]
    public async Task files_stand_in_input_objects_and_one_file_in_several_places()
    {
        await using var host = await StartAsync();
        var operations = """
            {"query":"mutation($input: PhotosInput!, $cover: [Upload!]) { uploadPhotos(input: $input) uploadAll(files: $cover) }",
             "variables":{"input":{"title":"t","items":[{"file":null},{"file":null}]},"cover":null}}
            """;

        // The last is a list, of which a file stands for a list of one.
        var (_, body) = await PostAsync(host, Form(
            operations,
            """{"a":["variables.input.items.0.file","variables.cover"],"b":["variables.input.items.1.file"]}""").With("a", "one", "a").With("b", "two", "b"));

        body.ToJsonString().ShouldBe("""{"data":{"uploadPhotos":"t: a - 3 one, b - 3 two","uploadAll":["a - 3 one"]}}""");
    }

    [Fact]
    public async Task a_large_file_arrives_whole_and_is_let_go_with_the_request()
    {
        await using var host = await StartAsync();
        var content = new string('x', 3_000_000);

        var (_, body) = await PostAsync(host, Form(OneFile, """{"0":["variables.file"]}""").With("0", content, "big"));

        body["data"]!["upload"]!.GetValue<string>().Length.ShouldBe("big - 3000000 ".Length + content.Length);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (IsThere(_last!))
            await Task.Delay(10, patience.Token);

        static bool IsThere(IFile file)
        {
            try
            {
                return file.OpenReadStream().ReadByte() >= 0;
            }
            catch (ObjectDisposedException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task a_file_is_called_what_the_client_says_without_its_folders()
    {
        await using var host = await StartAsync();

        var (_, body) = await PostAsync(host, Form(OneFile, """{"0":["variables.file"]}""").With("0", "x", "../../etc/passwd"));

        body["data"]!["upload"]!.GetValue<string>().ShouldBe("passwd - 1 x");
    }

    [Fact]
    public async Task parts_that_belong_nowhere_are_passed_over()
    {
        await using var host = await StartAsync();

        var (status, body) = await PostAsync(
            host, Form(OneFile, """{"0":["variables.file"]}""").With("1", "nobody's", "1").With("0", "hello", "0").With("0", "again", "0"));

        status.ShouldBe(HttpStatusCode.OK);
        body["data"]!["upload"]!.GetValue<string>().ShouldBe("0 - 5 hello");
    }

    [Fact]
    public async Task a_batch_brings_the_files_of_each_request_where_batches_are_allowed()
    {
        await using var host = await StartAsync(options => options.MaxBatchSize = 2);
        await using var without = await StartAsync();
        MultipartFormDataContent Batch() => Form($"[{OneFile},{OneFile}]", """{"0":["0.variables.file"],"1":["1.variables.file"]}""")
            .With("0", "first", "a").With("1", "second", "b");

        var (_, body) = await PostAsync(host, Batch());
        var (refused, _) = await PostAsync(without, Batch());

        body.ToJsonString().ShouldBe("""[{"data":{"upload":"a - 5 first"}},{"data":{"upload":"b - 6 second"}}]""");
        refused.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task a_form_without_the_header_is_what_any_page_may_send_and_is_refused()
    {
        await using var host = await StartAsync();

        var (status, body) = await PostAsync(host, Form(OneFile, """{"0":["variables.file"]}""").With("0", "x", "a"), preflight: null);

        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(body).ShouldBe(ErrorCodes.PreflightRequired);
        body["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("GraphQL-Preflight: 1");
    }

    [Fact]
    public async Task a_server_without_the_type_takes_no_forms()
    {
        await using var host = await LibraryHost.StartAsync();

        var (status, body) = await PostAsync(host, Form("""{"query":"{ hello }"}""", "{}"));

        status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        Code(body).ShouldBe(ErrorCodes.MediaTypeUnsupported);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"0":"variables.file"}""")]
    [InlineData("""{"0":[]}""")]
    [InlineData("""{"0":[1]}""")]
    [InlineData("""{"0":["variables.file","variables.file"]}""")]
    [InlineData("""{"0":["variables.file"],"1":["variables.file"]}""")]
    [InlineData("""{"0":["variables"]}""")]
    [InlineData("""{"0":["variables."]}""")]
    [InlineData("""{"0":[""]}""")]
    [InlineData("""{"0":["file"]}""")]
    [InlineData("""{"0":["query"]}""")]
    [InlineData("""{"0":["variables.none"]}""")]
    [InlineData("""{"0":["variables.name"]}""")]
    [InlineData("""{"0":["variables.file.more"]}""")]
    [InlineData("""{"0":["variables.list.1"]}""")]
    [InlineData("""{"0":["variables.list.-1"]}""")]
    [InlineData("""{"0":["variables.list.99999999999999999999"]}""")]
    [InlineData("""{"0":["0.variables.file"]}""")]
    [InlineData("""{"__proto__":["variables.__proto__.polluted"]}""")]
    [InlineData("""{"0":["constructor.prototype.polluted"]}""")]
    [InlineData("""{"0":["variables.constructor"]}""")]
    public async Task a_map_must_lead_to_null_in_the_variables(string map)
    {
        await using var host = await StartAsync();
        var operations = """{"query":"mutation($file: Upload!) { upload(file: $file) }","variables":{"file":null,"name":"x","list":[null]}}""";

        var (status, body) = await PostAsync(host, Form(operations, map).With("0", "x", "a"));

        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(body).ShouldBe(ErrorCodes.FileMapInvalid);
    }

    [Fact]
    public async Task a_path_as_deep_as_the_request_may_be_large_is_no_place()
    {
        await using var host = await StartAsync();
        var path = "variables" + string.Concat(Enumerable.Repeat(".a", 400_000));

        var (status, body) = await PostAsync(host, Form(OneFile, $"{{\"0\":[\"{path}\"]}}").With("0", "x", "a"));

        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(body).ShouldBe(ErrorCodes.FileMapInvalid);
        body.ToJsonString().Length.ShouldBeLessThan(1_000);
    }

    [Fact]
    public async Task a_map_of_100_000_entries_is_not_followed()
    {
        await using var host = await StartAsync(options => options.MaxRequestBytes = 10_000_000);
        var nulls = string.Join(',', Enumerable.Repeat("null", 100_000));
        var operations = $$"""{"query":"mutation($files: [Upload]!) { uploadAll(files: $files) }","variables":{"files":[{{nulls}}]} }""";
        var entries = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"{i}\":[\"variables.files.{i}\"]"));
        var paths = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"variables.files.{i}\""));

        Code((await PostAsync(host, Form(operations, $"{{{entries}}}"))).Body).ShouldBe(ErrorCodes.FileLimit);
        Code((await PostAsync(host, Form(operations, $"{{\"0\":[{paths}]}}"))).Body).ShouldBe(ErrorCodes.FileLimit);
        Code((await PostAsync(host, Form(operations, "{" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"{i}\":[]")) + "}"))).Body)
            .ShouldBe(ErrorCodes.FileMapInvalid);
    }

    [Fact]
    public async Task a_file_that_the_map_names_must_come()
    {
        await using var host = await StartAsync();

        var (status, body) = await PostAsync(host, Form(OneFile, """{"0":["variables.file"]}""").With("1", "x", "a"));

        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(body).ShouldBe(ErrorCodes.FileMissing);
    }

    [Fact]
    public async Task more_files_than_the_server_takes_are_refused()
    {
        await using var host = await StartAsync(options => options.MaxUploadFiles = 2);
        static MultipartFormDataContent Files(int count) => Form(
            $$"""{"query":"mutation($files: [Upload!]!) { uploadAll(files: $files) }","variables":{"files":[{{string.Join(',', Enumerable.Repeat("null", count))}}]} }""",
            "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i}\":[\"variables.files.{i}\"]")) + "}").With("0", "x", "a").With("1", "x", "b").With("2", "x", "c");

        (await PostAsync(host, Files(2))).Status.ShouldBe(HttpStatusCode.OK);
        var (status, body) = await PostAsync(host, Files(3));

        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(body).ShouldBe(ErrorCodes.FileLimit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_body_over_the_limit_is_413_whether_or_not_it_says_its_length(bool saysItsLength)
    {
        await using var host = await StartAsync(options => options.MaxUploadBytes = 50_000);
        var form = Form(OneFile, """{"0":["variables.file"]}""").With("0", new string('x', 60_000), "a");

        var (status, body) = await PostAsync(host, form, isChunked: !saysItsLength);

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        Code(body).ShouldBe(ErrorCodes.RequestTooLarge);
    }

    [Fact]
    public async Task the_server_s_own_limit_gives_way_to_a_larger_one()
    {
        await using var host = await StartAsync(options => options.MaxUploadBytes = 50_000_000);

        var (status, _) = await PostAsync(host, Form(OneFile, """{"0":["variables.file"]}""").With("1", new string('x', 35_000_000), "a").With("0", "x", "a"));

        status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task the_parts_that_are_JSON_may_be_as_large_as_any_request()
    {
        await using var host = await StartAsync(options => options.MaxRequestBytes = 1_000);

        (await PostAsync(host, Form(OneFile + new string(' ', 1_000), "{}"))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(host, Form(OneFile, "{}" + new string(' ', 1_000)))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("{", "{}")]
    [InlineData("1", "{}")]
    [InlineData("""{"query":"\ud800"}""", "{}")]
    [InlineData(OneFile, "{")]
    [InlineData(OneFile, """{"\ud800":["variables.file"]}""")]
    [InlineData(OneFile, """{"0":["variables.\ud800"]}""")]
    public async Task parts_that_are_not_JSON_are_no_request(string operations, string map)
    {
        await using var host = await StartAsync();

        var (status, body) = await PostAsync(host, Form(operations, map).With("0", "x", "a"));

        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(body).ShouldBe(ErrorCodes.RequestInvalid);
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{}\r\n--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{}")]
    [InlineData("--x\r\nContent-Type: text/plain\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: \r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("--x--\r\n")]
    [InlineData("nothing of the kind")]
    [InlineData("")]
    public async Task a_body_that_is_no_such_form_is_400(string text)
    {
        await using var host = await StartAsync();
        foreach (var type in new[] { "multipart/form-data; boundary=x", "multipart/form-data", $"multipart/form-data; boundary={new string('x', 5_000)}" })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.TryAddWithoutValidation("Content-Type", type);

            var (status, body) = await PostAsync(host, content);

            status.ShouldBe(HttpStatusCode.BadRequest);
            Code(body).ShouldBe(ErrorCodes.RequestInvalid);
        }
    }

    [Theory]
    [InlineData("mutation($file: Upload!) { upload(file: $file) }", "\"a.txt\"", ErrorCodes.VariableInvalid)]
    [InlineData("mutation($file: Upload!) { upload(file: $file) }", "null", ErrorCodes.VariableInvalid)]
    [InlineData("mutation { upload(file: \\\"a.txt\\\") }", "null", "VALUES_OF_CORRECT_TYPE")]
    public async Task nothing_in_JSON_is_a_file(string query, string value, string code)
    {
        await using var host = await StartAsync();

        var (_, body) = await PostAsync(host, new StringContent($$"""{"query":"{{query}}","variables":{"file":{{value}} } }""", Encoding.UTF8, "application/json"));

        Code(body).ShouldBe(code);
    }

    [Fact]
    public async Task a_file_is_no_value_of_another_type()
    {
        await using var host = await StartAsync();

        var (_, body) = await PostAsync(
            host,
            Form("""{"query":"query($name: String!, $n: Int) { hello(name: $name, times: $n) }","variables":{"name":null,"n":null}}""", """{"0":["variables.name","variables.n"]}""")
                .With("0", "x", "a"));

        body["errors"]!.AsArray().Select(error => error!["message"]!.GetValue<string>()).ShouldBe(
        [
            "Variable \"$name\" got invalid value null; Expected type \"String!\", found a file.",
            "Variable \"$n\" got invalid value null; Expected type \"Int\", found a file.",
        ]);
    }

    [Fact]
    public async Task a_file_goes_with_its_request_and_not_to_a_stream_that_is_open_already()
    {
        await using var host = await StartAsync();
        using var reserved = await host.Client.PutAsync(host.HttpAddress, null);
        var token = await reserved.Content.ReadAsStringAsync();
        host.Client.DefaultRequestHeaders.Add("X-GraphQL-Event-Stream-Token", token);

        var (status, body) = await PostAsync(host, Form(OneFile, """{"0":["variables.file"]}""").With("0", "x", "a"));

        status.ShouldBe(HttpStatusCode.BadRequest);
        Code(body).ShouldBe(ErrorCodes.RequestInvalid);
    }

    private Task<LibraryHost> StartAsync(Action<GraphQLOptions>? configure = null) => LibraryHost.StartAsync(builder =>
    {
        builder.AddUploadType().ModifyOptions(configure ?? (_ => { }));
        builder.ConfigureSchema(schema => schema
            .AddSdl("""
                extend type Mutation { upload(file: Upload!): String uploadAll(files: [Upload!]): [String!] uploadPhotos(input: PhotosInput!): String }
                input PhotosInput { title: String items: [PhotoInput!]! }
                input PhotoInput { file: Upload! }
                """)
            .ConfigureField("Mutation", "upload", field => field.Resolver = async context => await TellAsync(context.Argument<object?>("file")))
            .ConfigureField("Mutation", "uploadAll", field => field.Resolver = async context => await TellAllAsync(context.Argument<object?>("files")))
            .ConfigureField("Mutation", "uploadPhotos", field => field.Resolver = async context =>
            {
                var input = (IReadOnlyDictionary<string, object?>)context.Argument<object?>("input")!;
                var files = ((IReadOnlyList<object?>)input["items"]!).Select(item => ((IReadOnlyDictionary<string, object?>)item!)["file"]).ToList();
                return $"{input["title"]}: {string.Join(", ", await TellAllAsync(files))}";
            }));
    });

    private async Task<List<string>> TellAllAsync(object? files)
    {
        var told = new List<string>();
        foreach (var file in (IReadOnlyList<object?>)files!)
            told.Add(await TellAsync(file));
        return told;
    }

    private async Task<string> TellAsync(object? value)
    {
        var file = _last = value.ShouldBeAssignableTo<IFile>()!;
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        await using var stream = file.OpenReadStream();
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync();
        text.ShouldBe(Encoding.UTF8.GetString(copy.ToArray()));
        return $"{file.Name} {file.ContentType ?? "-"} {file.Length} {text}";
    }

    private static MultipartFormDataContent Form(string operations, string map) => new()
    {
        { new StringContent(operations), "operations" },
        { new StringContent(map), "map" },
    };

    private static string Code(JsonNode body) => body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(LibraryHost host, HttpContent content, string? preflight = "1", bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.HttpAddress) { Content = content };
        request.Headers.Add("Accept", "application/graphql-response+json");
        request.Headers.TransferEncodingChunked = isChunked;
        if (preflight is not null)
            request.Headers.Add("GraphQL-Preflight", preflight);
        using var response = await host.Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}

internal static class Forms
{
    public static MultipartFormDataContent With(this MultipartFormDataContent form, string part, string content, string name, string? type = null)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        if (type is not null)
            file.Headers.ContentType = new(type);
        form.Add(file, part, name);
        return form;
    }
}
