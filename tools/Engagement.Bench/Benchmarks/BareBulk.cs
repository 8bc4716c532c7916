using Npgsql;
using NpgsqlTypes;

namespace Engagement.Bench.Benchmarks;

/// <summary>The least that loading so many events can cost: one COPY into each table, values at hand, one transaction.</summary>
internal sealed class BareBulk : IAsyncDisposable
{
    private const string ReadModel =
        """
        SELECT s.type, s.tenant_id, e.data::text, e.type, e.mt_dotnet_type
        FROM mt_streams s JOIN mt_events e ON e.stream_id = s.id WHERE s.id = $1 AND e.version = 1
        """;

    private const string DistinctRows =
        """
        SELECT count(DISTINCT to_jsonb(s) - '{id,timestamp,created}'::text[]) = 1
            AND (SELECT count(DISTINCT to_jsonb(e) - '{seq_id,id,stream_id,version,timestamp}'::text[]) = 1 FROM mt_events e)
            AND (SELECT count(*) FROM mt_events) = sum(s.version)
        FROM mt_streams s
        """;

    private readonly NpgsqlDataSource _dataSource;
    private readonly NpgsqlConnection _connection;
    private readonly string _streamType;
    private readonly string _tenant;
    private readonly byte[] _data;
    private readonly string _type;
    private readonly string _dotNetType;

    private BareBulk(NpgsqlDataSource dataSource, NpgsqlConnection connection, NpgsqlDataReader model)
    {
        (_dataSource, _connection) = (dataSource, connection);
        (_streamType, _tenant, _type, _dotNetType) = (model.GetString(0), model.GetString(1), model.GetString(3), model.GetString(4));
        _data = model.GetFieldValue<byte[]>(2);
    }

    public static async Task<BareBulk> OpenAsync(string connectionString, Guid model, CancellationToken cancellationToken)
    {
        var dataSource = NpgsqlDataSource.Create(connectionString);
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(ReadModel, connection) { Parameters = { new() { Value = model } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new BareBulk(dataSource, connection, reader);
    }

    public async Task CopyAsync(int streams, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        var ids = new Guid[streams];
        var now = DateTime.UtcNow;
        await using (var copy = await _connection.BeginBinaryImportAsync(
            "COPY mt_streams (id, type, version, timestamp, created, tenant_id, is_archived) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            for (var i = 0; i < streams; i++)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(ids[i] = Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(_streamType, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync((long)ViewLog.EventsPerStream, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
                await copy.WriteAsync(_tenant, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using var take = new NpgsqlCommand("SELECT array_agg(nextval('mt_events_sequence')) FROM generate_series(1, $1)", _connection)
        {
            Parameters = { new() { Value = streams * ViewLog.EventsPerStream } },
        };
        var sequences = (long[])(await take.ExecuteScalarAsync(cancellationToken))!;
        await using (var copy = await _connection.BeginBinaryImportAsync(
            "COPY mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            for (var i = 0; i < sequences.Length; i++)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(sequences[i], NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(ids[i / ViewLog.EventsPerStream], NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync((long)(i % ViewLog.EventsPerStream) + 1, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(_data, NpgsqlDbType.Jsonb, cancellationToken);
                await copy.WriteAsync(_type, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
                await copy.WriteAsync(_tenant, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(_dotNetType, NpgsqlDbType.Varchar, cancellationToken);
                await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <exception cref="BenchmarkException">The store and the bare COPY wrote different rows.</exception>
    public async Task AssertSameRowsAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(DistinctRows, _connection) { CommandTimeout = 0 };
        if (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!)
            throw new BenchmarkException("The event store and the bare COPY wrote different rows, so the figures cannot be compared.");
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _dataSource.DisposeAsync();
    }
}
