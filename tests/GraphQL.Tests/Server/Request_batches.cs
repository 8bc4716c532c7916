using System.Net;
using System.Text;

namespace GraphQL.Tests.Server;

public sealed class Request_batches
{
    [Fact]
    public async Task results_come_in_the_order_of_their_requests()
    {
        await using var host = await StartAsync(10);

        var (status, body) = await PostAsync(host, """[{"query":"{ hello }"},{"query":"mutation { clear { int } }"},{"query":"{ nope }"},{"query":"{ books { title } }"}]""");

        status.ShouldBe(HttpStatusCode.OK);
        body.ShouldStartWith("""[{"data":{"hello":"Hello reader"}},{"data":{"clear":{"int":3}}},{"errors":""");
        body.ShouldEndWith("""{"data":{"books":[]}}]""");
    }

    [Theory]
    [InlineData("""[{"query":"mutation { clear { int } }"},{"query":1}]""", "REQUEST_INVALID")]
    [InlineData("""[{"query":"mutation { clear { int } }"},[]]""", "REQUEST_INVALID")]
    [InlineData("""[{"query":"mutation { clear { int } }"},{"query":"{ hello }"},{"query":"{ hello }"}]""", "LIMIT_BATCH")]
    [InlineData("[]", "LIMIT_BATCH")]
    public async Task a_batch_that_is_not_right_changes_nothing(string batch, string code)
    {
        await using var host = await StartAsync(2);

        var (status, body) = await PostAsync(host, batch);

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain(code);
        host.Shelf.Books.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task batches_are_off_unless_a_server_allows_them()
    {
        await using var host = await LibraryHost.StartAsync();

        (await PostAsync(host, """[{"query":"{ hello }"}]""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<LibraryHost> StartAsync(int size) => LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.MaxBatchSize = size));

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(LibraryHost host, string json)
    {
        using var response = await host.Client.PostAsync(host.HttpAddress, new StringContent(json, Encoding.UTF8, "application/json"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
