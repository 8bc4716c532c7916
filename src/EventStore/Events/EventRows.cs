using System.Text;
using System.Text.Json;
using Npgsql;

namespace EventStore;

/// <summary>Reads rows of mt_events; <see cref="Columns"/> and the reading must agree on the order.</summary>
internal sealed class EventRows(EventTypeRegistry types, EventOptions options)
{
    public const string Columns =
        "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived";

    private readonly StreamIdentity _identity = options.StreamIdentity;
    private readonly bool _isConjoined = options.IsConjoined;

    /// <exception cref="EventDeserializationException">The data does not fit the type.</exception>
    public RecordedEvent Read(NpgsqlDataReader reader)
    {
        var (sequence, json, alias) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(4), reader.GetString(5));
        var known = types.Find(alias, null);
        var mapping = known ?? types.Find(alias, Text(reader, 8));
        var read = mapping?.Deserialize(json, sequence) ?? new RecordedEvent<UnknownEvent>(Unknown(reader, alias, json));

        // The same text for all events of a type, not one for each.
        return Complete(read, reader, sequence, known?.Alias ?? alias);
    }

    /// <summary>The same for those who must get on when the data does not fit the type: such an event comes as an <see cref="UnreadableEvent"/>.</summary>
    public RecordedEvent ReadWhateverItIs(NpgsqlDataReader reader)
    {
        try
        {
            return Read(reader);
        }
        catch (EventDeserializationException failure)
        {
            var alias = reader.GetString(5);
            return Complete(new UnreadableEvent(Unknown(reader, alias, reader.GetFieldValue<byte[]>(4)), failure), reader, failure.Sequence, alias);
        }
    }

    public async Task<List<IEvent>> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var events = new List<IEvent>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) events.Add(Read(reader));
        return events;
    }

    private RecordedEvent Complete(RecordedEvent read, NpgsqlDataReader reader, long sequence, string alias)
    {
        read.Sequence = sequence;
        read.Id = reader.GetGuid(1);
        if (!reader.IsDBNull(2)) read.Stream = Identity.Read(reader, 2, _identity);
        read.Version = reader.GetInt64(3);
        read.EventTypeName = alias;
        read.Timestamp = new DateTimeOffset(reader.GetDateTime(6));
        if (_isConjoined) read.TenantId = Text(reader, 7) ?? Tenancy.DefaultTenantId;
        read.CorrelationId = Text(reader, 9);
        read.CausationId = Text(reader, 10);
        if (!reader.IsDBNull(11)) read.Headers = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(reader.GetFieldValue<byte[]>(11));
        read.UserName = Text(reader, 12);
        read.IsArchived = !reader.IsDBNull(13) && reader.GetBoolean(13);
        return read;
    }

    private static UnknownEvent Unknown(NpgsqlDataReader reader, string alias, byte[] json) => new(alias, Text(reader, 8), Encoding.UTF8.GetString(json));

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
