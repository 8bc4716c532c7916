using System.Text.Json;
using EventStore;
using Npgsql;

namespace Engagement.Common;

/// <summary>Reads of our own beside the event store's: flat read models, and documents by other than their id.</summary>
internal static class Database
{
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this DocumentStore store, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object?[] parameters)
    {
        await using var command = store.DataSource.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
            list.Add(read(rows));

        return list;
    }

    /// <summary>Documents, from statements whose first column is their JSON.</summary>
    public static Task<IReadOnlyList<T>> ListDocumentsAsync<T>(
        this DocumentStore store, string sql, CancellationToken cancellationToken, params object?[] parameters) =>
        store.ListAsync(sql, row => store.Document<T>(row, 0), cancellationToken, parameters);

    public static async Task<T?> FindDocumentAsync<T>(
        this DocumentStore store, string sql, CancellationToken cancellationToken, params object?[] parameters)
        where T : class
    {
        var found = await store.ListDocumentsAsync<T>(sql, cancellationToken, parameters);
        return found.Count == 0 ? null : found[0];
    }

    public static async Task<long> CountAsync(
        this DocumentStore store, string sql, CancellationToken cancellationToken, params object?[] parameters)
    {
        var rows = await store.ListAsync(sql, row => row.GetInt64(0), cancellationToken, parameters);
        return rows[0];
    }

    public static async Task<IReadOnlyList<T>> LoadManyAsync<T>(
        this DocumentStore store, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        where T : class
    {
        await using var session = store.QuerySession();
        return await session.LoadManyAsync<T>(ids, cancellationToken);
    }

    public static async Task<T?> LoadAsync<T>(this DocumentStore store, Guid id, CancellationToken cancellationToken)
        where T : class
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<T>(id, cancellationToken);
    }

    public static T Document<T>(this DocumentStore store, NpgsqlDataReader row, int column) =>
        JsonSerializer.Deserialize<T>(row.GetString(column), store.Options.Json)
        ?? throw new InvalidOperationException($"A stored {typeof(T).Name} is empty.");

    /// <summary>The result kept with the first use of an idempotency key; null when the key is new.</summary>
    public static async Task<string?> FirstResultAsync(this DocumentStore store, string key, CancellationToken cancellationToken)
    {
        var rows = await store
            .ListAsync(
                "select result from public.mt_idempotency_keys where key = $1 and tenant_id = '*DEFAULT*'",
                row => row.GetString(0),
                cancellationToken,
                key);
        return rows.Count == 0 ? null : rows[0];
    }
}
