using System.Security.Claims;
using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.Server;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Library;

/// <summary>The sample schema with its own data, executed in process.</summary>
internal sealed class LibraryServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public LibraryServer(Action<GraphQLBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Shelf);
        services.AddSingleton(Archive.Of([]));
        var builder = services.AddGraphQL().AddGraphQLTestsTypes();
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
    }

    public Shelf Shelf { get; } = new();

    public IRequestExecutor Executor => _services.GetRequiredService<IRequestExecutor>();

    public IServiceProvider Services => _services;

    public static ClaimsPrincipal Anonymous { get; } = new(new ClaimsIdentity());

    public static ClaimsPrincipal Member(params string[] permissions) =>
        new(new ClaimsIdentity(permissions.Select(permission => new Claim("permission", permission)), "test"));

    public async Task<JsonNode> ExecuteAsync(string query, object? variables = null, ClaimsPrincipal? user = null)
    {
        var request = variables is null ? new OperationRequest(query) : OperationRequest.Create(query, variables);
        await using var scope = _services.CreateAsyncScope();
        var result = await Executor.ExecuteAsync(request, scope.ServiceProvider, user ?? Anonymous);
        return JsonNode.Parse(result.ToJson())!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
