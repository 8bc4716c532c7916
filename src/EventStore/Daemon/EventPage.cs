using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>Reads pages of the settled part of the log.</summary>
internal static class EventPage
{
    /// <summary>Events after one position, up to another (not above the high-water mark), perhaps of some types only.</summary>
    public static async Task<List<IEvent>> ReadAsync(
        DocumentStore store, NpgsqlConnection connection, long after, long upTo, int limit, string[]? aliases, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(aliases is null ? store.Sql.ReadRange : store.Sql.ReadRangeOfTypes, connection);
        command.Parameters.Add(Parameter.Of(after));
        command.Parameters.Add(Parameter.Of(upTo));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit, NpgsqlDbType = NpgsqlDbType.Integer });
        if (aliases is not null) command.Parameters.Add(Parameter.Of(aliases));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await store.EventRows.ReadAllAsync(reader, cancellationToken).ConfigureAwait(false);
    }
}
