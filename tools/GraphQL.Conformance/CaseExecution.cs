using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Conformance;

/// <summary>Executes a case: a schema from text, whose values are read from the case's JSON.</summary>
internal static class CaseExecution
{
    private static readonly ClaimsPrincipal Anonymous = new(new ClaimsIdentity());

    public static JsonObject Execute(JsonElement request)
    {
        var sdl = request.GetProperty("sdl").GetString()!;
        var root = request.TryGetProperty("root", out var given) ? given.Clone() : default;
        var services = new ServiceCollection();
        var builder = services.AddGraphQL().AddDocumentFromString(sdl).ModifyOptions(options =>
        {
            options.Parser = Operations.Unlimited;

            // The reference executes what it is given; that documents are valid is another question.
            options.ValidatesDocuments = false;
            options.ExecutionTimeout = TimeSpan.FromMinutes(5);
        });
        foreach (var type in SchemaBuilder.FromSdl(sdl).Build().Types.OfType<ObjectType>().Where(type => !type.IsIntrospection))
        {
            foreach (var field in type.Fields)
                builder.AddResolver(type.Name, field.Name, context => CaseResolver.Resolve(context, root));
        }

        using var provider = services.BuildServiceProvider();
        var operation = new OperationRequest(
            request.GetProperty("query").GetString()!,
            request.TryGetProperty("variables", out var variables) ? variables.Clone() : default,
            request.TryGetProperty("operationName", out var name) ? name.GetString() : null);
        var result = provider.GetRequiredService<IRequestExecutor>().ExecuteAsync(operation, provider, Anonymous).GetAwaiter().GetResult();
        return new JsonObject { ["result"] = JsonNode.Parse(result.ToJson(), documentOptions: new JsonDocumentOptions { MaxDepth = 100_000 }) };
    }
}
