using GraphQL.Execution;
using GraphQL.Server;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a GraphQL server to an application's services.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IRequestExecutor"/> and <see cref="SchemaDefinition"/>. The schema is built when either is first asked for. A second
    /// call goes on with the first one's builder.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The builder to add types to.</returns>
    public static GraphQLBuilder AddGraphQL(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.FirstOrDefault(service => service.ServiceType == typeof(GraphQLBuilder))?.ImplementationInstance is GraphQLBuilder existing)
            return existing;
        var builder = new GraphQLBuilder(services);
        services.AddLogging();
        services.AddSingleton(builder);
        services.AddSingleton(builder.Options);
        services.TryAddSingleton(_ => builder.BuildSchema());
        services.TryAddSingleton(provider => new RequestExecutor(
            provider.GetRequiredService<SchemaDefinition>(),
            builder.Options,
            builder.DataLoaders,
            provider.GetRequiredService<ILogger<RequestExecutor>>()));
        services.TryAddSingleton(provider => new PersistedOperations(
            provider.GetRequiredService<RequestExecutor>(),
            builder.Options.PersistedOperations,
            provider.GetService<IOperationDocumentStorage>()));
        services.TryAddSingleton<EventStreams>();
        services.TryAddSingleton<IRequestExecutor>(provider => provider.GetRequiredService<RequestExecutor>());
        return builder;
    }
}
