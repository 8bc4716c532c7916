using Engagement;
using Engagement.Common;
using Engagement.EvidencePacks;
using Engagement.FeedbackPoints;
using Engagement.Forums;
using Engagement.Participants;
using Engagement.SignIn;
using Engagement.Surveys;
using Engagement.Webhooks;
using EventStore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Microsoft.Extensions.DependencyInjection;

public static class EngagementServices
{
    private const int LeastPlatformKeyLength = 32;

    /// <summary>
    /// Registers the whole domain: its event store, messages, commands and reads. Apply <see cref="EngagementSchema"/> before the host starts.
    /// </summary>
    /// <exception cref="ArgumentException">A key is missing or too short, or there is no database.</exception>
    public static IServiceCollection AddEngagement(this IServiceCollection services, Action<EngagementOptions> configure)
    {
        var options = new EngagementOptions();
        configure(options);
        if (options.PlatformKey.Length < LeastPlatformKeyLength)
            throw new ArgumentException($"The platform key must have at least {LeastPlatformKeyLength} bytes.", nameof(configure));

        var keyEncryptionKeys = options.KeyEncryptionKeys is { } source ? new KeyEncryptionKeys(source) : new KeyEncryptionKeys(options.KeyEncryptionKey);

        services.TryAddSingleton(TimeProvider.System);
        AddDataSource(services, options);
        AddMessages(services, options);
        AddEvents(services, options);

        services.AddSingleton(keyEncryptionKeys);
        services.AddSingleton<SubjectKeys>();
        services.AddSingleton<SubjectKeyRotation>();
        services.AddSingleton(new DestructionLedger(options.DestructionLedger));
        services.AddSingleton(new ReceiptPrinter(options.PlatformKey));
        services.AddSingleton(new Handles(options.PlatformKey));
        services.AddSingleton(new CaseReferences(options.PlatformKey));
        services.AddSingleton(new RequestFingerprint(options.PlatformKey));
        services.AddSingleton(new Pseudonyms(options.PlatformKey));
        services.AddSingleton(new KeySecrets(options.PlatformKey));
        services.AddSingleton(new WebhookSecrets(options.PlatformKey));
        services.AddSingleton<EngagementSchema>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<Demonstration>();
        foreach (var module in EngagementModule.All)
            module.AddServices(services);

        return services;
    }

    private static void AddDataSource(IServiceCollection services, EngagementOptions options)
    {
        if (options.DataSource is { } given)
            services.AddSingleton(given);
        else if (options.ConnectionString is { Length: > 0 } connectionString)
            services.AddSingleton(_ => NpgsqlDataSource.Create(Tuned(connectionString)));
        else
            throw new ArgumentException("Engagement was given no database. Set its connection string or its data source.", nameof(options));
    }

    // Statements are prepared once a connection; parsing them anew costs a third of an append.
    private static string Tuned(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.MaxAutoPrepare == 0)
            builder.MaxAutoPrepare = 256;

        builder.AutoPrepareMinUsages = 2;
        builder.NoResetOnClose = true;

        // Npgsql 10.0.0 goes on with a broken connection when it is cut while asking for GSS encryption, which nothing here offers.
        if (builder.GssEncryptionMode == GssEncryptionMode.Prefer)
            builder.GssEncryptionMode = GssEncryptionMode.Disable;
        return builder.ConnectionString;
    }

    private static void AddMessages(IServiceCollection services, EngagementOptions options) => services.AddMessaging(messaging =>
    {
        messaging.Handlers.AddFrom(typeof(EngagementOptions).Assembly);
        messaging.AddQueue(SignInLinks.Queue);
        messaging.AddQueue(MakeEvidencePack.Queue).Parallelism = 1;
        DeliverWebhook.Configure(messaging);
        messaging.KeepsMessageOf = IsOurs;
        messaging.RunWorker = options.RunWorker;
    });

    // Of others, such as of PostgreSQL or of a parser, the words can quote what somebody wrote. Ours are written so that they do not.
    private static bool IsOurs(Exception failure) => failure is EngagementException or EventStoreException;

    private static void AddEvents(IServiceCollection services, EngagementOptions options)
    {
        var builder = services.AddEventStore((provider, store) =>
        {
            store.Connection(provider.GetRequiredService<NpgsqlDataSource>());
            EngagementEvents.AddTo(store.Events);
            store.Events.AddSeals();
            store.KeepsMessageOf = IsOurs;
            foreach (var module in EngagementModule.All)
                module.AddProjections(store.Projections, provider);
        });

        if (options.RunDaemon)
            builder.AddAsyncDaemon();
    }
}
