using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>
/// The command of the most frequent unit of work, one event to one stream, kept and used again: its dozen parameters cost a tenth of such an append
/// when they are made each time. The order of parameters is that of <see cref="StoreSql"/>.
/// </summary>
internal sealed class OneEventCommand
{
    private readonly NpgsqlParameter<Guid> _streamId = Parameter<Guid>(NpgsqlDbType.Uuid);
    private readonly NpgsqlParameter<string?> _streamKey = Parameter<string?>(NpgsqlDbType.Varchar);
    private readonly NpgsqlParameter<string?> _tenantId = Parameter<string?>(NpgsqlDbType.Varchar);
    private readonly NpgsqlParameter<DateTime> _timestamp = Parameter<DateTime>(NpgsqlDbType.TimestampTz);
    private readonly NpgsqlParameter<string?> _correlationId = Parameter<string?>(NpgsqlDbType.Varchar);
    private readonly NpgsqlParameter<string?> _causationId = Parameter<string?>(NpgsqlDbType.Varchar);
    private readonly NpgsqlParameter<byte[]?> _headers = Parameter<byte[]?>(NpgsqlDbType.Jsonb);
    private readonly NpgsqlParameter<string?> _userName = Parameter<string?>(NpgsqlDbType.Varchar);
    private readonly NpgsqlParameter<string?> _streamType = Parameter<string?>(NpgsqlDbType.Varchar);
    private readonly NpgsqlParameter<long> _version = Parameter<long>(NpgsqlDbType.Bigint);
    private readonly NpgsqlParameter<Guid> _id = Parameter<Guid>(NpgsqlDbType.Uuid);
    private readonly NpgsqlParameter<byte[]?> _data = Parameter<byte[]?>(NpgsqlDbType.Jsonb);
    private readonly NpgsqlParameter<string?> _alias = Parameter<string?>(NpgsqlDbType.Varchar);
    private readonly NpgsqlParameter<string?> _dotNetType = Parameter<string?>(NpgsqlDbType.Varchar);

    public OneEventCommand(string sql, StreamIdentity identity, bool startsStream)
    {
        Command = new NpgsqlCommand(sql);
        NpgsqlParameter[] parameters =
        [
            identity == StreamIdentity.AsGuid ? _streamId : _streamKey,
            _tenantId,
            _timestamp,
            _correlationId,
            _causationId,
            _headers,
            _userName,
            startsStream ? _streamType : _version,
            _id,
            _data,
            _alias,
            _dotNetType,
        ];
        Command.Parameters.AddRange(parameters);
    }

    public NpgsqlCommand Command { get; }

    public void Fill(StreamAppend append)
    {
        var (e, mapping, json) = append.Events[0];
        (_streamId.TypedValue, _streamKey.TypedValue) = (append.StreamId.Guid, append.StreamId.Key);
        _tenantId.TypedValue = e.TenantId;
        _timestamp.TypedValue = e.Timestamp.UtcDateTime;
        (_correlationId.TypedValue, _causationId.TypedValue, _userName.TypedValue) = (e.CorrelationId, e.CausationId, e.UserName);
        _headers.TypedValue = EventHeaders.Serialize(e.Headers);
        (_streamType.TypedValue, _version.TypedValue) = (append.StreamType, append.Version);
        (_id.TypedValue, _data.TypedValue) = (e.Id, json);
        (_alias.TypedValue, _dotNetType.TypedValue) = (mapping.Alias, mapping.DotNetTypeName);
    }

    private static NpgsqlParameter<T> Parameter<T>(NpgsqlDbType type) => new() { NpgsqlDbType = type };
}
