using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Execution;

/// <summary>Small schemas written as text, for rules that are clearer without C# types.</summary>
internal static class Sdl
{
    public static async Task<JsonNode> ExecuteAsync(
        string sdl, string query, Action<SchemaBuilder> configure, object? variables = null, Action<GraphQLOptions>? options = null)
    {
        var services = new ServiceCollection();
        services.AddGraphQL().ModifyOptions(options ?? (_ => { })).ConfigureSchema(schema =>
        {
            schema.AddSdl(sdl);
            configure(schema);
        });
        await using var provider = services.BuildServiceProvider();
        var request = variables is null ? new OperationRequest(query) : OperationRequest.Create(query, variables);
        var result = await provider.GetRequiredService<IRequestExecutor>().ExecuteAsync(request, provider, Library.LibraryServer.Anonymous);
        return JsonNode.Parse(result.ToJson())!;
    }

    public static void Resolve(this SchemaBuilder schema, string type, string field, Func<IResolverContext, object?> resolve) =>
        schema.Configure<ObjectType>(type, definition => definition.Fields[field].SyncResolver = resolve);

    public static void ResolveAsync(this SchemaBuilder schema, string type, string field, FieldResolver resolve) =>
        schema.Configure<ObjectType>(type, definition => definition.Fields[field].Resolver = resolve);
}
