using Engagement.Participants;
using EventStore;
using Messaging;
using Npgsql;

namespace Engagement.Privacy;

/// <summary>
/// Destroys keys: first in the ledger, then in the database, with the event that says so and with everything that was kept of the words in clear. What
/// was decided and what was published does not change.
/// </summary>
public sealed class KeyDestruction(
    DocumentStore store,
    SubjectKeys subjectKeys,
    DestructionLedger ledger,
    IEnumerable<IPersonalTextTable> tables,
    MessageOutbox outbox,
    TimeProvider clock)
{
    private const string NoKey = "no key";
    private const string ActorRole = "system";

    /// <summary>The hash of a subject's key, to be recorded when it is destroyed.</summary>
    internal async Task<string> ProofAsync(Guid subject, CancellationToken cancellationToken) =>
        await subjectKeys.FindAsync(subject, cancellationToken) is { } key ? key.Proof() : NoKey;

    /// <summary>
    /// Puts a destruction into the ledger, and what it takes in the database into the session. The session must hold the subject's record for itself: once
    /// the ledger says that a key is destroyed, nothing may come in between.
    /// </summary>
    internal async Task WriteAsync(IDocumentSession session, SubjectKeyDestroyed destroyed, CancellationToken cancellationToken)
    {
        var one = new DestroyedKey(destroyed.SubjectId, clock.GetUtcNow(), SubjectRecord.IdOf(destroyed.SubjectId), destroyed.Proof);
        await ledger.AppendAsync([one], cancellationToken);
        session.QueueSqlCommand(Forget(one));
        foreach (var table in tables)
            session.QueueSqlCommand(table.Erase(one.Subject));

        session.QueueSqlCommand(outbox.Send(new EraseSubject(one.Subject)));
    }

    /// <summary>
    /// Makes ledger and database agree: keys that a restored backup has brought back are destroyed again, and the ledger learns what it does not know yet.
    /// Run before anything is served.
    /// </summary>
    /// <returns>How many keys were destroyed again.</returns>
    public async Task<int> ReapplyAsync(CancellationToken cancellationToken)
    {
        var recorded = await RecordedAsync(cancellationToken);
        var known = recorded.Select(one => one.Subject).ToHashSet();
        DestroyedKey[] missing = [.. (await ledger.ReadAsync(cancellationToken)).Where(one => !known.Contains(one.Subject))];
        foreach (var one in missing)
            await DestroyAgainAsync(one, cancellationToken);

        await ledger.AppendAsync(recorded, cancellationToken);
        return missing.Length;
    }

    /// <summary>Adds to this process's ledger what another process has destroyed.</summary>
    internal async Task KeepAsync(IEvent e, SubjectKeyDestroyed destroyed, CancellationToken cancellationToken) =>
        await ledger.AppendAsync([new DestroyedKey(destroyed.SubjectId, e.Timestamp, e.StreamId, destroyed.Proof)], cancellationToken);

    private async Task DestroyAgainAsync(DestroyedKey one, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        session.LastModifiedBy = ActorRole;
        var stream = await session.Events.FetchForExclusiveWriting<SubjectRecord>(one.RecordId, cancellationToken);
        if (stream.Aggregate is not { Destroyed: not null })
            stream.AppendOne(new SubjectKeyDestroyed(one.Subject, one.Proof, By: null));

        session.QueueSqlCommand(Forget(one));
        foreach (var table in tables)
            session.QueueSqlCommand(table.Erase(one.Subject));

        session.QueueSqlCommand(outbox.Send(new EraseSubject(one.Subject)));
        await session.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<DestroyedKey>> RecordedAsync(CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(
            "select subject_id, destroyed_at, proof from engagement.subject_keys where destroyed_at is not null order by destroyed_at");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var recorded = new List<DestroyedKey>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var subject = rows.GetGuid(0);
            recorded.Add(new DestroyedKey(subject, rows.GetFieldValue<DateTimeOffset>(1), SubjectRecord.IdOf(subject), rows.GetString(2)));
        }

        return recorded;
    }

    private static NpgsqlBatchCommand Forget(DestroyedKey one) => new(
        """
        insert into engagement.subject_keys (subject_id, created_at, destroyed_at, proof) values ($1, $2, $2, $3)
        on conflict (subject_id) do update
        set wrapped_key = null, kek_id = null, destroyed_at = excluded.destroyed_at, proof = excluded.proof
        where subject_keys.destroyed_at is null
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = one.Subject },
            new NpgsqlParameter<DateTime> { TypedValue = one.DestroyedAt.UtcDateTime },
            new NpgsqlParameter<string> { TypedValue = one.Proof },
        },
    };
}
