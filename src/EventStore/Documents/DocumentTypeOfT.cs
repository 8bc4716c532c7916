using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;

namespace EventStore;

/// <summary>Reads documents of one type and makes the commands that write them.</summary>
internal sealed class DocumentType<T> : DocumentType where T : class
{
    private readonly string _dotNetType = typeof(T).FullName!;
    private readonly JsonTypeInfo<T> _json;
    private readonly bool _isConjoined;
    private readonly string _load;
    private readonly string _store;
    private readonly string _storeMany;
    private readonly string _delete;
    private readonly string _deleteMany;
    private readonly string _insert;
    private readonly string _replace;
    private readonly string _remove;

    public DocumentType(string schema, JsonSerializerOptions json, StreamIdentity identity, bool isConjoined) : base(typeof(T), schema, identity)
    {
        _json = (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));
        _isConjoined = isConjoined;

        // The tenant comes last among the parameters, so that the statements differ in nothing else.
        var table = QualifiedTableName;
        var (key, tenant) = isConjoined ? ("tenant_id, id", "tenant_id, ") : ("id", "");
        var columns = $"({tenant}id, data, mt_last_modified, mt_dotnet_type, mt_version)";
        const string Replaced = "data = excluded.data, mt_last_modified = excluded.mt_last_modified, mt_dotnet_type = excluded.mt_dotnet_type";
        _load = isConjoined
            ? $"select d.id, d.data, d.mt_version, d.tenant_id from unnest($1, $2) as k (id, tenant_id) join {table} d using (tenant_id, id)"
            : $"select id, data, mt_version from {table} where id = any($1)";
        _store =
            $"""
            insert into {table} as d {columns} values ({(isConjoined ? "$4, " : "")}$1, $2, now(), $3, 1)
            on conflict ({key}) do update set {Replaced}, mt_version = d.mt_version + 1
            """;
        _storeMany =
            $"""
            insert into {table} {columns} select {(isConjoined ? "w.tenant_id, " : "")}w.id, w.data, now(), $3, w.version
            from unnest($1, $2, $4{(isConjoined ? ", $5" : "")}) as w (id, data, version{(isConjoined ? ", tenant_id" : "")})
            on conflict ({key}) do update set {Replaced}, mt_version = excluded.mt_version
            """;
        _delete = $"delete from {table} where id = $1{(isConjoined ? " and tenant_id = $2" : "")}";
        _deleteMany = isConjoined
            ? $"delete from {table} d using unnest($1, $2) as k (id, tenant_id) where d.id = k.id and d.tenant_id = k.tenant_id"
            : $"delete from {table} where id = any($1)";
        _insert = $"insert into {table} {columns} values ({(isConjoined ? "$5, " : "")}$1, $2, now(), $3, $4) returning 1";
        _replace =
            $"""
            with written as (
                update {table} set data = $2, mt_last_modified = now(), mt_dotnet_type = $3, mt_version = $4
                where id = $1 and mt_version = $5{(isConjoined ? " and tenant_id = $6" : "")} returning 1)
            select 1 / (select count(*) from written)
            """;
        _remove =
            $"""
            with removed as (delete from {table} where id = $1 and mt_version = $2{(isConjoined ? " and tenant_id = $3" : "")} returning 1)
            select 1 / (select count(*) from removed)
            """;
    }

    public async Task<Dictionary<DocumentKey, Snapshot<T>>> LoadAsync(
        NpgsqlConnection connection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<DocumentKey, Snapshot<T>>(keys.Count);
        await using var command = new NpgsqlCommand(_load, connection);
        AddKeys(command.Parameters, keys);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var key = new DocumentKey(_isConjoined ? reader.GetString(3) : Tenancy.DefaultTenantId, EventStore.Identity.Read(reader, 0, Identity));
            if (Deserialize(reader.GetFieldValue<byte[]>(1)) is { } document) loaded.Add(key, new Snapshot<T>(document, reader.GetInt64(2)));
        }

        return loaded;
    }

    public T? Deserialize(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, _json);

    /// <summary>Writes whether or not the document is there.</summary>
    public NpgsqlBatchCommand Store(DocumentKey key, T document) => Command(_store, key, Json(document), Parameter.Of(_dotNetType));

    public NpgsqlBatchCommand StoreMany(IReadOnlyList<(DocumentKey Key, Snapshot<T> Snapshot)> documents)
    {
        var data = new byte[documents.Count][];
        var versions = new long[documents.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            data[i] = JsonSerializer.SerializeToUtf8Bytes(documents[i].Snapshot.Document, _json);
            versions[i] = documents[i].Snapshot.Version;
        }

        var command = new NpgsqlBatchCommand(_storeMany);
        command.Parameters.Add(EventStore.Identity.ToParameter([.. documents.Select(one => one.Key.Id)], Identity));
        command.Parameters.Add(Parameter.Json(data));
        command.Parameters.Add(Parameter.Of(_dotNetType));
        command.Parameters.Add(Parameter.Of(versions));
        if (_isConjoined) command.Parameters.Add(Parameter.Of((string[])[.. documents.Select(one => one.Key.TenantId)]));
        return command;
    }

    public NpgsqlBatchCommand Delete(DocumentKey key) => Command(_delete, key);

    public NpgsqlBatchCommand DeleteMany(IReadOnlyCollection<DocumentKey> keys)
    {
        var command = new NpgsqlBatchCommand(_deleteMany);
        AddKeys(command.Parameters, keys);
        return command;
    }

    public NpgsqlBatchCommand DeleteAll() => new($"delete from {QualifiedTableName}");

    /// <summary>Fails if the document has appeared meanwhile.</summary>
    public NpgsqlBatchCommand Insert(DocumentKey key, Snapshot<T> written) =>
        Command(_insert, key, Json(written.Document), Parameter.Of(_dotNetType), Parameter.Of(written.Version));

    /// <summary>Fails if the document has changed since it was loaded.</summary>
    public NpgsqlBatchCommand Replace(DocumentKey key, Snapshot<T> written, long loadedVersion) =>
        Command(_replace, key, Json(written.Document), Parameter.Of(_dotNetType), Parameter.Of(written.Version), Parameter.Of(loadedVersion));

    /// <summary>Fails if the document has changed since it was loaded.</summary>
    public NpgsqlBatchCommand Remove(DocumentKey key, long loadedVersion) => Command(_remove, key, Parameter.Of(loadedVersion));

    private NpgsqlBatchCommand Command(string sql, DocumentKey key, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(key.Id.ToParameter());
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        if (_isConjoined) command.Parameters.Add(Parameter.Of(key.TenantId));
        return command;
    }

    private void AddKeys(NpgsqlParameterCollection parameters, IReadOnlyCollection<DocumentKey> keys)
    {
        parameters.Add(EventStore.Identity.ToParameter([.. keys.Select(key => key.Id)], Identity));
        if (_isConjoined) parameters.Add(Parameter.Of((string[])[.. keys.Select(key => key.TenantId)]));
    }

    private NpgsqlParameter Json(T document) => Parameter.Json(JsonSerializer.SerializeToUtf8Bytes(document, _json));
}
