using System.Text.Json;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>The least that a rebuild can cost: the log read once in order, folded into documents in memory, and these copied into an empty table.</summary>
internal sealed class BareRebuild : IAsyncDisposable
{
    public const string LatestViews = "bare_latestview";
    public const string ConsultationViews = "bare_consultationviews";
    public const string ViewRows = "bare_view_rows";

    private static readonly (string Name, string Live, string[] Contents)[] Tables =
    [
        (LatestViews, "mt_doc_latestview", ["data", "mt_version"]),
        (ConsultationViews, "mt_doc_consultationviews", ["data", "mt_version"]),
        (ViewRows, Benchmarks.ViewRows.TableName, ["consultation", "views", "agreement", "words", "at"]),
    ];

    private readonly NpgsqlDataSource _dataSource;
    private readonly NpgsqlConnection _reading;
    private readonly NpgsqlConnection _writing;

    private BareRebuild(NpgsqlDataSource dataSource, NpgsqlConnection reading, NpgsqlConnection writing) =>
        (_dataSource, _reading, _writing) = (dataSource, reading, writing);

    public static async Task<BareRebuild> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var dataSource = NpgsqlDataSource.Create(connectionString);
        var bare = new BareRebuild(
            dataSource, await dataSource.OpenConnectionAsync(cancellationToken), await dataSource.OpenConnectionAsync(cancellationToken));
        foreach (var (table, live, _) in Tables)
            await bare.ExecuteAsync($"CREATE TABLE {table} (LIKE {live} INCLUDING ALL)", cancellationToken);
        return bare;
    }

    /// <param name="tables">Which tables to fill.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReplayAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        List<IBareProjection> projections = [.. tables.Select(New)];
        await using (var command = new NpgsqlCommand("SELECT stream_id, data FROM mt_events ORDER BY seq_id", _reading) { CommandTimeout = 0 })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var stream = reader.GetGuid(0);
                var view = JsonSerializer.Deserialize<ViewShared>(reader.GetFieldValue<byte[]>(1))!;
                foreach (var projection in projections)
                    projection.Apply(stream, view);
            }
        }

        await ExecuteAsync($"TRUNCATE {string.Join(", ", tables)}", cancellationToken);
        foreach (var projection in projections)
            await projection.CopyAsync(_writing, cancellationToken);
    }

    /// <exception cref="BenchmarkException">What the projections made is not what the bare way made.</exception>
    public async Task AssertSameAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        foreach (var (table, live, contents) in Tables.Where(one => tables.Contains(one.Name)))
        {
            string Of(string row) => string.Join(", ", contents.Select(column => $"{row}.{column}"));
            await using var command = new NpgsqlCommand(
                $"""
                SELECT count(*) FROM {live} d FULL JOIN {table} b USING (id)
                WHERE ({Of("d")}) IS DISTINCT FROM ({Of("b")})
                """,
                _reading);
            if (await command.ExecuteScalarAsync(cancellationToken) is > 0L and var different)
                throw new BenchmarkException($"{different} rows of {live} are not what a fold of the log in memory makes of it.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _reading.DisposeAsync();
        await _writing.DisposeAsync();
        await _dataSource.DisposeAsync();
    }

    private static IBareProjection New(string table) => table switch
    {
        LatestViews => new BareProjection<LatestView>(table, (stream, _) => stream, LatestViewProjection.Of),
        ConsultationViews => new BareProjection<ConsultationViews>(table, (_, view) => view.Consultation, ConsultationViewsProjection.Of),
        _ => new BareViewRows(),
    };

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _writing);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
