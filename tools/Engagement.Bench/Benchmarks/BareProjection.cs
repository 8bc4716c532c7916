using System.Runtime.InteropServices;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Bench.Benchmarks;

internal sealed class BareProjection<TDoc>(string table, Func<Guid, ViewShared, Guid> identity, Func<TDoc?, ViewShared, TDoc> fold) : IBareProjection
    where TDoc : class
{
    private readonly Dictionary<Guid, (TDoc? Document, long Version)> _documents = [];

    public void Apply(Guid stream, ViewShared view)
    {
        ref var document = ref CollectionsMarshal.GetValueRefOrAddDefault(_documents, identity(stream, view), out _);
        document = (fold(document.Document, view), document.Version + 1);
    }

    public async Task CopyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table} (id, data, mt_last_modified, mt_dotnet_type, mt_version) FROM STDIN (FORMAT BINARY)", cancellationToken);
        var now = DateTime.UtcNow;
        foreach (var (id, (document, version)) in _documents)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(document), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(typeof(TDoc).FullName!, NpgsqlDbType.Varchar, cancellationToken);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
