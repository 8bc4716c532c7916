using Npgsql;
using static Engagement.Bench.Benchmarks.PreparedParameter;

namespace Engagement.Bench.Benchmarks;

/// <summary>The least that writing one event to a new stream can cost: one prepared statement on an open connection, its values at hand.</summary>
internal sealed class BareAppend : IAsyncDisposable
{
    /// <summary>Where the new stream's identity is told if that is asked for.</summary>
    public const string Channel = "bare";

    // What the store wrote is read back and written again with new identities, so that both write the same bytes.
    private const string ReadModel =
        """
        SELECT s.type, s.tenant_id, e.data::text, e.type, e.mt_dotnet_type, e.headers::text
        FROM mt_streams s JOIN mt_events e ON e.stream_id = s.id WHERE s.id = $1
        """;

    private const string Append =
        """
        WITH stream AS (
            INSERT INTO mt_streams (id, type, version, timestamp, created, tenant_id, is_archived) VALUES ($1, $2, 1, $3, $3, $4, false))
        INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
        VALUES (nextval('mt_events_sequence'), $5, $1, 1, $6, $7, $3, $4, $8, $9, false)
        """;

    private const string Notify = $"{Append} RETURNING pg_notify('{Channel}', stream_id::text)";

    // All but identities and times. A ceiling that writes less than the store writes is none.
    private const string DistinctRows =
        """
        SELECT DISTINCT (to_jsonb(s) - '{id,timestamp,created}'::text[] || jsonb_build_object('event', to_jsonb(e) - '{seq_id,id,stream_id,timestamp}'::text[]))::text
        FROM mt_streams s JOIN mt_events e ON e.stream_id = s.id
        """;

    private readonly NpgsqlDataSource _dataSource;
    private readonly NpgsqlCommand[] _commands;

    private BareAppend(NpgsqlDataSource dataSource, NpgsqlCommand[] commands) => (_dataSource, _commands) = (dataSource, commands);

    public static async Task<BareAppend> PrepareAsync(
        string connectionString, Guid model, int writers, CancellationToken cancellationToken, bool notifies = false)
    {
        var dataSource = NpgsqlDataSource.Create(connectionString);
        var values = await ReadAsync(dataSource, model, cancellationToken);
        var commands = new NpgsqlCommand[writers];
        for (var writer = 0; writer < writers; writer++)
        {
            commands[writer] = new NpgsqlCommand(notifies ? Notify : Append, await dataSource.OpenConnectionAsync(cancellationToken))
            {
                Parameters =
                {
                    Identity(),
                    Text(values[0]),
                    Moment(),
                    Text(values[1]),
                    Identity(),
                    Json(values[2]),
                    Text(values[3]),
                    Text(values[4]),
                    Json(values[5]),
                },
            };
            await commands[writer].PrepareAsync(cancellationToken);
        }

        return new BareAppend(dataSource, commands);
    }

    /// <returns>The new stream.</returns>
    public async Task<Guid> AppendAsync(int writer, CancellationToken cancellationToken)
    {
        var command = _commands[writer];
        var stream = ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = Guid.CreateVersion7();
        ((NpgsqlParameter<DateTime>)command.Parameters[2]).TypedValue = DateTime.UtcNow;
        ((NpgsqlParameter<Guid>)command.Parameters[4]).TypedValue = Guid.CreateVersion7();
        await command.ExecuteNonQueryAsync(cancellationToken);
        return stream;
    }

    /// <exception cref="BenchmarkException">The store and the bare insert wrote different rows.</exception>
    public async Task AssertSameRowsAsync(CancellationToken cancellationToken)
    {
        await using var command = _dataSource.CreateCommand(DistinctRows);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(reader.GetString(0));
        if (rows.Count != 1)
            throw new BenchmarkException($"The event store and the bare insert wrote different rows, so the figures cannot be compared:\n{string.Join('\n', rows)}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands)
        {
            var connection = command.Connection!;
            await command.DisposeAsync();
            await connection.DisposeAsync();
        }

        await _dataSource.DisposeAsync();
    }

    private static async Task<string?[]> ReadAsync(NpgsqlDataSource dataSource, Guid model, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(ReadModel);
        command.Parameters.Add(new NpgsqlParameter { Value = model });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))];
    }
}
