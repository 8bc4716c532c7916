using EventStore;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers an event store.</summary>
public static class EventStoreServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="DocumentStore"/> and its <see cref="IProjectionDaemon"/> for the life of the program, and an
    /// <see cref="IDocumentSession"/> and an <see cref="IQuerySession"/> for each scope.
    /// </summary>
    public static EventStoreBuilder AddEventStore(this IServiceCollection services, Action<StoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddEventStore((_, options) => configure(options));
    }

    /// <summary>The same, with services to configure from: a shared data source, projections that have dependencies.</summary>
    public static EventStoreBuilder AddEventStore(this IServiceCollection services, Action<IServiceProvider, StoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSingleton(provider => DocumentStore.For(options =>
        {
            if (provider.GetService<ILoggerFactory>() is { } logging) options.Logger = logging.CreateLogger<DocumentStore>();
            if (provider.GetService<TimeProvider>() is { } clock) options.TimeProvider = clock;
            configure(provider, options);
        }));
        services.AddSingleton(provider => provider.GetRequiredService<DocumentStore>().BuildDaemon());
        services.AddScoped(provider => provider.GetRequiredService<DocumentStore>().LightweightSession());
        services.AddScoped(provider => provider.GetRequiredService<DocumentStore>().QuerySession());
        return new EventStoreBuilder(services);
    }
}
