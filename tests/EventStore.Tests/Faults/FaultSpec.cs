using Tests.Shared;

namespace EventStore.Tests.Faults;

/// <summary>A shop's database, looked at directly, while the nodes under test reach it through a relay.</summary>
public abstract class FaultSpec : IAsyncLifetime
{
    // Generous: it is only ever reached by a failure.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>How soon another node has to go on with a projection whose node is gone.</summary>
    internal static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(5);

    private TestDatabase _database = null!;

    protected string ConnectionString => _database.ConnectionString;

    protected CancellationToken Cancellation { get; } = new CancellationTokenSource(Patience).Token;

    private protected Relay Relay { get; private set; } = null!;

    private protected Books Books { get; private set; } = null!;

    protected DocumentStore Direct { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _database = await Shop.CreateDatabaseAsync();
        Relay = new Relay(ConnectionString);
        Direct = Shop.Open(ConnectionString);
        Books = new Books(Direct, Cancellation);
    }

    public async Task DisposeAsync()
    {
        await Relay.DisposeAsync();
        await Direct.DisposeAsync();
        await _database.DisposeAsync();
    }
}
