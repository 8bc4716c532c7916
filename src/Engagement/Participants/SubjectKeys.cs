using Engagement.Common;
using Npgsql;

namespace Engagement.Participants;

/// <summary>
/// The subjects' keys, wrapped in the database. A key that is gone opens nothing: those words are erased. The row of a destroyed key stays without
/// it, so that nobody ever makes another one for the same subject.
/// </summary>
public sealed class SubjectKeys(NpgsqlDataSource dataSource, KeyEncryptionKeys keyEncryptionKeys)
{
    public static Refusal Erased { get; } = new("SUBJECT_ERASED", "What this person told us has been erased. Nothing can be added to it");

    /// <summary>A key for a new subject, and the statement that keeps it: put it in the transaction of what the key seals.</summary>
    public (SubjectKey Key, NpgsqlBatchCommand Keep) Create(Guid subject)
    {
        var key = SubjectKey.Generate(subject);
        var keep = new NpgsqlBatchCommand(
            "insert into engagement.subject_keys (subject_id, wrapped_key, kek_id, created_at) values ($1, $2, $3, now())");
        var wrapping = keyEncryptionKeys.Current;
        keep.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject });
        keep.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = key.WrappedBy(wrapping) });
        keep.Parameters.Add(new NpgsqlParameter<string> { TypedValue = wrapping.Id });
        return (key, keep);
    }

    /// <summary>The key of a subject who has been here before; null when there is none, or none any more.</summary>
    public async Task<SubjectKey?> FindAsync(Guid subject, CancellationToken cancellationToken) =>
        (await LoadAsync([subject], cancellationToken)).GetValueOrDefault(subject);

    /// <summary>
    /// The key of a subject who may have been here before. A new one is kept at once and not with what it seals: of two first words at the same
    /// moment, neither may be sealed with a key that the other's has displaced.
    /// </summary>
    /// <exception cref="RuleRefusedException">The subject's key was destroyed: nothing is written to them any more.</exception>
    public async Task<SubjectKey> ObtainAsync(Guid subject, CancellationToken cancellationToken)
    {
        if (await FindAsync(subject, cancellationToken) is { } known)
            return known;

        var wrapping = keyEncryptionKeys.Current;
        await using var keep = dataSource.CreateCommand(
            """
            insert into engagement.subject_keys (subject_id, wrapped_key, kek_id, created_at) values ($1, $2, $3, now())
            on conflict (subject_id) do nothing
            """);
        keep.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject });
        keep.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = SubjectKey.Generate(subject).WrappedBy(wrapping) });
        keep.Parameters.Add(new NpgsqlParameter<string> { TypedValue = wrapping.Id });
        await keep.ExecuteNonQueryAsync(cancellationToken);

        // There is a row now, so one without a key is that of a key that was destroyed.
        return await FindAsync(subject, cancellationToken) ?? throw new RuleRefusedException(Erased);
    }

    /// <summary>Whether this subject had a key that was destroyed.</summary>
    public async Task<bool> IsDestroyedAsync(Guid subject, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "select exists (select from engagement.subject_keys where subject_id = $1 and destroyed_at is not null)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subject });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <exception cref="RuleRefusedException">The subject's key was destroyed: nothing is written to them any more.</exception>
    public async Task RefuseErasedAsync(Guid subject, CancellationToken cancellationToken)
    {
        if (await IsDestroyedAsync(subject, cancellationToken))
            throw new RuleRefusedException(Erased);
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
            "select subject_id, wrapped_key, kek_id from engagement.subject_keys where subject_id = any($1) and wrapped_key is not null");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = subjects });

        var keys = new Dictionary<Guid, SubjectKey>(subjects.Length);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var subject = rows.GetGuid(0);
            var wrapping = keyEncryptionKeys.Named(rows.GetString(2));
            keys.Add(subject, new SubjectKey(subject, wrapping.Unwrap(subject, rows.GetFieldValue<byte[]>(1))));
        }

        return keys;
    }
}
