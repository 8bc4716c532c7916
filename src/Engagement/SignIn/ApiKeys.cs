using System.Security.Cryptography;
using Engagement.Common;
using Npgsql;

namespace Engagement.SignIn;

/// <summary>
/// The keys of API clients: <c>ek_</c>, the key's id, and a secret of 256 bits that is shown to whoever makes the key and to nobody else.
/// </summary>
public sealed class ApiKeys(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>What every key begins with, for programs that look for secrets in places where they do not belong.</summary>
    public const string Prefix = "ek_";

    /// <summary>How many days a key is good for at most.</summary>
    public const int MostDays = 365;

    private const string Columns = "id, name, scopes, created_at, expires_at, revoked_at, last_used_at, secret_hash";

    // Written no oftener than this, so that a busy client does not make each of its reads a write.
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    // Compared with when there is no such key, so that one that does not exist takes as long as one with another secret.
    private static readonly byte[] Nothing = new byte[SHA256.HashSizeInBytes];

    /// <summary>The key that a client sent, which is used by this, expired or revoked as it may be; null when there is none with this secret.</summary>
    public async Task<ApiKey?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)
            || text[Prefix.Length..].Split('_', 2) is not [var idText, var secret]
            || !Guid.TryParseExact(idText, "N", out var id))
        {
            return null;
        }

        var found = await ListAsync($"select {Columns} from engagement.api_keys where id = $1", cancellationToken, new NpgsqlParameter<Guid> { TypedValue = id });
        var (key, hash) = found is [var one] ? one : (null, Nothing);
        if (!CryptographicOperations.FixedTimeEquals(SecretToken.HashOf(secret), hash) || key is null)
            return null;

        if (key.IsGoodAt(clock.GetUtcNow()))
            await MarkUsedAsync(key, cancellationToken);
        return key;
    }

    /// <summary>All keys, the newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync($"select {Columns} from engagement.api_keys order by created_at desc, id desc", cancellationToken)).Select(one => one.Key)];

    /// <summary>Keys, the newest first, from a place in the list.</summary>
    public async Task<Slice<ApiKey>> ListAsync(TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var found = await ListAsync(
            $"select {Columns} from engagement.api_keys where $1::timestamptz is null or (created_at, id) < ($1, $2) order by created_at desc, id desc limit $3",
            cancellationToken,
            new NpgsqlParameter { Value = after is { } position ? position.At.UtcDateTime : DBNull.Value },
            new NpgsqlParameter { Value = after is { } at ? at.Id : DBNull.Value },
            new NpgsqlParameter<int> { TypedValue = limit + 1 });
        return ((IReadOnlyList<ApiKey>)[.. found.Select(one => one.Key)]).SliceOf(limit);
    }

    public static TimePosition PositionOf(ApiKey key) => new(key.CreatedAt, key.Id);

    /// <summary>One key; null when there is none.</summary>
    public async Task<ApiKey?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await ListAsync($"select {Columns} from engagement.api_keys where id = $1", cancellationToken, new NpgsqlParameter<Guid> { TypedValue = id }) is [var one]
            ? one.Key
            : null;

    /// <summary>Those of the keys that are good.</summary>
    public async Task<IReadOnlyList<Guid>> StillGoodAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await ListAsync($"select {Columns} from engagement.api_keys where id = any($1)", cancellationToken, new NpgsqlParameter<Guid[]> { TypedValue = ids });
        return [.. found.Where(one => one.Key.IsGoodAt(now)).Select(one => one.Key.Id)];
    }

    internal static string TextOf(Guid id, string secret) => $"{Prefix}{id:N}_{secret}";

    internal static NpgsqlBatchCommand Insert(ApiKey key, string secret)
    {
        var insert = new NpgsqlBatchCommand(
            "insert into engagement.api_keys (id, name, secret_hash, scopes, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)");
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = key.Id });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Name });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = SecretToken.HashOf(secret) });
        insert.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. key.Scopes] });
        insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = key.CreatedAt.UtcDateTime });
        insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = key.ExpiresAt.UtcDateTime });
        return insert;
    }

    internal static NpgsqlBatchCommand Revoke(Guid id, DateTimeOffset now)
    {
        var update = new NpgsqlBatchCommand("update engagement.api_keys set revoked_at = coalesce(revoked_at, $2) where id = $1");
        update.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        update.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        return update;
    }

    private async Task MarkUsedAsync(ApiKey key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - key.LastUsedAt < UsedEvery)
            return;

        await using var update = database.CreateCommand("update engagement.api_keys set last_used_at = greatest(last_used_at, $2) where id = $1");
        update.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = key.Id });
        update.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<(ApiKey Key, byte[] Hash)>> ListAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<(ApiKey, byte[])>();
        while (await rows.ReadAsync(cancellationToken))
        {
            keys.Add((
                new ApiKey(
                    rows.GetGuid(0),
                    rows.GetString(1),
                    rows.GetFieldValue<string[]>(2),
                    rows.GetFieldValue<DateTimeOffset>(3),
                    rows.GetFieldValue<DateTimeOffset>(4),
                    rows.IsDBNull(5) ? null : rows.GetFieldValue<DateTimeOffset>(5),
                    rows.IsDBNull(6) ? null : rows.GetFieldValue<DateTimeOffset>(6)),
                rows.GetFieldValue<byte[]>(7)));
        }

        return keys;
    }
}
