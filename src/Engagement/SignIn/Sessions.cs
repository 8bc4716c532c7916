using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.SignIn;

/// <summary>
/// Who is signed in. A session is asked for at every request, so one that is ended here has ended everywhere. It ends when it was not used for a while,
/// at the latest after its whole length, or when its owner says so.
/// </summary>
public sealed class Sessions(NpgsqlDataSource database, TimeProvider clock)
{
    // Written no oftener than this, so that reading a page is not a write each time.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private const string Columns = "id, actor_id, claims, device, begun_at, last_seen_at, ends_at";
    private const string IsOpen = "ends_at > $1 and last_seen_at + make_interval(secs => idle_seconds) > $1";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins one, and gives the token that its owner's browser carries: a new one each time, known to nobody before.</summary>
    public async Task<(Session Session, string Token)> BeginAsync(
        Guid actorId, IReadOnlyList<SessionClaim> claims, string device, SessionLength length, CancellationToken cancellationToken)
    {
        var (now, token) = (clock.GetUtcNow(), SecretToken.New());
        var session = new Session(Guid.CreateVersion7(now), actorId, claims, device, now, now, now + length.Longest);
        await using var insert = database.CreateCommand(
            """
            insert into engagement.sessions (id, token_hash, actor_id, claims, device, begun_at, last_seen_at, idle_seconds, ends_at)
            values ($1, $2, $3, $4, $5, $6, $6, $7, $8)
            """);
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = session.Id });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = SecretToken.HashOf(token) });
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actorId });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(claims), NpgsqlDbType = NpgsqlDbType.Jsonb });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = device });
        insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)length.Idle.TotalSeconds });
        insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = session.EndsAt.UtcDateTime });
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return (session, token);
    }

    /// <summary>The session of a token, which is used by this; null when it has ended or never was.</summary>
    public async Task<Session?> FindAsync(string token, CancellationToken cancellationToken)
    {
        // Found by the hash of 256 random bits: how long the search takes tells nothing of a token that somebody does not have.
        var found = await ListAsync($"select {Columns} from engagement.sessions where {IsOpen} and token_hash = $2", SecretToken.HashOf(token), cancellationToken);
        if (found is not [var session])
            return null;

        if (clock.GetUtcNow() - session.LastSeenAt >= SeenEvery)
            await ExecuteAsync("update engagement.sessions set last_seen_at = $1 where id = $2 and last_seen_at < $1", session.Id, cancellationToken);
        return session;
    }

    /// <summary>The open sessions of a person, the newest first.</summary>
    public Task<IReadOnlyList<Session>> ListAsync(Guid actorId, CancellationToken cancellationToken) => ListAsync(
        $"select {Columns} from engagement.sessions where {IsOpen} and actor_id = $2 order by begun_at desc, id desc", actorId, cancellationToken);

    /// <summary>Those of the sessions that have not ended.</summary>
    public async Task<IReadOnlyList<Guid>> StillOpenAsync(Guid[] ids, CancellationToken cancellationToken) =>
        [.. (await ListAsync($"select {Columns} from engagement.sessions where {IsOpen} and id = any($2)", ids, cancellationToken)).Select(session => session.Id)];

    /// <summary>Ends a session of this person; one of somebody else stays as it is.</summary>
    internal static NpgsqlBatchCommand End(Guid id, Guid actorId)
    {
        var delete = new NpgsqlBatchCommand("delete from engagement.sessions where id = $1 and actor_id = $2");
        delete.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        delete.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actorId });
        return delete;
    }

    /// <summary>Ends every session of a person.</summary>
    internal static NpgsqlBatchCommand EndAll(Guid actorId)
    {
        var delete = new NpgsqlBatchCommand("delete from engagement.sessions where actor_id = $1");
        delete.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actorId });
        return delete;
    }

    /// <summary>Deletes what has ended by itself.</summary>
    internal async Task ForgetEndedAsync(CancellationToken cancellationToken)
    {
        await using var delete = database.CreateCommand($"delete from engagement.sessions where not ({IsOpen})");
        delete.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Now });
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ExecuteAsync(string sql, Guid parameter, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Now });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = parameter });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Session>> ListAsync<T>(string sql, T parameter, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Now });
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = parameter });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var sessions = new List<Session>();
        while (await rows.ReadAsync(cancellationToken))
        {
            sessions.Add(new Session(
                rows.GetGuid(0),
                rows.GetGuid(1),
                JsonSerializer.Deserialize<SessionClaim[]>(rows.GetString(2))!,
                rows.GetString(3),
                rows.GetFieldValue<DateTimeOffset>(4),
                rows.GetFieldValue<DateTimeOffset>(5),
                rows.GetFieldValue<DateTimeOffset>(6)));
        }

        return sessions;
    }
}
