using Npgsql;

namespace Engagement.Participants;

/// <summary>The subjects' keys, wrapped in the database. A key that is gone opens nothing: those words are erased.</summary>
public sealed class SubjectKeys(NpgsqlDataSource dataSource, KeyEncryptionKey keyEncryptionKey)
{
    /// <summary>A key for a new subject, and the statement that keeps it: put it in the transaction of what the key seals.</summary>
    public (SubjectKey Key, NpgsqlBatchCommand Keep) Create(Guid subject)
    {
        var key = SubjectKey.Generate(subject);
        var keep = new NpgsqlBatchCommand(
            "insert into engagement.subject_keys (subject_id, wrapped_key, kek_id, created_at) values ($1, $2, $3, now())");
        keep.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject });
        keep.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = key.WrappedBy(keyEncryptionKey) });
        keep.Parameters.Add(new NpgsqlParameter<string> { TypedValue = keyEncryptionKey.Id });
        return (key, keep);
    }

    /// <summary>The key of a subject who has been here before; null when there is none, or none any more.</summary>
    public async Task<SubjectKey?> FindAsync(Guid subject, CancellationToken cancellationToken) =>
        (await LoadAsync([subject], cancellationToken)).GetValueOrDefault(subject);

    /// <summary>
    /// The key of a subject who may have been here before. A new one is kept at once and not with what it seals: of two first words at the same
    /// moment, neither may be sealed with a key that the other's has displaced.
    /// </summary>
    public async Task<SubjectKey> ObtainAsync(Guid subject, CancellationToken cancellationToken)
    {
        if (await FindAsync(subject, cancellationToken) is { } known)
            return known;

        await using var keep = dataSource.CreateCommand(
            """
            insert into engagement.subject_keys (subject_id, wrapped_key, kek_id, created_at) values ($1, $2, $3, now())
            on conflict (subject_id) do nothing
            """);
        keep.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject });
        keep.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = SubjectKey.Generate(subject).WrappedBy(keyEncryptionKey) });
        keep.Parameters.Add(new NpgsqlParameter<string> { TypedValue = keyEncryptionKey.Id });
        await keep.ExecuteNonQueryAsync(cancellationToken);

        return await FindAsync(subject, cancellationToken)
            ?? throw new InvalidOperationException("The key of a subject was destroyed while something was written to them.");
    }

    public async Task<string?> OpenAsync(PersonalText text, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync([text], cancellationToken);
        return opened[0];
    }

    /// <summary>The words of each text, in the same order; null where they have been erased.</summary>
    public async Task<IReadOnlyList<string?>> OpenAsync(IReadOnlyList<PersonalText> texts, CancellationToken cancellationToken)
    {
        var keys = await LoadAsync([.. texts.Select(text => text.Subject).Distinct()], cancellationToken);
        return [.. texts.Select(text => keys.TryGetValue(text.Subject, out var key) ? key.Open(text) : null)];
    }

    private async Task<Dictionary<Guid, SubjectKey>> LoadAsync(Guid[] subjects, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "select subject_id, wrapped_key from engagement.subject_keys where subject_id = any($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = subjects });

        var keys = new Dictionary<Guid, SubjectKey>(subjects.Length);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var subject = rows.GetGuid(0);
            keys.Add(subject, new SubjectKey(subject, keyEncryptionKey.Unwrap(subject, rows.GetFieldValue<byte[]>(1))));
        }

        return keys;
    }
}
