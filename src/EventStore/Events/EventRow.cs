using System.Text;
using System.Text.Json;
using Npgsql;

namespace EventStore;

/// <summary>Reads one row of mt_events; <see cref="Columns"/> and <see cref="Read"/> must agree on the order.</summary>
internal static class EventRow
{
    public const string Columns =
        "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived";

    public static RecordedEvent Read(NpgsqlDataReader reader, EventTypeRegistry types)
    {
        var sequence = reader.GetInt64(0);
        var json = reader.GetFieldValue<byte[]>(4);
        var alias = reader.GetString(5);
        var dotNetType = Text(reader, 8);

        var mapping = types.Find(alias, dotNetType);
        var read = mapping?.Deserialize(json, sequence)
            ?? new RecordedEvent<UnknownEvent>(new UnknownEvent(alias, dotNetType, Encoding.UTF8.GetString(json)));

        read.Sequence = sequence;
        read.Id = reader.GetGuid(1);
        read.StreamId = reader.IsDBNull(2) ? Guid.Empty : reader.GetGuid(2);
        read.Version = reader.GetInt64(3);
        read.EventTypeName = alias;
        read.Timestamp = new DateTimeOffset(reader.GetDateTime(6));
        read.TenantId = Text(reader, 7) ?? Tenancy.DefaultTenantId;
        read.CorrelationId = Text(reader, 9);
        read.CausationId = Text(reader, 10);
        if (!reader.IsDBNull(11)) read.Headers = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(reader.GetFieldValue<byte[]>(11));
        read.UserName = Text(reader, 12);
        read.IsArchived = !reader.IsDBNull(13) && reader.GetBoolean(13);
        return read;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
