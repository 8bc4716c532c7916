using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GraphQL.Tests.Server;

public sealed class Persisted_operations
{
    private const string Hello = "{ hello }";
    private const string Answer = """{"data":{"hello":"Hello reader"}}""";

    [Fact]
    public async Task a_client_registers_a_document_by_its_hash_and_then_sends_the_hash_alone()
    {
        await using var host = await LibraryHost.StartAsync();

        var unknown = await PostAsync(host, ByHash(Hello));
        var registered = await PostAsync(host, ByHash(Hello, Hello));
        var again = await PostAsync(host, ByHash(Hello));
        var byGet = await host.Client.GetStringAsync(new Uri($"{host.HttpAddress}?extensions={Uri.EscapeDataString(ByHash(Hello)["extensions"]!.ToJsonString())}"));

        Code(unknown).ShouldBe(ErrorCodes.PersistedQueryNotFound);
        unknown["errors"]![0]!["message"]!.GetValue<string>().ShouldBe("PersistedQueryNotFound");
        registered.ToJsonString().ShouldBe(Answer);
        again.ToJsonString().ShouldBe(Answer);
        byGet.ShouldBe(Answer);
    }

    [Fact]
    public async Task a_mutation_that_is_named_by_its_hash_is_still_refused_by_GET()
    {
        await using var host = await LibraryHost.StartAsync();
        var request = ByHash("mutation { clear { int } }");
        await PostAsync(host, ByHash("mutation { clear { int } }", "mutation { clear { int } }"));
        host.Shelf.Books.Add(new(Guid.NewGuid(), "Kept", Guid.NewGuid(), Library.Genre.Fiction));

        using var response = await host.Client.GetAsync(new Uri($"{host.HttpAddress}?extensions={Uri.EscapeDataString(request["extensions"]!.ToJsonString())}"));

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        host.Shelf.Books.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task a_hash_of_something_else_is_refused_and_not_kept()
    {
        await using var host = await LibraryHost.StartAsync();

        Code(await PostAsync(host, ByHash(Hello, "{ books { title } }"))).ShouldBe(ErrorCodes.PersistedQueryHashMismatch);
        Code(await PostAsync(host, ByHash(Hello))).ShouldBe(ErrorCodes.PersistedQueryNotFound);
    }

    [Theory]
    [InlineData("""{"version":2,"sha256Hash":"HASH"}""")]
    [InlineData("""{"version":1,"sha256Hash":"short"}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":"1","sha256Hash":"HASH"}""")]
    [InlineData("7")]
    public async Task a_name_that_is_not_right_is_refused(string persistedQuery)
    {
        await using var host = await LibraryHost.StartAsync();
        var name = persistedQuery.Replace("HASH", Hash(Hello), StringComparison.Ordinal);

        Code(await PostAsync(host, JsonNode.Parse($$$"""{"extensions":{"persistedQuery":{{{name}}}}}""")!)).ShouldBe(ErrorCodes.RequestInvalid);
    }

    [Fact]
    public async Task a_document_that_is_not_valid_is_not_kept()
    {
        await using var host = await LibraryHost.StartAsync();

        Code(await PostAsync(host, ByHash("{ nope }", "{ nope }"))).ShouldBe("FIELDS_ON_CORRECT_TYPE");
        Code(await PostAsync(host, ByHash("{ nope }"))).ShouldBe(ErrorCodes.PersistedQueryNotFound);
    }

    [Fact]
    public async Task only_so_many_documents_are_kept_and_those_used_last_stay()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.PersistedOperations.MaxAutomaticDocuments = 4));

        for (var i = 0; i < 10; i++)
        {
            var query = $"{{ a{i}: hello }}";
            await PostAsync(host, ByHash(query, query));
        }

        Code(await PostAsync(host, ByHash("{ a0: hello }"))).ShouldBe(ErrorCodes.PersistedQueryNotFound);
        (await PostAsync(host, ByHash("{ a9: hello }")))["data"].ShouldNotBeNull();
    }

    [Fact]
    public async Task a_long_document_is_executed_and_not_kept()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.PersistedOperations.MaxAutomaticDocumentLength = 5));

        (await PostAsync(host, ByHash(Hello, Hello)))["data"].ShouldNotBeNull();
        Code(await PostAsync(host, ByHash(Hello))).ShouldBe(ErrorCodes.PersistedQueryNotFound);
    }

    [Fact]
    public async Task a_server_may_take_no_documents_from_clients()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.PersistedOperations.AllowAutomatic = false));

        Code(await PostAsync(host, ByHash(Hello, Hello))).ShouldBe(ErrorCodes.PersistedQueryNotSupported);
    }

    [Theory]
    [InlineData("documentId")]
    [InlineData("id")]
    public async Task a_trusted_document_is_named_by_its_identifier(string parameter)
    {
        await using var host = await TrustingAsync();

        var byPost = await PostAsync(host, new JsonObject { [parameter] = "greeting", ["variables"] = new JsonObject { ["name"] = "Ada" } });
        var byGet = await host.Client.GetStringAsync(new Uri($"{host.HttpAddress}?{parameter}=greeting"));

        byPost["data"]!["hello"]!.GetValue<string>().ShouldBe("Hello Ada");
        byGet.ShouldContain("Hello reader");
    }

    [Fact]
    public async Task an_identifier_that_is_not_known_is_told()
    {
        await using var host = await TrustingAsync();

        Code(await PostAsync(host, new JsonObject { ["documentId"] = "unknown" })).ShouldBe(ErrorCodes.PersistedDocumentNotFound);
    }

    [Fact]
    public async Task a_document_beside_an_identifier_is_refused()
    {
        await using var host = await TrustingAsync();

        Code(await PostAsync(host, new JsonObject { ["documentId"] = "greeting", ["query"] = Hello })).ShouldBe(ErrorCodes.RequestInvalid);
    }

    [Fact]
    public async Task a_server_may_execute_trusted_documents_only()
    {
        await using var host = await TrustingAsync(onlyTrusted: true);

        (await PostAsync(host, new JsonObject { ["documentId"] = "greeting" }))["data"].ShouldNotBeNull();
        Code(await PostAsync(host, new JsonObject { ["query"] = Hello })).ShouldBe(ErrorCodes.PersistedDocumentRequired);
        Code(await PostAsync(host, ByHash(Hello, Hello))).ShouldBe(ErrorCodes.PersistedQueryNotSupported);
    }

    [Fact]
    public async Task a_trusted_document_may_be_named_by_its_hash_as_automatic_ones_are()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder
            .AddInMemoryOperationDocumentStorage(new Dictionary<string, string> { [Hash(Hello)] = Hello })
            .ModifyOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = true));

        (await PostAsync(host, ByHash(Hello))).ToJsonString().ShouldBe(Answer);
    }

    [Fact]
    public async Task a_switch_that_allows_only_trusted_documents_may_leave_some_people_free()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options =>
        {
            options.PersistedOperations.OnlyAllowPersistedDocuments = true;
            options.PersistedOperations.MaySendDocuments = user => user.Identity?.IsAuthenticated == true;
        }));

        Code(await PostAsync(host, new JsonObject { ["query"] = Hello })).ShouldBe(ErrorCodes.PersistedDocumentRequired);
        Code(await PostAsync(host, ByHash(Hello, Hello))).ShouldBe(ErrorCodes.PersistedQueryNotSupported);
        host.Client.DefaultRequestHeaders.Add("X-Member", "yes");
        (await PostAsync(host, new JsonObject { ["query"] = Hello })).ToJsonString().ShouldBe(Answer);
        (await PostAsync(host, ByHash(Hello, Hello))).ToJsonString().ShouldBe(Answer);
    }

    [Fact]
    public async Task documents_in_a_folder_are_found_and_nothing_outside_it_is()
    {
        var folder = Directory.CreateTempSubdirectory();
        var inner = folder.CreateSubdirectory("documents");
        await File.WriteAllTextAsync(Path.Combine(inner.FullName, Hash(Hello) + ".graphql"), Hello);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "outside.graphql"), Hello);
        await using var host = await LibraryHost.StartAsync(builder => builder.AddFileSystemOperationDocumentStorage(inner.FullName));

        (await PostAsync(host, new JsonObject { ["documentId"] = "sha256:" + Hash(Hello) })).ToJsonString().ShouldBe(Answer);
        Code(await PostAsync(host, new JsonObject { ["documentId"] = "../outside" })).ShouldBe(ErrorCodes.PersistedDocumentNotFound);
        Code(await PostAsync(host, new JsonObject { ["documentId"] = Path.Combine(folder.FullName, "outside") })).ShouldBe(ErrorCodes.PersistedDocumentNotFound);
        Code(await PostAsync(host, new JsonObject { ["documentId"] = "missing" })).ShouldBe(ErrorCodes.PersistedDocumentNotFound);
        folder.Delete(recursive: true);
    }

    private static Task<LibraryHost> TrustingAsync(bool onlyTrusted = false) => LibraryHost.StartAsync(builder => builder
        .AddInMemoryOperationDocumentStorage(new Dictionary<string, string> { ["greeting"] = "query($name: String! = \"reader\") { hello(name: $name) }" })
        .ModifyOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = onlyTrusted));

    private static JsonObject ByHash(string hashed, string? sent = null)
    {
        var request = new JsonObject { ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = Hash(hashed) } } };
        if (sent is not null)
            request["query"] = sent;
        return request;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? Code(JsonNode body) => body["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

    private static async Task<JsonNode> PostAsync(LibraryHost host, JsonNode request)
    {
        using var response = await host.Client.PostAsync(host.HttpAddress, new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json"));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
