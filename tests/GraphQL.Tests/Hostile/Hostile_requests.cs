using System.Text;
using System.Text.Json;

namespace GraphQL.Tests.Hostile;

/// <summary>Requests made to harm: each is refused with a short answer, and the server goes on.</summary>
public sealed class Hostile_requests(HostileServer server) : IClassFixture<HostileServer>
{
    private const int LongestAnswer = 16 * 1024;

    private static readonly Dictionary<string, (string Query, string Variables)> Cases = new()
    {
        ["fields nested 100,000 deep"] = (Nest("{a", 100_000, "}"), "null"),
        ["inline fragments nested 100,000 deep"] = (Nest("{...", 100_000, "}"), "null"),
        ["list values nested 100,000 deep"] = ("{ hello(name: " + Nest("[", 100_000, "]") + ") }", "null"),
        ["object values nested 100,000 deep"] = ("{ hello(name: " + Nest("{a:", 100_000, "}") + ") }", "null"),
        ["list types nested 100,000 deep"] = ("query ($a: " + Nest("[", 100_000, "]") + ") { hello }", "null"),
        ["values nested as deep as may be"] = ("{ hello(name: " + Nest("[", 190, "1" + new string(']', 190)) + ") }", "null"),
        ["a default nested as deep as may be"] = ("query ($f: BookFilterInput = " + Nest("{after:", 190, "1" + new string('}', 190)) + ") { describe(filter: $f) }", "null"),
        ["variables of lists 20,000 deep"] = ("query ($f: BookFilterInput!) { describe(filter: $f) }", "{\"f\":" + Nest("[", 20_000, new string(']', 20_000)) + "}"),
        ["variables of objects 20,000 deep"] = ("query ($f: BookFilterInput!) { describe(filter: $f) }", "{\"f\":" + Nest("{\"f\":", 20_000, "1" + new string('}', 20_000)) + "}"),
        ["fragments that double 40 times"] = ("{ ...F0 }" + Many(40, i => $" fragment F{i} on Query {{ a: node(id: \"1\") {{ ... on Query {{ ...F{i + 1} }} }} ...F{i + 1} ...F{i + 1} }}") + " fragment F40 on Query { hello }", "null"),
        ["fragments in a cycle"] = ("{ ...F0 }" + Many(500, i => $" fragment F{i} on Query {{ ...F{(i + 1) % 500} hello }}"), "null"),
        ["fragments that all spread each other"] = ("{ ...F0 }" + Many(40, i => $" fragment F{i} on Query {{{Many(40, j => $" ...F{j}")} }}"), "null"),
        ["one field 8,000 times"] = ("{" + Many(8_000, _ => " hello") + "}", "null"),
        ["2,000 fields of one name and other arguments"] = ("{" + Many(2_000, i => $" hello(times: {i})") + "}", "null"),
        ["10,000 aliases"] = ("{" + Many(10_000, i => $" a{i}: hello") + "}", "null"),
        ["10,000 directives in one place"] = ("{ hello" + Many(10_000, _ => " @skip(if: false)") + "}", "null"),
        ["directives no one knows in 2,000 places"] = ("{" + Many(2_000, i => $" a{i}: hello @x @y @z @w") + "}", "null"),
        ["an integer of a million digits"] = ("{ hello(times: " + new string('9', 1_000_000) + ") }", "null"),
        ["a fraction of a million digits"] = ("{ hello(times: 0." + new string('9', 1_000_000) + ") }", "null"),
        ["an integer of a million digits as a variable"] = ("query ($n: Int!) { hello(times: $n) }", "{\"n\":" + new string('9', 1_000_000) + "}"),
        ["an identifier of 400,000 letters"] = ("query ($n: ID!) { node(id: $n) { id } }", "{\"n\":\"" + new string('A', 400_000) + "\"}"),
        ["a field's name of a million letters"] = ("{ " + new string('a', 1_000_000) + " }", "null"),
        ["an alias of 100,000 letters on a list"] = ("{ books { " + new string('a', 100_000) + ": title } }", "null"),
        ["a variable's name of a million letters"] = ("query ($" + new string('a', 1_000_000) + ": Int!) { hello }", "null"),
        ["a variable of that length where none may be"] = ("query ($a: Int = $" + new string('a', 1_000_000) + ") { hello }", "null"),
        ["a text that never ends"] = ("{ hello(name: \"" + new string('a', 1_000_000), "null"),
        ["a block text that never ends"] = ("{ hello(name: \"\"\"" + new string('\n', 500_000), "null"),
        ["a field of a variable's object of a million letters"] = ("query ($f: BookFilterInput!) { describe(filter: $f) }", "{\"f\":{\"" + new string('a', 1_000_000) + "\":1}}"),
        ["a list of 300,000 wrong items"] = ("query ($f: BookFilterInput!) { describe(filter: $f) }", "{\"f\":{\"genres\":[" + Many(300_000, _ => "1,") + "1]}}"),
        ["an enum's value of a million letters"] = ("query ($f: BookFilterInput!) { describe(filter: $f) }", "{\"f\":{\"genres\":[\"" + new string('A', 1_000_000) + "\"]}}"),
        ["2,000 unknown fields"] = ("{" + Many(2_000, i => $" nothing{i}") + "}", "null"),
        ["5,000 operations"] = (Many(5_000, i => $" query Q{i} {{ __typename }}"), "null"),
        ["5,000 variables that no one uses"] = ("query (" + Many(5_000, i => $" $v{i}: Int") + ") { hello }", "null"),
        ["introspection that asks for types of fields of types"] = ("{ __schema { types " + Nest("{ fields { type ", 8, "{ name }" + new string('}', 16)) + " } }", "null"),
        ["only commas"] = (new string(',', 1_000_000), "null"),
        ["only comments"] = (Many(200_000, _ => "#x\n"), "null"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    internal static IEnumerable<string> Bodies => Cases.Keys.Select(BodyOf);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task are_refused_in_few_words(string name)
    {
        var (status, text) = await server.PostAsync(BodyOf(name));

        // Nothing is executed, but for what only the resolver can refuse.
        status.ShouldBeOneOf(name == "an identifier of 400,000 letters" ? [200] : [400, 413]);
        text.Length.ShouldBeLessThan(LongestAnswer);
        using var answer = JsonDocument.Parse(text);
        answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
        await server.LivesAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_body_of_40_MB_is_refused_whether_or_not_it_says_its_length(bool saysItsLength)
    {
        var body = new Unending(40_000_000, saysItsLength);

        try
        {
            var (status, text) = await server.PostAsync(body);
            status.ShouldBe(413);
            text.Length.ShouldBeLessThan(LongestAnswer);
        }
        catch (HttpRequestException)
        {
            // The server may close the connection while the body is still on its way, and the client see that first.
        }

        await server.LivesAsync();
    }

    [Fact]
    public async Task an_operation_name_of_a_million_letters_is_not_repeated()
    {
        var (status, text) = await server.PostAsync($$"""{"query":"{ hello }","operationName":"{{new string('a', 1_000_000)}}"}""");

        status.ShouldBe(400);
        text.Length.ShouldBeLessThan(LongestAnswer);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"query\":")]
    [InlineData("{\"query\":[")]
    public async Task a_body_nested_100_000_deep_is_no_request(string open)
    {
        var (status, text) = await server.PostAsync(Nest(open, 100_000, ""));

        status.ShouldBe(400);
        text.Length.ShouldBeLessThan(LongestAnswer);
        await server.LivesAsync();
    }

    [Fact]
    public async Task a_batch_of_20_000_requests_is_not_carried_out()
    {
        var (status, text) = await server.PostAsync("[" + string.Join(',', Enumerable.Repeat("""{"query":"{ hello }"}""", 20_000)) + "]");

        status.ShouldBeOneOf(400, 413);
        text.Length.ShouldBeLessThan(LongestAnswer);
        await server.LivesAsync();
    }

    [Fact]
    public async Task connections_that_never_finish_their_request_keep_no_one_waiting()
    {
        var idle = new List<Stream>();
        for (var i = 0; i < 200; i++)
        {
            var stream = await server.ConnectAsync();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"query\":"));
            idle.Add(stream);
        }

        for (var i = 0; i < 20; i++)
            await server.LivesAsync();
        foreach (var stream in idle)
            await stream.DisposeAsync();
        await server.LivesAsync();
    }

    private static string BodyOf(string name) => $"{{\"query\":{JsonSerializer.Serialize(Cases[name].Query)},\"variables\":{Cases[name].Variables}}}";

    private static string Nest(string open, int times, string innermost) => Many(times, _ => open) + innermost;

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    /// <summary>A body made as it is sent.</summary>
    private sealed class Unending(long length, bool saysItsLength) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            var part = Encoding.ASCII.GetBytes(new string(' ', 100_000));
            for (var sent = 0L; sent < length; sent += part.Length)
                await stream.WriteAsync(part);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return saysItsLength;
        }
    }
}
