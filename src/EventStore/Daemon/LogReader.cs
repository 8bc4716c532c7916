using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>Reads the settled part of the log from the database. Marten's tombstones are left out; events that cannot be read come as such.</summary>
internal static class LogReader
{
    /// <summary>Events after one position, up to another (not above the high-water mark), perhaps of some types only.</summary>
    public static async Task<EventPage> ReadAsync(
        DocumentStore store, long after, long upTo, int limit, string[]? aliases, CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(aliases is null ? store.DaemonSql.ReadRange : store.DaemonSql.ReadRangeOfTypes, connection);
        command.Parameters.Add(Parameter.Of(after));
        command.Parameters.Add(Parameter.Of(upTo));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit, NpgsqlDbType = NpgsqlDbType.Integer });
        if (aliases is not null) command.Parameters.Add(Parameter.Of(aliases));
        var events = await ReadAsync(store, command, cancellationToken).ConfigureAwait(false);
        return new EventPage(events, events.Count == limit ? events[^1].Sequence : upTo);
    }

    public static async Task<List<IEvent>> ReadAsync(DocumentStore store, NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var events = new List<IEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) events.Add(store.EventRows.ReadWhateverItIs(reader));
        return events;
    }
}
