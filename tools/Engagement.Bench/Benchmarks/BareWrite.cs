using Npgsql;
using static Engagement.Bench.Benchmarks.PreparedParameter;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// The least that such a command can cost: one prepared statement that loads the document with its version, and one prepared batch that moves
/// the stream, inserts the event and replaces the document if nobody else did.
/// </summary>
internal sealed class BareWrite : IAsyncDisposable
{
    private const string ReadModel =
        """
        SELECT e.tenant_id, e.data::text, e.type, e.mt_dotnet_type, e.headers::text, d.data::text, d.mt_dotnet_type
        FROM mt_events e JOIN mt_doc_latestview d ON d.id = e.stream_id WHERE e.stream_id = $1 ORDER BY e.version DESC LIMIT 1
        """;

    private const string LoadDocument = "SELECT data, mt_version FROM mt_doc_latestview WHERE id = $1";

    private const string MoveStream = "UPDATE mt_streams SET version = $2, timestamp = $3 WHERE id = $1 AND version = $2 - 1";

    private const string InsertEvent =
        """
        INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
        VALUES (nextval('mt_events_sequence'), $4, $1, $2, $5, $6, $3, $7, $8, $9, false)
        """;

    private const string ReplaceDocument =
        "UPDATE mt_doc_latestview SET data = $3, mt_last_modified = now(), mt_dotnet_type = $4, mt_version = $2 WHERE id = $1 AND mt_version = $2 - 1";

    private const string DistinctRows =
        """
        SELECT DISTINCT (to_jsonb(s) - '{id,timestamp,created,version}'::text[]
            || jsonb_build_object('event', to_jsonb(e) - '{seq_id,id,stream_id,version,timestamp}'::text[])
            || jsonb_build_object('document', to_jsonb(d) - '{id,mt_last_modified,mt_version}'::text[])
            || jsonb_build_object('versions agree', s.version = d.mt_version))::text
        FROM mt_streams s JOIN mt_events e ON e.stream_id = s.id JOIN mt_doc_latestview d ON d.id = s.id
        """;

    private readonly NpgsqlDataSource _dataSource;
    private readonly List<Writer> _writers = [];

    private BareWrite(NpgsqlDataSource dataSource) => _dataSource = dataSource;

    public static async Task<BareWrite> PrepareAsync(string connectionString, Guid model, int writers, CancellationToken cancellationToken)
    {
        var bare = new BareWrite(NpgsqlDataSource.Create(connectionString));
        string?[] values;
        await using (var command = bare._dataSource.CreateCommand(ReadModel))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = model });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            values = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))];
        }

        for (var writer = 0; writer < writers; writer++)
            bare._writers.Add(await Writer.PrepareAsync(await bare._dataSource.OpenConnectionAsync(cancellationToken), values, cancellationToken));
        return bare;
    }

    public Task WriteAsync(int writer, Guid stream, CancellationToken cancellationToken) => _writers[writer].WriteAsync(stream, cancellationToken);

    /// <exception cref="BenchmarkException">The store and the bare statements wrote different rows.</exception>
    public async Task AssertSameRowsAsync(CancellationToken cancellationToken)
    {
        await using var command = _dataSource.CreateCommand(DistinctRows);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(reader.GetString(0));
        if (rows is not [var only] || !only.Contains("\"versions agree\": true", StringComparison.Ordinal))
            throw new BenchmarkException($"The event store and the bare statements wrote different rows, so the figures cannot be compared:\n{string.Join('\n', rows)}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers)
            await writer.DisposeAsync();
        await _dataSource.DisposeAsync();
    }

    private sealed class Writer : IAsyncDisposable
    {
        private readonly NpgsqlConnection _connection;
        private readonly NpgsqlCommand _load;
        private readonly NpgsqlBatch _batch;
        private readonly NpgsqlParameter<Guid> _loaded = Identity();
        private readonly NpgsqlParameter<Guid>[] _streams = [Identity(), Identity(), Identity()];
        private readonly NpgsqlParameter<long>[] _versions = [Number(), Number(), Number()];
        private readonly NpgsqlParameter<DateTime>[] _moments = [Moment(), Moment()];
        private readonly NpgsqlParameter<Guid> _event = Identity();

        private Writer(NpgsqlConnection connection, string?[] values)
        {
            _connection = connection;
            _load = new NpgsqlCommand(LoadDocument, connection) { Parameters = { _loaded } };
            _batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand(MoveStream) { Parameters = { _streams[0], _versions[0], _moments[0] } },
                    new NpgsqlBatchCommand(InsertEvent)
                    {
                        Parameters =
                        {
                            _streams[1], _versions[1], _moments[1], _event, Json(values[1]), Text(values[2]), Text(values[0]), Text(values[3]), Json(values[4]),
                        },
                    },
                    new NpgsqlBatchCommand(ReplaceDocument) { Parameters = { _streams[2], _versions[2], Json(values[5]), Text(values[6]) } },
                },
            };
        }

        public static async Task<Writer> PrepareAsync(NpgsqlConnection connection, string?[] values, CancellationToken cancellationToken)
        {
            var writer = new Writer(connection, values);
            await writer._load.PrepareAsync(cancellationToken);
            await writer._batch.PrepareAsync(cancellationToken);
            return writer;
        }

        public async Task WriteAsync(Guid stream, CancellationToken cancellationToken)
        {
            _loaded.TypedValue = stream;
            long version;
            await using (var reader = await _load.ExecuteReaderAsync(cancellationToken))
            {
                await reader.ReadAsync(cancellationToken);
                _ = reader.GetFieldValue<byte[]>(0);
                version = reader.GetInt64(1) + 1;
            }

            _event.TypedValue = Guid.CreateVersion7();
            foreach (var parameter in _streams)
                parameter.TypedValue = stream;
            foreach (var parameter in _versions)
                parameter.TypedValue = version;
            foreach (var parameter in _moments)
                parameter.TypedValue = DateTime.UtcNow;
            if (await _batch.ExecuteNonQueryAsync(cancellationToken) != 3)
                throw new BenchmarkException("A bare write met another on its stream, so it did less work than it claims.");
        }

        public async ValueTask DisposeAsync()
        {
            await _load.DisposeAsync();
            await _batch.DisposeAsync();
            await _connection.DisposeAsync();
        }
    }
}
