using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;

namespace EventStore;

/// <summary>Reads documents of one type and makes the commands that write them.</summary>
internal sealed class DocumentType<T> : DocumentType where T : class
{
    private readonly string _dotNetType = typeof(T).FullName!;
    private readonly JsonTypeInfo<T> _json;
    private readonly string _load;
    private readonly string _store;
    private readonly string _storeMany;
    private readonly string _delete;
    private readonly string _deleteMany;
    private readonly string _insert;
    private readonly string _replace;
    private readonly string _remove;

    public DocumentType(string schema, JsonSerializerOptions json) : base(typeof(T), schema)
    {
        _json = (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));

        var table = QualifiedTableName;
        const string Columns = "(id, data, mt_last_modified, mt_dotnet_type, mt_version)";
        const string Replaced = "data = excluded.data, mt_last_modified = excluded.mt_last_modified, mt_dotnet_type = excluded.mt_dotnet_type";
        _load = $"select id, data, mt_version from {table} where id = any($1)";
        _store = $"insert into {table} as d {Columns} values ($1, $2, now(), $3, 1) on conflict (id) do update set {Replaced}, mt_version = d.mt_version + 1";
        _storeMany =
            $"""
            insert into {table} {Columns} select w.id, w.data, now(), $3, w.version from unnest($1, $2, $4) as w (id, data, version)
            on conflict (id) do update set {Replaced}, mt_version = excluded.mt_version
            """;
        _delete = $"delete from {table} where id = $1";
        _deleteMany = $"delete from {table} where id = any($1)";
        _insert = $"insert into {table} {Columns} values ($1, $2, now(), $3, $4) returning 1";
        _replace =
            $"""
            with written as (
                update {table} set data = $2, mt_last_modified = now(), mt_dotnet_type = $3, mt_version = $4 where id = $1 and mt_version = $5 returning 1)
            select 1 / (select count(*) from written)
            """;
        _remove = $"with removed as (delete from {table} where id = $1 and mt_version = $2 returning 1) select 1 / (select count(*) from removed)";
    }

    public async Task<Dictionary<Guid, Snapshot<T>>> LoadAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<Guid, Snapshot<T>>(ids.Count);
        await using var command = new NpgsqlCommand(_load, connection);
        command.Parameters.Add(Parameter.Of((Guid[])[.. ids]));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var document = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), _json);
            if (document is not null) loaded.Add(reader.GetGuid(0), new Snapshot<T>(document, reader.GetInt64(2)));
        }

        return loaded;
    }

    /// <summary>Writes whether or not the document is there.</summary>
    public NpgsqlBatchCommand Store(Guid id, T document) => Command(_store, Parameter.Of(id), Json(document), Parameter.Of(_dotNetType));

    public NpgsqlBatchCommand StoreMany(IReadOnlyList<(Guid Id, Snapshot<T> Snapshot)> documents)
    {
        var ids = new Guid[documents.Count];
        var data = new byte[documents.Count][];
        var versions = new long[documents.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            ids[i] = documents[i].Id;
            data[i] = JsonSerializer.SerializeToUtf8Bytes(documents[i].Snapshot.Document, _json);
            versions[i] = documents[i].Snapshot.Version;
        }

        return Command(_storeMany, Parameter.Of(ids), Parameter.Json(data), Parameter.Of(_dotNetType), Parameter.Of(versions));
    }

    public NpgsqlBatchCommand Delete(Guid id) => Command(_delete, Parameter.Of(id));

    public NpgsqlBatchCommand DeleteMany(Guid[] ids) => Command(_deleteMany, Parameter.Of(ids));

    public NpgsqlBatchCommand DeleteAll() => new($"delete from {QualifiedTableName}");

    /// <summary>Fails if the document has appeared meanwhile.</summary>
    public NpgsqlBatchCommand Insert(Guid id, Snapshot<T> written) =>
        Command(_insert, Parameter.Of(id), Json(written.Document), Parameter.Of(_dotNetType), Parameter.Of(written.Version));

    /// <summary>Fails if the document has changed since it was loaded.</summary>
    public NpgsqlBatchCommand Replace(Guid id, Snapshot<T> written, long loadedVersion) =>
        Command(
            _replace, Parameter.Of(id), Json(written.Document), Parameter.Of(_dotNetType), Parameter.Of(written.Version), Parameter.Of(loadedVersion));

    /// <summary>Fails if the document has changed since it was loaded.</summary>
    public NpgsqlBatchCommand Remove(Guid id, long loadedVersion) => Command(_remove, Parameter.Of(id), Parameter.Of(loadedVersion));

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    private NpgsqlParameter Json(T document) => Parameter.Json(JsonSerializer.SerializeToUtf8Bytes(document, _json));
}
