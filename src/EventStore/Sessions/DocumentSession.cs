using System.Text.Json;
using Npgsql;

namespace EventStore;

internal sealed class DocumentSession : QuerySession, IDocumentSession
{
    // Each failed attempt means that another writer succeeded, so this is only reached under a siege.
    private const int MaxAttempts = 100;

    private readonly PendingWork _work;
    private readonly DocumentSession? _parent;
    private readonly bool _isSavedByOthers;
    private Dictionary<string, JsonElement>? _headers;
    private ExclusiveTurn? _exclusive;
    private bool _isDisposed;
    private int _isSaving;

    /// <param name="store">The store.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="isSavedByOthers">True for the operations that projections and subscriptions are given.</param>
    public DocumentSession(DocumentStore store, string tenantId, bool isSavedByOthers = false) : base(store, tenantId)
    {
        _work = new PendingWork();
        _isSavedByOthers = isSavedByOthers;
        Events = new EventStoreOperations(store, this, _work);
    }

    private DocumentSession(DocumentSession parent, string tenantId) : base(parent.Owner, tenantId)
    {
        (_parent, _work, _isSavedByOthers) = (parent, parent._work, parent._isSavedByOthers);
        Events = new EventStoreOperations(Owner, this, _work);
    }

    public IEventStoreOperations Events { get; }
    public string? CorrelationId { get; set; }
    public string? CausationId { get; set; }
    public string? LastModifiedBy { get; set; }
    public long LastSequence { get; private set; }

    /// <summary>The connection of the transaction in which the session holds streams for itself, if it does.</summary>
    public NpgsqlConnection? HeldConnection => _exclusive?.Connection;
    public IReadOnlyList<IEvent> LastSavedEvents { get; private set; } = [];

    public IDocumentSession ForTenant(string tenantId) => new DocumentSession(_parent ?? this, Owner.Options.Events.Tenant(tenantId));

    public void SetHeader(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _headers ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        _headers[key] = JsonSerializer.SerializeToElement(value, Owner.Options.Json);
    }

    public void Store<T>(T document, Identity id) where T : class
    {
        ArgumentNullException.ThrowIfNull(document);
        _work.Documents.Add(Documents<T>(id).Store(new DocumentKey(TenantId, id), document));
    }

    public void Delete<T>(Identity id) where T : class => _work.Documents.Add(Documents<T>(id).Delete(new DocumentKey(TenantId, id)));

    public void QueueSqlCommand(NpgsqlBatchCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _work.Queued.Add(command);
    }

    public void SetIdempotencyKey(string key, string result)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(result);
        if (key.Length > Identity.MaxKeyLength || !Text.CanBeKept(key) || !Text.CanBeKept(result))
        {
            throw new InvalidStoreUseException(
                "IDEMPOTENCY_KEY_INVALID",
                $"An idempotency key has at most {Identity.MaxKeyLength} characters, and neither it nor its result may hold NUL or half a character; this one has {key.Length}.");
        }

        _work.Idempotency = (key, result);
    }

    public async Task SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        if (_isSavedByOthers)
        {
            throw new InvalidStoreUseException(
                "OPERATIONS_SAVED_BY_STORE", "A projection or subscription does not save its operations: the store saves them with the checkpoint.");
        }

        if (_parent is not null)
        {
            await _parent.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Interlocked.Exchange(ref _isSaving, 1) == 1)
        {
            throw new InvalidStoreUseException(
                "SESSION_IN_USE", "The session is being saved already. A session is one unit of work and not thread safe: give each its own.");
        }

        try
        {
            if (_work.IsEmpty) Remember(0);
            else await Owner.Telemetry.TrackAppendAsync(_work.EventCount, static (session, token) => session.SaveAsync(token), this, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isSaving, 0);
        }
    }

    /// <summary>Adds all that was collected to a batch, with what the inline projections make of it.</summary>
    public Task WriteIntoAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        WriteIntoAsync(batch, takesNewStreamsAsNew: false, cancellationToken);

    /// <summary>For inline projections, whose operations join a unit of work that is already under way.</summary>
    public PendingWork TakeWork() => _work;

    /// <summary>Takes a stream for this session alone and says its version; zero when there is no such stream.</summary>
    public async Task<long> LockAsync(Identity stream, CancellationToken cancellationToken)
    {
        if (_isSavedByOthers)
            throw new InvalidStoreUseException("OPERATIONS_SAVED_BY_STORE", "A projection or subscription cannot take streams exclusively: it runs in a transaction of the store's.");
        if (_parent is not null)
            throw new InvalidStoreUseException("TENANT_CANNOT_LOCK", "Take streams exclusively with a session of their own tenant, not through ForTenant.");
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _exclusive ??= await ExclusiveTurn.BeginAsync(Owner, cancellationToken).ConfigureAwait(false);
        try
        {
            return await _exclusive.LockAsync(stream, TenantId, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await EndTurnAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await EndTurnAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var batch = new WriteBatch(Owner, TenantId);
            var hadTurn = _exclusive is not null;
            try
            {
                await WriteIntoAsync(batch, takesNewStreamsAsNew: attempt == 1, cancellationToken).ConfigureAwait(false);
                await ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
            }
            catch (LookAgainException) when (attempt < MaxAttempts)
            {
                continue;
            }
            catch (PostgresException broken) when (hadTurn && broken.SqlState == PostgresErrorCodes.InFailedSqlTransaction)
            {
                // Something that was read in the turn failed or was cancelled, and PostgreSQL gave the turn up with it. What was collected is whole.
                await EndTurnAsync().ConfigureAwait(false);
                continue;
            }
            catch
            {
                await EndTurnAsync().ConfigureAwait(false);
                throw;
            }

            Remember(batch.LastSequence);
            if (batch.HasAppends) Owner.Committed();
            _work.Clear();
            return;
        }
    }

    private async Task ExecuteAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        PostgresException refusal;
        try
        {
            await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            return;
        }
        catch (PostgresException refused)
        {
            refusal = refused;
        }

        await batch.ExplainAsync(refusal, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (_exclusive is { } turn)
        {
            try
            {
                await batch.WriteAsync(turn.Connection, cancellationToken).ConfigureAwait(false);
                await turn.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await EndTurnAsync().ConfigureAwait(false);
            }

            return;
        }

        await using var connection = await Owner.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await batch.WriteAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    private async Task EndTurnAsync()
    {
        if (_exclusive is not { } turn) return;
        _exclusive = null;
        await turn.DisposeAsync().ConfigureAwait(false);
    }

    private DocumentType<T> Documents<T>(Identity id) where T : class
    {
        var documents = Owner.Documents.For<T>();
        id.Validate(documents.Identity);
        return documents;
    }

    private async Task WriteIntoAsync(WriteBatch batch, bool takesNewStreamsAsNew, CancellationToken cancellationToken)
    {
        StampEvents();
        var inline = _work.Appends.Count == 0 ? [] : Owner.Projections.Inline;
        var projected = inline.Count == 0
            ? null
            : await InlineWork.ComputeAsync(Owner, inline, _work.Appends, takesNewStreamsAsNew, HeldConnection, cancellationToken).ConfigureAwait(false);

        if (_work.Idempotency is { } idempotency) batch.SetIdempotencyKey(idempotency.Key, idempotency.Result);
        foreach (var append in _work.Appends) batch.AddAppend(append);
        foreach (var command in _work.Documents) batch.Add(command);
        projected?.WriteInto(batch);
        foreach (var command in _work.Queued) batch.Add(command);
    }

    private void StampEvents()
    {
        if (_work.Appends.Count == 0) return;
        if (!Text.CanBeKept(CorrelationId) || !Text.CanBeKept(CausationId) || !Text.CanBeKept(LastModifiedBy))
        {
            throw new InvalidEventException(
                "EVENT_TEXT_INVALID", _work.Appends[0].StreamId, "The correlation, the causation or the user's name holds NUL or half a character.");
        }

        var now = KeptTime.Of(Owner.Options.TimeProvider.GetUtcNow());
        foreach (var append in _work.Appends)
        {
            foreach (var pending in append.Events)
            {
                var e = pending.Event;
                e.Timestamp = now;
                e.CorrelationId = CorrelationId;
                e.CausationId = CausationId;
                e.UserName = LastModifiedBy;
                e.Headers = _headers;
            }
        }
    }

    private void Remember(long lastSequence)
    {
        LastSequence = lastSequence;
        LastSavedEvents = _work.Appends is [{ Events: [var only] }] ? [only.Event] : [.. _work.Appends.SelectMany(append => append.Events).Select(pending => pending.Event)];
    }
}
