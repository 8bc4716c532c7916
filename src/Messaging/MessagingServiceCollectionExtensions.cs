using Messaging;
using Messaging.Diagnostics;
using Messaging.Handling;
using Messaging.Runtime;
using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds messaging to a host.</summary>
public static class MessagingServiceCollectionExtensions
{
    // Messaging may have a pool of its own beside the container's, so it does not register an NpgsqlDataSource under that name.
    private sealed record MessagingDataSource(NpgsqlDataSource Value, bool IsOwned) : IAsyncDisposable, IDisposable
    {
        public ValueTask DisposeAsync() => IsOwned ? Value.DisposeAsync() : ValueTask.CompletedTask;

        public void Dispose()
        {
            if (IsOwned)
                Value.Dispose();
        }
    }

    /// <summary>
    /// Registers <see cref="IMessageBus"/> (scoped), <see cref="MessageOutbox"/>, <see cref="MessagingSchema"/>, <see cref="MessageQueues"/>,
    /// <see cref="DeadLetters"/> and <see cref="MessagingHealth"/> (singletons), the handlers (scoped) and the hosted service that runs the workers.
    /// Handlers are found and compiled here, so their mistakes show at start-up. A TimeProvider of the container's own is used instead of the
    /// database's clock.
    /// </summary>
    /// <exception cref="HandlerInvalidException">A handler does not follow the convention.</exception>
    public static IServiceCollection AddMessaging(this IServiceCollection services, Action<MessagingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new MessagingOptions();
        configure(options);
        var routes = new MessageRoutes(options.Handlers.Types, options.Json);
        var statements = new EnvelopeStatements(options.Schema, new FailureText(options.KeepsMessageOf));

        foreach (var handler in options.Handlers.Types.Where(type => !HandlerRegistry.IsStatic(type)))
            services.TryAddScoped(handler);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => options.DataSource is { } dataSource
            ? new MessagingDataSource(dataSource(provider), options.OwnsDataSource)
            : new MessagingDataSource(provider.GetRequiredService<NpgsqlDataSource>(), IsOwned: false));
        services.AddSingleton(_ => new WakeSignals(options));
        services.AddSingleton(provider => new MessagingSchema(DataSource(provider), options.Schema, forgetsWords: options.KeepsMessageOf is not null));
        services.AddSingleton(provider => new MessagingClock(provider.GetRequiredService<TimeProvider>(), options.UseDatabaseClock));
        services.AddSingleton(_ => new ThisNode(options));
        services.AddSingleton(_ => new MessagingTelemetry());
        services.AddSingleton(provider => new MessageOutbox(
            options, routes, statements, provider.GetRequiredService<WakeSignals>(), provider.GetRequiredService<MessagingClock>()));
        services.AddSingleton(provider => new MessageQueues(DataSource(provider), options, provider.GetRequiredService<MessagingClock>()));
        services.AddSingleton(provider => new DeadLetters(
            DataSource(provider), options, routes, provider.GetRequiredService<WakeSignals>(), provider.GetRequiredService<MessagingClock>()));
        services.AddSingleton(provider => new MessagingHealth(provider.GetRequiredService<MessageQueues>(), provider.GetRequiredService<ThisNode>(), options));

        services.AddScoped<CurrentMessage>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentMessage>().Context
            ?? throw new InvalidOperationException("MessageContext exists only while a message is handled. Ask for IMessageBus or MessageOutbox elsewhere."));
        services.AddScoped<IMessageBus>(provider => (IMessageBus?)provider.GetRequiredService<CurrentMessage>().Context
            ?? new MessageBus(DataSource(provider), provider.GetRequiredService<MessageOutbox>()));

        services.AddSingleton(provider => new MessageProcessor(
            DataSource(provider),
            statements,
            routes,
            provider.GetRequiredService<MessageOutbox>(),
            options,
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<ThisNode>(),
            provider.GetRequiredService<MessagingClock>(),
            provider.GetRequiredService<ILogger<MessageProcessor>>()));
        services.AddHostedService(provider => new MessagingService(
            DataSource(provider),
            statements,
            routes,
            provider.GetRequiredService<MessageProcessor>(),
            provider.GetRequiredService<MessageQueues>(),
            provider.GetRequiredService<ThisNode>(),
            provider.GetRequiredService<WakeSignals>(),
            options,
            provider.GetRequiredService<MessagingClock>(),
            provider.GetRequiredService<MessagingTelemetry>(),
            provider.GetRequiredService<IServiceProviderIsService>(),
            handler => services.LastOrDefault(service => service.ServiceType == handler && !service.IsKeyedService)?.ImplementationType,
            provider.GetRequiredService<ILogger<MessagingService>>()));
        return services;
    }

    private static NpgsqlDataSource DataSource(IServiceProvider provider) => provider.GetRequiredService<MessagingDataSource>().Value;
}
