using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.Server;
using GraphQL.Tests.Library;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.SchemaFirst;

/// <summary>A server whose schema is text, executed in process.</summary>
internal sealed class SdlServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SdlServer(string sdl, Action<GraphQLBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddGraphQL().AddDocumentFromString(sdl);
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
    }

    public IRequestExecutor Executor => _services.GetRequiredService<IRequestExecutor>();

    public async Task<JsonNode> ExecuteAsync(string query, object? variables = null) =>
        JsonNode.Parse((await Executor.ExecuteAsync(Request(query, variables), _services, LibraryServer.Anonymous)).ToJson())!;

    public async Task<List<string>> SubscribeAsync(string query)
    {
        var results = new List<string>();
        await foreach (var result in Executor.SubscribeAsync(Request(query, null), _services, LibraryServer.Anonymous))
            results.Add(result.ToJson());
        return results;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static OperationRequest Request(string query, object? variables) =>
        variables is null ? new OperationRequest(query) : OperationRequest.Create(query, variables);
}
