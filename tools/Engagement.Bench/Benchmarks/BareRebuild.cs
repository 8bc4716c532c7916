using System.Text.Json;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>The least that a rebuild can cost: the log read once in order, folded into documents in memory, and these copied into an empty table.</summary>
internal sealed class BareRebuild : IAsyncDisposable
{
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
        await bare.ExecuteAsync("CREATE TABLE bare_latestview (LIKE mt_doc_latestview INCLUDING ALL)", cancellationToken);
        await bare.ExecuteAsync("CREATE TABLE bare_consultationviews (LIKE mt_doc_consultationviews INCLUDING ALL)", cancellationToken);
        return bare;
    }

    /// <param name="documents">Which documents to make: those of the names of the store's tables.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReplayAsync(IReadOnlyList<string> documents, CancellationToken cancellationToken)
    {
        List<IBareProjection> projections = [.. documents.Select(New)];
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

        await ExecuteAsync($"TRUNCATE {string.Join(", ", documents.Select(document => $"bare_{document}"))}", cancellationToken);
        foreach (var projection in projections)
            await projection.CopyAsync(_writing, cancellationToken);
    }

    /// <exception cref="BenchmarkException">The projections' documents are not those of the bare way.</exception>
    public async Task AssertSameDocumentsAsync(CancellationToken cancellationToken)
    {
        foreach (var document in new[] { "latestview", "consultationviews" })
        {
            await using var command = new NpgsqlCommand(
                $"""
                SELECT count(*) FROM mt_doc_{document} d FULL JOIN bare_{document} b USING (id)
                WHERE d.data IS DISTINCT FROM b.data OR d.mt_version IS DISTINCT FROM b.mt_version
                """,
                _reading);
            if (await command.ExecuteScalarAsync(cancellationToken) is > 0L and var different)
                throw new BenchmarkException($"{different} documents of {document} are not what a fold of the log in memory makes of it.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _reading.DisposeAsync();
        await _writing.DisposeAsync();
        await _dataSource.DisposeAsync();
    }

    private static IBareProjection New(string document) => document == "latestview"
        ? new BareProjection<LatestView>("bare_latestview", (stream, _) => stream, LatestViewProjection.Of)
        : new BareProjection<ConsultationViews>("bare_consultationviews", (_, view) => view.Consultation, ConsultationViewsProjection.Of);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _writing);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
