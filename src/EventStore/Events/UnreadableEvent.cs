using System.Text;
using Npgsql;

namespace EventStore;

/// <summary>
/// An event whose data does not fit its type, where others must get on without it: to a listener it looks like one of an unknown type,
/// and the daemon takes it for one that no projection can handle.
/// </summary>
internal sealed class UnreadableEvent(UnknownEvent data, EventDeserializationException failure) : RecordedEvent, IEvent<UnknownEvent>
{
    public override object Data => data;

    UnknownEvent IEvent<UnknownEvent>.Data => data;

    public EventDeserializationException Failure => failure;

    public static UnreadableEvent From(NpgsqlDataReader reader, EventDeserializationException failure)
    {
        var json = Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(reader.GetOrdinal("data")));
        var dotNetType = reader.GetOrdinal("mt_dotnet_type");
        var stream = reader.GetOrdinal("stream_id");
        var tenant = reader.GetOrdinal("tenant_id");
        return new UnreadableEvent(new UnknownEvent(failure.EventTypeName, reader.IsDBNull(dotNetType) ? null : reader.GetString(dotNetType), json), failure)
        {
            Sequence = failure.Sequence,
            Id = reader.GetGuid(reader.GetOrdinal("id")),
            StreamId = reader.GetFieldType(stream) == typeof(Guid) && !reader.IsDBNull(stream) ? reader.GetGuid(stream) : Guid.Empty,
            Version = reader.GetInt64(reader.GetOrdinal("version")),
            EventTypeName = reader.GetString(reader.GetOrdinal("type")),
            Timestamp = new DateTimeOffset(reader.GetDateTime(reader.GetOrdinal("timestamp"))),
            TenantId = reader.IsDBNull(tenant) ? Tenancy.DefaultTenantId : reader.GetString(tenant),
        };
    }
}
