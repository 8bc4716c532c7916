using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Bench.Benchmarks;

internal sealed class BareViewRows : IBareProjection
{
    private readonly Dictionary<Guid, (int Views, int Agreement, ViewShared Latest)> _rows = [];

    public void Apply(Guid stream, ViewShared view)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, stream, out _);
        row = (row.Views + 1, row.Agreement + view.Agreement, view);
    }

    public async Task CopyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY bare_{ViewRows.TableName} (id, consultation, views, agreement, words, at) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var (id, (views, agreement, latest)) in _rows)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(latest.Consultation, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(views, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(agreement, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(latest.Words, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(latest.At.UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
