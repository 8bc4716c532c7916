using Npgsql;

namespace EventStore;

/// <summary>
/// A connection to read with. Whoever holds a connection already reads with that one: if it needed a second, as many of its kind as the pool has
/// connections would wait for each other.
/// </summary>
internal readonly struct Lease(NpgsqlConnection connection, bool isBorrowed) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public ValueTask DisposeAsync() => isBorrowed ? ValueTask.CompletedTask : connection.DisposeAsync();
}
