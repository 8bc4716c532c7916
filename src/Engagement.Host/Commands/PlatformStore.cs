using System.CommandLine;
using Engagement.Host.Printing;
using EventStore;
using Npgsql;

namespace Engagement.Host.Commands;

/// <summary>The event store of a platform, for a command beside it: whether it runs meanwhile or not, and without taking part in its work.</summary>
internal sealed class PlatformStore : IAsyncDisposable
{
    private readonly Database _database;
    private readonly ServiceProvider _services;

    private PlatformStore(Database database, ServiceProvider services, KeySources keys)
    {
        (_database, _services, Keys) = (database, services, keys);
        Stored = DocumentStore.For(options => options.Connection(Store.DataSource));
    }

    /// <summary>The domain as the platform has it, without what runs in the background.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The store as the platform has it.</summary>
    public DocumentStore Store => Services.GetRequiredService<DocumentStore>();

    /// <summary>The same log, read as it is stored: no type is known, so every event comes as its JSON.</summary>
    public DocumentStore Stored { get; }

    /// <summary>Not started: it asks and tells the daemons that are.</summary>
    public IProjectionDaemon Daemon => Services.GetRequiredService<IProjectionDaemon>();

    public EngagementSchema Schema => Services.GetRequiredService<EngagementSchema>();

    /// <summary>Where the keys come from.</summary>
    public KeySources Keys { get; }

    /// <summary>Where it is, for people.</summary>
    public string Description => _database.Description;

    /// <param name="command">The command line.</param>
    /// <param name="needsKeys">Whether projections are run, which read what people wrote.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StartupException">There is no such platform, or its database does not answer.</exception>
    public static async Task<PlatformStore> OpenAsync(ParseResult command, bool needsKeys, CancellationToken cancellation)
    {
        var dataDirectory = CommandLine.DataDirectoryOf(command);
        var keys = Path.Combine(dataDirectory, "keys");
        var configuration = CommandLine.ConfigurationOf(command);
        var sources = new KeySources(keys, configuration);
        var hasKeys = sources.AreThere;
        if (!hasKeys && string.IsNullOrEmpty(configuration.GetConnectionString("Engagement")))
        {
            throw new StartupException(
                $"No platform has run in {dataDirectory} yet. Say where it keeps its data with --data-directory, or where its database is with the environment variable ConnectionStrings__Engagement.");
        }

        if (!hasKeys && needsKeys)
            throw new StartupException($"The platform's keys are not in {keys}, and this command reads what they protect. Say where they are with --data-directory.");

        var database = await Database.JoinAsync(dataDirectory, configuration, cancellation);
        var services = Compose(database, configuration, sources, hasKeys);
        var opened = new PlatformStore(database, services, sources);
        try
        {
            await using var connection = await opened.Store.DataSource.OpenConnectionAsync(cancellation);
            return opened;
        }
        catch (NpgsqlException problem)
        {
            await opened.DisposeAsync();
            throw new StartupException($"The database at {database.Description} cannot be used: {problem.Message}", problem);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stored.DisposeAsync();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static ServiceProvider Compose(Database database, IConfiguration configuration, KeySources keys, bool hasKeys)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddPrinting(configuration);
        services.AddEngagement(options =>
        {
            options.ConnectionString = database.ConnectionString;
            options.KeyEncryptionKeys = hasKeys ? keys.KeyEncryptionKeys : () => [new byte[32]];
            options.PlatformKey = hasKeys ? keys.PlatformKey() : new byte[32];
            options.DestructionLedger = keys.DestructionLedger;
            options.RunDaemon = options.RunWorker = false;
        });
        return services.BuildServiceProvider();
    }
}
