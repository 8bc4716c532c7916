using GraphQL.Execution;
using GraphQL.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts a GraphQL server on a path.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Answers GraphQL over HTTP (POST and GET), GraphQL over server-sent events, and graphql-transport-ws on one path. For the socket, call
    /// <c>app.UseWebSockets()</c> before.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="configure">What the path offers beside: GraphiQL for browsers, which in development it does by default.</param>
    /// <returns>The endpoint, to add metadata to.</returns>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern = "/graphql", Action<GraphQLServerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = new GraphQLServerOptions();
        configure?.Invoke(options);
        var services = endpoints.ServiceProvider;
        var hasTool = options.Tool.Enable ?? services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var middleware = new GraphQLEndpoint(
            services.GetRequiredService<RequestExecutor>(),
            services.GetRequiredService<PersistedOperations>(),
            services.GetRequiredService<EventStreams>(),
            services.GetRequiredService<GraphQLOptions>(),
            services.GetRequiredService<IHostApplicationLifetime>(),
            hasTool ? ToolPage.Load(options.Tool) : null);
        return endpoints.Map(pattern, (RequestDelegate)middleware.InvokeAsync).WithDisplayName("GraphQL");
    }
}
