using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.TypeSystem.Sdl;
using GraphQL.Validation;

namespace GraphQL.Conformance;

/// <summary>What can be asked: parse, strip, validate, validateSdl, schema and execute.</summary>
internal sealed class Operations
{
    private const int NoMaximum = 1_000;
    private readonly Dictionary<string, SchemaDefinition> _schemas = new(StringComparer.Ordinal);

    // The cases are about the language and not about the limits of a public server.
    public static ParserOptions Unlimited { get; } = ParserOptions.Trusted with { MaxDepth = int.MaxValue };

    public JsonObject Answer(JsonElement request) => request.GetProperty("op").GetString() switch
    {
        "parse" => Parse(request),
        "strip" => Strip(request),
        "validate" => Validate(request),
        "validateSdl" => ValidateSdl(request),
        "schema" => BuildSchema(request),
        "execute" => CaseExecution.Execute(request),
        _ => new JsonObject { ["unsupported"] = true },
    };

    private static JsonObject Parse(JsonElement request)
    {
        var source = Text(request, "source")!;
        var options = request.TryGetProperty("options", out var given) && given.ValueKind == JsonValueKind.Object && Number(given, "maxTokens") is { } maxTokens
            ? Unlimited with { MaxTokens = maxTokens }
            : Unlimited;
        try
        {
            SyntaxNode node = Text(request, "kind") switch
            {
                "value" => GraphQLParser.ParseValue(source, options),
                "constValue" => GraphQLParser.ParseConstantValue(source, options),
                "type" => GraphQLParser.ParseType(source, options),
                _ => GraphQLParser.Parse(source, options),
            };
            return new JsonObject { ["accept"] = true, ["printed"] = SyntaxPrinter.Print(node) };
        }
        catch (GraphQLSyntaxException exception)
        {
            return new JsonObject { ["accept"] = false, ["error"] = ErrorJson.Of(exception.Error) };
        }
    }

    private static JsonObject Strip(JsonElement request)
    {
        try
        {
            return new JsonObject { ["stripped"] = SyntaxStripper.Strip(Text(request, "source")!) };
        }
        catch (GraphQLSyntaxException exception)
        {
            return new JsonObject { ["error"] = ErrorJson.Of(exception.Error) };
        }
    }

    private JsonObject Validate(JsonElement request)
    {
        var schema = SchemaOf(Text(request, "sdl")!);
        if (!TryParse(Text(request, "query")!, out var document, out var mistake))
            return new JsonObject { ["errors"] = ErrorJson.Of([mistake]) };
        var rules = ValidationRules.Create();
        var errors = new List<GraphQLError>();
        if (request.TryGetProperty("rules", out var names) && names.ValueKind == JsonValueKind.Array)
        {
            var wanted = names.EnumerateArray().Select(name => name.GetString()!).ToList();
            var chosen = rules.Concat([new NoDeprecatedCustomRule(), new NoSchemaIntrospectionCustomRule()]).Where(rule => wanted.Contains(ErrorJson.RuleName(rule.Code))).ToList();
            if (chosen.Count != wanted.Count)
                return new JsonObject { ["unsupported"] = true };
            errors.AddRange(DocumentValidator.Validate(schema, document, chosen, Limits(Number(request, "maxErrors") ?? NoMaximum)));
        }
        else
        {
            // Each rule alone, so that none can hide what another has to say.
            foreach (var rule in rules)
                errors.AddRange(DocumentValidator.Validate(schema, document, [rule], Limits(NoMaximum)));
        }

        return new JsonObject { ["errors"] = ErrorJson.Of(errors) };
    }

    private static JsonObject ValidateSdl(JsonElement request)
    {
        if (!TryParse(Text(request, "sdl")!, out var document, out var mistake))
            return new JsonObject { ["errors"] = ErrorJson.Of([mistake]) };
        var baseDocuments = Text(request, "baseSdl") is { } sdl ? new[] { GraphQLParser.Parse(sdl, Unlimited) } : [];
        return new JsonObject { ["errors"] = ErrorJson.Of(SdlErrors(baseDocuments, document)) };
    }

    private static JsonObject BuildSchema(JsonElement request)
    {
        var builder = new SchemaBuilder();
        var documents = new List<DocumentNode>();
        foreach (var text in TextsOf(request))
        {
            if (!TryParse(text, out var document, out var mistake))
                return new JsonObject { ["stage"] = "build", ["errors"] = ErrorJson.Of([mistake]) };

            // The reference stops at the first text with mistakes and tells them all in one error, without places.
            if (SdlErrors(documents, document) is { Count: > 0 } mistakes)
                return new JsonObject { ["stage"] = "build", ["errors"] = ErrorJson.Of([new(string.Join("\n\n", mistakes.Select(error => error.Message)))]) };
            documents.Add(document);
            builder.AddSdl(text);
        }

        try
        {
            var printed = builder.Build().ToSdl(new SdlOptions { Sorted = false, AppliedDirectives = false }).TrimEnd('\n');
            return new JsonObject { ["stage"] = "ok", ["errors"] = new JsonArray(), ["printed"] = printed };
        }
        catch (SchemaException exception)
        {
            return new JsonObject { ["stage"] = "validate", ["errors"] = ErrorJson.Of(exception.Errors) };
        }
    }

    private static IReadOnlyList<GraphQLError> SdlErrors(IReadOnlyList<DocumentNode> whole, DocumentNode document)
    {
        var assembly = new SchemaAssembly { IsWhole = whole.Count > 0 };
        SdlReader.Read(whole, assembly);
        SdlValidator.Validate([document], assembly, assembly.Errors);
        return assembly.Errors.All;
    }

    private static IEnumerable<string> TextsOf(JsonElement request)
    {
        yield return Text(request, "sdl")!;
        if (!request.TryGetProperty("extensions", out var extensions) || extensions.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var extension in extensions.EnumerateArray())
            yield return extension.GetString()!;
    }

    private static bool TryParse(string text, [NotNullWhen(true)] out DocumentNode? document, [NotNullWhen(false)] out GraphQLError? mistake)
    {
        (document, mistake) = (null, null);
        try
        {
            document = GraphQLParser.Parse(text, Unlimited);
            return true;
        }
        catch (GraphQLSyntaxException exception)
        {
            mistake = exception.Error;
            return false;
        }
    }

    private SchemaDefinition SchemaOf(string sdl)
    {
        if (!_schemas.TryGetValue(sdl, out var schema))
            _schemas.Add(sdl, schema = SchemaBuilder.FromSdl(sdl).Build());
        return schema;
    }

    private static ValidationOptions Limits(int maxErrors) => new()
    {
        MaxErrors = maxErrors,
        MaxDepth = int.MaxValue,
        MaxFragmentVisits = int.MaxValue,
        MaxFieldMergeComparisons = int.MaxValue,
    };

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
