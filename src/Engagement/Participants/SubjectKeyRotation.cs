using Npgsql;

namespace Engagement.Participants;

/// <summary>
/// Wraps the subjects' keys anew under the current key-encryption key. No event changes: what the subjects' keys have sealed stays as it is. It may be
/// cut off and begun again, and run in several processes at the same time, while the platform runs.
/// </summary>
public sealed class SubjectKeyRotation(NpgsqlDataSource dataSource, KeyEncryptionKeys keyEncryptionKeys)
{
    private const int PageSize = 500;

    /// <summary>How many subjects' keys each key-encryption key wraps, and how many were destroyed.</summary>
    public async Task<SubjectKeyStatus> StatusAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "select kek_id, count(*) from engagement.subject_keys where wrapped_key is not null group by 1 order by 1");
        var counts = new Dictionary<string, long>();
        await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
                counts.Add(rows.GetString(0), rows.GetInt64(1));
        }

        await using var destroyed = dataSource.CreateCommand("select count(*) from engagement.subject_keys where destroyed_at is not null");
        return new SubjectKeyStatus(
            keyEncryptionKeys.Current.Id, keyEncryptionKeys.Ids, counts, (long)(await destroyed.ExecuteScalarAsync(cancellationToken))!);
    }

    /// <summary>Goes on until no key is left that another than the current key wraps; says how many it has wrapped anew.</summary>
    /// <param name="progress">Told after each page how many those are so far.</param>
    /// <param name="cancellationToken">Stops between two pages, or undoes the one in hand.</param>
    /// <exception cref="KeyEncryptionKeyMissingException">A key was wrapped with one that is not there.</exception>
    public async Task<long> RunAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var current = keyEncryptionKeys.Current;
        long done = 0;
        while (await WrapPageAsync(current, cancellationToken) is > 0 and var page)
        {
            done += page;
            progress?.Report(done);
        }

        return done;
    }

    // Rows that another process has in hand are waited for: it may be destroying them, or may be cut off. A destroyed key is not there to be wrapped.
    private async Task<int> WrapPageAsync(KeyEncryptionKey current, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var wrapped = new List<(Guid Subject, byte[] Key)>();
        await using (var page = new NpgsqlCommand(
            """
            select subject_id, wrapped_key, kek_id from engagement.subject_keys
            where wrapped_key is not null and kek_id <> $1 order by subject_id limit $2 for update
            """,
            connection,
            transaction))
        {
            page.Parameters.Add(new NpgsqlParameter<string> { TypedValue = current.Id });
            page.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PageSize });
            await using var rows = await page.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                var subject = rows.GetGuid(0);
                var key = keyEncryptionKeys.Named(rows.GetString(2)).Unwrap(subject, rows.GetFieldValue<byte[]>(1));
                wrapped.Add((subject, current.Wrap(subject, key)));
            }
        }

        await using var write = new NpgsqlCommand(
            """
            update engagement.subject_keys k set wrapped_key = w.key, kek_id = $3
            from unnest($1::uuid[], $2::bytea[]) as w(subject, key) where k.subject_id = w.subject
            """,
            connection,
            transaction);
        write.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. wrapped.Select(w => w.Subject)] });
        write.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. wrapped.Select(w => w.Key)] });
        write.Parameters.Add(new NpgsqlParameter<string> { TypedValue = current.Id });
        await write.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return wrapped.Count;
    }
}
