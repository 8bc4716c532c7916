using Npgsql;

namespace EventStore;

/// <summary>A unit of work: collects what is to be written, then writes it in one round trip, all or nothing. Not thread safe.</summary>
public interface IDocumentSession : IQuerySession
{
    /// <summary>The events, to read and to append.</summary>
    new IEventStoreOperations Events { get; }

    /// <summary>What the work as a whole is known by; written on every event.</summary>
    string? CorrelationId { get; set; }

    /// <summary>What caused the work; written on every event.</summary>
    string? CausationId { get; set; }

    /// <summary>Who does the work; written on every event as its user name.</summary>
    string? LastModifiedBy { get; set; }

    /// <summary>After a save, the highest log position it wrote; zero when it wrote no events.</summary>
    long LastSequence { get; }

    /// <summary>After a save, the events it wrote, with their positions.</summary>
    IReadOnlyList<IEvent> LastSavedEvents { get; }

    /// <summary>Writes a value beside every event of the work.</summary>
    void SetHeader(string key, object value);

    /// <summary>Stores a document, new or not, without a check of its version.</summary>
    void Store<T>(T document, Identity id) where T : class;

    /// <summary>Deletes a document if it is there.</summary>
    void Delete<T>(Identity id) where T : class;

    /// <summary>The same unit of work for another tenant: what is collected there is saved with this session.</summary>
    /// <exception cref="UnknownTenantIdException">There is no such tenant.</exception>
    IDocumentSession ForTenant(string tenantId);

    /// <summary>Adds a statement of your own to the same transaction and the same round trip; it runs after the appends and documents.</summary>
    void QueueSqlCommand(NpgsqlBatchCommand command);

    /// <summary>
    /// Makes the work happen once: the key and the result are kept in the same transaction.
    /// When the key was used before, the save throws <see cref="IdempotencyKeyReusedException"/> and writes nothing.
    /// </summary>
    /// <exception cref="InvalidStoreUseException">The key is longer than <see cref="Identity.MaxKeyLength"/> characters, or it or the result cannot be kept.</exception>
    void SetIdempotencyKey(string key, string result);

    /// <summary>Writes everything in one round trip and one transaction, or nothing. A session may be used again after it succeeded.</summary>
    /// <remarks>
    /// When it is cancelled, or the connection fails (an <see cref="NpgsqlException"/>), the work may have been written or not, and the session still holds it.
    /// Work with an idempotency key can simply be saved again; without one, look first.
    /// </remarks>
    /// <exception cref="InvalidStoreUseException">The session is being saved already.</exception>
    /// <exception cref="EventStreamUnexpectedVersionException">A stream was not at the version it was expected at.</exception>
    /// <exception cref="ExistingStreamIdCollisionException">A stream to be started exists.</exception>
    /// <exception cref="ArchivedStreamException">A stream is archived.</exception>
    /// <exception cref="InvalidEventException">An event holds text that PostgreSQL cannot keep.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The idempotency key was used before.</exception>
    Task SaveChangesAsync(CancellationToken cancellationToken = default);
}
