using GraphQL.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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
    /// <returns>The endpoint, to add metadata to.</returns>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var middleware = ActivatorUtilities.CreateInstance<GraphQLEndpoint>(endpoints.ServiceProvider);
        return endpoints.Map(pattern, (RequestDelegate)middleware.InvokeAsync).WithDisplayName("GraphQL");
    }
}
