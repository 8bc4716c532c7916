using System.Text;
using System.Text.Json;
using GraphQL.Language;
using GraphQL.Tests.Hostile;
using GraphQL.Tests.Oracle;
using GraphQL.Tests.Validation;
using GraphQL.TypeSystem;

namespace GraphQL.Tests.Fuzz;

/// <summary>
/// Whatever bytes come, the answer is a document or a syntax error, and it comes. The bytes are random ones, tokens in random order, and
/// documents with bytes changed, left out, doubled or cut off.
/// </summary>
public sealed class Any_bytes(HostileServer server) : IClassFixture<HostileServer>
{
    private const string Document = """"
        "about" query Q($a: [Int!]! = [1, -2.5e3] @x, $b: In = {c: "d\u00e9\uD83D\uDE00\n", e: null}) @y { a: b(c: $a, d: ENUM) { ...F @skip(if: true) ... on T { g } } } # é😀
        fragment F on T { "no" h(i: \"""block \\\""" é\""") }
        extend type T implements A & B @z { "d" a(b: C = 1): [D!]! } union U = | A | B directive @q(a: Int) repeatable on FIELD | QUERY
        input I @oneOf { a: Int } enum E { A B } scalar S interface N { a: Int } schema { query: Q }
        """";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Document);

    [Fact]
    public Task can_be_given_to_the_parser() => Task.Run(() =>
    {
        var parsed = 0;
        foreach (var seed in Seed.Of(60_000))
        {
            var random = new Random(seed);
            var bytes = Make(random);
            try
            {
                var document = GraphQLParser.Parse(bytes);
                parsed++;
                GraphQLParser.Parse(SyntaxPrinter.Print(document), ParserOptions.Trusted);
                Panel.Validate(Encoding.UTF8.GetString(bytes)).ShouldAllBe(error => error.Code != null);
            }
            catch (GraphQLSyntaxException exception)
            {
                exception.Error.Locations.ShouldNotBeNull();
                exception.Message.Length.ShouldBeLessThan(2_000);
            }
            catch (Exception exception)
            {
                Assert.Fail(Seed.Tell(seed, $"{Convert.ToHexString(bytes)}\n{exception}"));
            }
        }

        parsed.ShouldBeGreaterThan(0);
    }).WaitAsync(HostileServer.Patience);

    [Fact]
    public Task can_be_given_as_a_value_or_a_type_or_a_schema() => Task.Run(() =>
    {
        foreach (var seed in Seed.Of(20_000))
        {
            var text = Encoding.UTF8.GetString(Make(new Random(seed)));
            foreach (var read in new Action<string>[]
            {
                source => GraphQLParser.ParseValue(source),
                source => GraphQLParser.ParseConstantValue(source),
                source => GraphQLParser.ParseType(source),
                source => SyntaxStripper.Strip(source),
                source => SchemaBuilder.FromSdl(source).Build(),
            })
            {
                try
                {
                    read(text);
                }
                catch (Exception exception) when (exception is GraphQLSyntaxException or SchemaException)
                {
                    // The two ways in which a text is refused.
                }
                catch (Exception exception)
                {
                    Assert.Fail(Seed.Tell(seed, $"{text}\n{exception}"));
                }
            }
        }
    }).WaitAsync(HostileServer.Patience);

    [Fact]
    public async Task can_be_sent_to_a_server()
    {
        var request = Encoding.UTF8.GetBytes("""{"query":"query($n: String!, $f: BookFilterInput) { hello(name: $n) describe(filter: $f) }","variables":{"n":"é","f":{"genres":["FICTION"]}},"operationName":null,"extensions":{}}""");
        foreach (var seed in Seed.Of(3_000))
        {
            var random = new Random(seed);
            var body = random.Next(4) == 0 ? Make(random) : Change(request, random);

            var (status, text) = await server.PostAsync(new ByteArrayContent(body));

            status.ShouldBeOneOf([200, 400], Seed.Tell(seed, Convert.ToHexString(body)));
            using var answer = JsonDocument.Parse(text);
            answer.RootElement.EnumerateObject().ShouldAllBe(property => property.Name == "data" || property.Name == "errors", Seed.Tell(seed, text));
            text.ShouldNotContain("INTERNAL");
        }

        await server.LivesAsync();
    }

    [Fact]
    public async Task can_be_in_the_address_of_a_query()
    {
        using var client = new HttpClient();
        foreach (var seed in Seed.Of(1_000))
        {
            var random = new Random(seed);
            string Part() => string.Concat(Change(Encoding.UTF8.GetBytes("""{"n":{"a":[1]}} { hello }"""), random).Select(value => $"%{value:X2}"));
            string[] names = ["query", "variables", "operationName", "extensions", "other"];
            var parts = string.Join('&', Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{names[random.Next(names.Length)]}={Part()}"));

            using var response = await client.GetAsync(new Uri($"{server.Address}?{parts}"));

            ((int)response.StatusCode).ShouldBeOneOf([200, 400, 405], Seed.Tell(seed, parts));
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        }

        await server.LivesAsync();
    }

    private static byte[] Make(Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                var noise = new byte[random.Next(1, 60)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return Encoding.UTF8.GetBytes(Mutation.Of(Document, random));
            default:
                return Change(Bytes, random);
        }
    }

    private static byte[] Change(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 1; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                case 3:
                    bytes.Insert(at, "{}()[]\"\\u.#-0"u8[random.Next(13)]);
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 5:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
