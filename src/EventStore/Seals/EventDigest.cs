using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Npgsql;

namespace EventStore;

/// <summary>
/// The digest of one row of mt_events as it is stored. It covers everything that says what happened; not <c>is_archived</c>, which changes when
/// a stream is archived, nor <c>mt_dotnet_type</c>, which says how one program read it and changes when a class moves.
/// </summary>
/// <remarks>
/// SHA-256 over: the byte 0x01 (this format); the event's id (16 bytes in the order they are written in); its version and its timestamp in
/// microseconds since 1970 (8 bytes each, big-endian); then the stream's identity, type, tenant, data, bdata, correlation, causation, headers and
/// user name, each as its length (4 bytes, big-endian; -1 for null) and its bytes. Text is UTF-8. JSON is the text that PostgreSQL prints
/// of a jsonb value, which depends on the value alone.
/// </remarks>
internal static class EventDigest
{
    public const string Columns =
        "seq_id, id, version, timestamp, stream_id::text, type, tenant_id, data::text, bdata, correlation_id, causation_id, headers::text, user_name";

    private const byte Format = 0x01;
    private const int FirstOfVariableLength = 4;
    private const int ColumnCount = 13;

    // PostgreSQL counts from 2000.
    private const long Epoch = 946_684_800_000_000;

    /// <summary>Reads the row that the reader is at.</summary>
    /// <returns>Its log position.</returns>
    public static long Read(NpgsqlDataReader row, ArrayBufferWriter<byte> buffer, Span<byte> digest)
    {
        buffer.ResetWrittenCount();
        buffer.Write([Format]);
        row.GetFieldValue<Guid>(1).TryWriteBytes(buffer.GetSpan(16), bigEndian: true, out var written);
        buffer.Advance(written);
        WriteInt64(buffer, row.GetInt64(2));
        WriteInt64(buffer, unchecked(row.GetFieldValue<long>(3) + Epoch));
        for (var column = FirstOfVariableLength; column < ColumnCount; column++)
        {
            var value = row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
            BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), value?.Length ?? -1);
            buffer.Advance(sizeof(int));
            buffer.Write(value);
        }

        SHA256.HashData(buffer.WrittenSpan, digest);
        return row.GetInt64(0);
    }

    private static void WriteInt64(ArrayBufferWriter<byte> buffer, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
    }
}
