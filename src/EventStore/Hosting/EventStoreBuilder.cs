using Microsoft.Extensions.DependencyInjection;

namespace EventStore;

/// <summary>Adds to an event store that was registered.</summary>
public sealed class EventStoreBuilder
{
    internal EventStoreBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Runs the asynchronous projections and subscriptions while the host runs. <see cref="IProjectionDaemon.Status"/> says how they are.</summary>
    public EventStoreBuilder AddAsyncDaemon()
    {
        Services.AddHostedService<DaemonHostedService>();
        return this;
    }
}
