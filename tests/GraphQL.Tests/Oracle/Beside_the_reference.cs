using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.Validation;

namespace GraphQL.Tests.Oracle;

/// <summary>The engine and the reference implementation are asked the same and must answer the same.</summary>
public sealed partial class Beside_the_reference(Reference reference) : IClassFixture<Reference>
{
    private static readonly ParserOptions Unlimited = ParserOptions.Trusted;

    [Fact]
    public void schemas_are_accepted_and_printed_alike()
    {
        foreach (var seed in Seed.Of(60))
        {
            var random = new Random(seed);
            var sdl = new RandomSdl(random).Write();
            if (random.Next(2) == 0)
                sdl = Mutation.Of(sdl, random);

            var expected = reference.Ask("schema", new() { ["sdl"] = sdl });
            var printed = Print(sdl);

            (printed is not null).ShouldBe(expected["isValid"]!.GetValue<bool>(), Seed.Tell(seed, sdl));
            if (printed is not null)
                Alike(printed.TrimEnd('\n'), expected["printed"]!.GetValue<string>().Replace("{  }", "{}", StringComparison.Ordinal), Seed.Tell(seed, sdl));
        }

        static string? Print(string sdl)
        {
            try
            {
                return SchemaBuilder.FromSdl(sdl).Build().ToSdl(new SdlOptions { Sorted = false, AppliedDirectives = false });
            }
            catch (Exception exception) when (exception is SchemaException or GraphQLSyntaxException)
            {
                return null;
            }
        }
    }

    [Fact]
    public async Task documents_are_parsed_printed_and_validated_alike()
    {
        foreach (var (seed, random, server) in Cases(400))
        {
            await using var _ = server;
            var document = new RandomDocument(server.Schema, random).Write();
            if (random.Next(3) > 0)
                document = Mutation.Of(document, random);
            var about = Seed.Tell(seed, $"{server.Sdl}\n\n{document}");

            if (Parse(document, about) is { } parsed)
                Validate(server, document, parsed, about);
        }
    }

    [Fact]
    public async Task operations_are_executed_alike()
    {
        var executed = 0;
        foreach (var (seed, random, server) in Cases(500))
        {
            await using var _ = server;
            var writer = new RandomDocument(server.Schema, random);
            var document = writer.Write();
            var root = writer.Data(new NonNullType(server.Schema.QueryType), 4) ?? new JsonObject();
            if (DocumentValidator.Validate(server.Schema, GraphQLParser.Parse(document, Unlimited)).Count > 0)
                continue;
            executed++;
            var about = Seed.Tell(seed, $"{server.Sdl}\n\n{document}\n\n{writer.Variables.ToJsonString()}\n\n{root.ToJsonString()}");

            var expected = reference.Ask("execute", new()
            {
                ["sdl"] = server.Sdl,
                ["source"] = document,
                ["variables"] = writer.Variables.DeepClone(),
                ["root"] = root.DeepClone(),
            });
            var actual = await server.ExecuteAsync(document, writer.Variables, root);

            actual.AsObject().ContainsKey("data").ShouldBe(expected["hasData"]!.GetValue<bool>(), about);
            Alike(Text(actual["data"]), Text(expected["data"]), about);

            // When nothing was executed there are no paths, and each error still has its like.
            Alike(Paths(actual["errors"]?.AsArray().Select(error => error!["path"])), Paths(expected["paths"]!.AsArray()), about);
        }

        executed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task every_mistake_in_variables_is_told_at_the_same_place()
    {
        var most = 0;
        foreach (var (seed, random, server) in Cases(300, maxErrors: 1_000))
        {
            await using var _ = server;
            var writer = new RandomDocument(server.Schema, random) { Rightness = 3 };
            var document = writer.Write();
            if (DocumentValidator.Validate(server.Schema, GraphQLParser.Parse(document, Unlimited)).Count > 0)
                continue;
            var about = Seed.Tell(seed, $"{server.Sdl}\n\n{document}\n\n{writer.Variables.ToJsonString()}");

            var expected = reference.Ask("variables", new() { ["sdl"] = server.Sdl, ["source"] = document, ["variables"] = writer.Variables.DeepClone() });
            var actual = await server.ExecuteAsync(document, writer.Variables, new JsonObject());

            var places = expected["messages"]!.AsArray().Select(message => ReferencePlace().Match(message!.GetValue<string>())).ToList();
            var told = actual.AsObject().ContainsKey("data") ? [] : actual["errors"]!.AsArray()
                .Select(error => EnginePlace().Match(error!["message"]!.GetValue<string>())).ToList();
            Alike(Lines(told), Lines(places), about);
            most = Math.Max(most, told.Count);
        }

        most.ShouldBeGreaterThan(3);

        static string Lines(IEnumerable<Match> places) => string.Join('\n', places
            .Select(place => place.Groups["variable"].Value + place.Groups["path"].Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^Variable \"\\$(?<variable>\\w+)\" has invalid value(?: at (?<path>[^:]+))?:")]
    private static partial Regex ReferencePlace();

    [GeneratedRegex("^Variable \"\\$(?<variable>\\w+)\"(?:.* at \"\\k<variable>(?<path>[^\"]+)\";)?")]
    private static partial Regex EnginePlace();

    private static IEnumerable<(int Seed, Random Random, CaseServer Server)> Cases(int count, int maxErrors = 50)
    {
        foreach (var seed in Seed.Of(count))
        {
            var random = new Random(seed);
            yield return (seed, random, new CaseServer(new RandomSdl(random).Write(), maxErrors));
        }
    }

    private DocumentNode? Parse(string document, string about)
    {
        var expected = reference.Ask("parse", new() { ["kind"] = "document", ["source"] = document });
        try
        {
            var parsed = GraphQLParser.Parse(document, Unlimited);

            // Where lines are broken is a matter of taste; that the same is said is not.
            expected["printed"].ShouldNotBeNull(about);
            var again = reference.Ask("parse", new() { ["kind"] = "document", ["source"] = SyntaxPrinter.Print(parsed) });
            Alike(again["printed"]?.GetValue<string>() ?? "", expected["printed"]!.GetValue<string>(), about);
            return parsed;
        }
        catch (GraphQLSyntaxException exception)
        {
            var location = expected["location"].ShouldNotBeNull(about);
            exception.Error.Locations.ShouldBe([new Location(location["line"]!.GetValue<int>(), location["column"]!.GetValue<int>())], about);
            return null;
        }
    }

    private void Validate(CaseServer server, string document, DocumentNode parsed, string about)
    {
        var expected = reference.Ask("validate", new() { ["sdl"] = server.Sdl, ["source"] = document })["errors"]!.AsArray()
            .Select(error => $"{error!["rule"]!.GetValue<string>()} {string.Join(' ', error["locations"]!.AsArray().Select(place => $"{place!["line"]}:{place["column"]}"))}")
            .Order(StringComparer.Ordinal)
            .ToList();
        var options = new ValidationOptions { MaxErrors = 1_000 };
        var actual = ValidationRules.Create()
            .SelectMany(rule => DocumentValidator.Validate(server.Schema, parsed, [rule], options))
            .Select(error => $"{RuleName(error.Code!)} {string.Join(' ', (error.Locations ?? []).Select(place => $"{place.Line}:{place.Column}"))}")
            .Order(StringComparer.Ordinal);

        // Of a field given twice the reference looks at the last only.
        var givenTwice = expected.Any(error => error.StartsWith("UniqueInputFieldNamesRule", StringComparison.Ordinal));
        bool IsCompared(string error) => !givenTwice || !error.StartsWith("ValuesOfCorrectTypeRule", StringComparison.Ordinal);
        Alike(string.Join('\n', actual.Where(IsCompared)), string.Join('\n', expected.Where(IsCompared)), about);
    }

    private static void Alike(string actual, string? expected, string about)
    {
        if (actual != expected)
            Assert.Fail($"{about}\n\nThe reference:\n{expected}\n\nThe engine:\n{actual}");
    }

    private static string RuleName(string code) => string.Concat(code.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant())) + "Rule";

    private static string Text(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject fields => $"{{{string.Join(',', fields.Select(field => $"{field.Key}:{Text(field.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Text))}]",

        // 1e+40 and 1E+40 are one number.
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => value.GetValue<System.Text.Json.JsonElement>().GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private static string Paths(IEnumerable<JsonNode?>? paths) => string.Join('\n', (paths ?? []).Select(path => path?.ToJsonString() ?? "null").Order(StringComparer.Ordinal));
}
