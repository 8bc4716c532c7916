using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>Writes rows of the two tables by binary COPY, in the order of columns of <see cref="BulkSql"/>.</summary>
internal static class BulkCopy
{
    public static async Task StreamsAsync(
        NpgsqlConnection connection, BulkSql sql, IEnumerable<BulkStream> streams, string tenantId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(sql.CopyStreams, cancellationToken).ConfigureAwait(false);
        foreach (var stream in streams)
        {
            await copy.StartRowAsync(cancellationToken).ConfigureAwait(false);
            await WriteStreamIdAsync(copy, stream.Id, cancellationToken).ConfigureAwait(false);
            await WriteAsync(copy, stream.Type, cancellationToken).ConfigureAwait(false);
            await copy.WriteAsync((long)stream.Count, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
            await WriteAsync(copy, stream.LastTimestamp ?? now, cancellationToken).ConfigureAwait(false);
            await WriteAsync(copy, stream.Created ?? now, cancellationToken).ConfigureAwait(false);
            await WriteAsync(copy, tenantId, cancellationToken).ConfigureAwait(false);
            await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancellationToken).ConfigureAwait(false);
        }

        await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public static async Task EventsAsync(
        NpgsqlConnection connection,
        BulkSql sql,
        DocumentStore store,
        IEnumerable<BulkPlace> places,
        long[] sequences,
        string tenantId,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(sql.CopyEvents, cancellationToken).ConfigureAwait(false);
        var written = 0;
        foreach (var place in places)
        {
            var version = place.VersionBefore;
            foreach (var e in place.Action.Events)
            {
                var mapping = store.EventTypes.For(e.Data.GetType());
                await copy.StartRowAsync(cancellationToken).ConfigureAwait(false);
                await copy.WriteAsync(sequences[written++], NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
                await copy.WriteAsync(e.Id, NpgsqlDbType.Uuid, cancellationToken).ConfigureAwait(false);
                await WriteStreamIdAsync(copy, place.Stream.Id, cancellationToken).ConfigureAwait(false);
                await copy.WriteAsync(++version, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
                await copy.WriteAsync(EventJson.Of(place.Stream.Id, mapping, e.Data, store.Options.Events.MaxEventBytes), NpgsqlDbType.Jsonb, cancellationToken).ConfigureAwait(false);
                await WriteAsync(copy, mapping.Alias, cancellationToken).ConfigureAwait(false);
                await WriteAsync(copy, e.Timestamp ?? now, cancellationToken).ConfigureAwait(false);
                await WriteAsync(copy, tenantId, cancellationToken).ConfigureAwait(false);
                await WriteAsync(copy, mapping.DotNetTypeName, cancellationToken).ConfigureAwait(false);
                await WriteAsync(copy, e.CorrelationId, cancellationToken).ConfigureAwait(false);
                await WriteAsync(copy, e.CausationId, cancellationToken).ConfigureAwait(false);
                if (EventHeaders.Serialize(e.Headers) is { } headers) await copy.WriteAsync(headers, NpgsqlDbType.Jsonb, cancellationToken).ConfigureAwait(false);
                else await copy.WriteNullAsync(cancellationToken).ConfigureAwait(false);
                await WriteAsync(copy, e.UserName, cancellationToken).ConfigureAwait(false);
                await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancellationToken).ConfigureAwait(false);
            }
        }

        await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task WriteStreamIdAsync(NpgsqlBinaryImporter copy, Identity stream, CancellationToken cancellationToken) =>
        stream.Key is { } key
            ? copy.WriteAsync(key, NpgsqlDbType.Varchar, cancellationToken)
            : copy.WriteAsync(stream.Guid, NpgsqlDbType.Uuid, cancellationToken);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellationToken) =>
        text is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(text, NpgsqlDbType.Varchar, cancellationToken);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, DateTimeOffset moment, CancellationToken cancellationToken) =>
        copy.WriteAsync(moment.UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken);
}
