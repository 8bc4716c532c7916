using Npgsql;

namespace EventStore;

/// <summary>
/// A connection to read with. A session that holds streams for itself reads with the connection that it holds anyway: if it needed a second one, as many such
/// sessions as the pool has connections would wait for each other.
/// </summary>
internal readonly struct Lease(NpgsqlConnection connection, bool isBorrowed) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public ValueTask DisposeAsync() => isBorrowed ? ValueTask.CompletedTask : connection.DisposeAsync();
}
