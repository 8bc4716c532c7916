using System.Text.Json;
using Npgsql;

namespace EventStore;

internal sealed class DocumentSession : QuerySession, IDocumentSession
{
    // Each failed attempt means that another writer succeeded, so this is only reached under a siege.
    private const int MaxAttempts = 100;

    private readonly PendingWork _work = new();
    private readonly bool _isSavedByOthers;
    private Dictionary<string, JsonElement>? _headers;

    /// <param name="store">The store.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="isSavedByOthers">True for the operations that projections and subscriptions are given.</param>
    public DocumentSession(DocumentStore store, string tenantId, bool isSavedByOthers = false) : base(store, tenantId)
    {
        _isSavedByOthers = isSavedByOthers;
        Events = new EventStoreOperations(store, tenantId, _work);
    }

    public IEventStoreOperations Events { get; }
    public string? CorrelationId { get; set; }
    public string? CausationId { get; set; }
    public string? LastModifiedBy { get; set; }
    public long LastSequence { get; private set; }
    public IReadOnlyList<IEvent> LastSavedEvents { get; private set; } = [];

    public void SetHeader(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _headers ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        _headers[key] = JsonSerializer.SerializeToElement(value, Owner.Options.Json);
    }

    public void Store<T>(T document, Guid id) where T : class
    {
        ArgumentNullException.ThrowIfNull(document);
        _work.Documents.Add(Owner.Documents.For<T>().Store(id, document));
    }

    public void Delete<T>(Guid id) where T : class => _work.Documents.Add(Owner.Documents.For<T>().Delete(id));

    public void QueueSqlCommand(NpgsqlBatchCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _work.Queued.Add(command);
    }

    public void SetIdempotencyKey(string key, string result)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(result);
        _work.Idempotency = (key, result);
    }

    public async Task SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        if (_isSavedByOthers)
        {
            throw new InvalidStoreUseException(
                "OPERATIONS_SAVED_BY_STORE", "A projection or subscription does not save its operations: the store saves them with the checkpoint.");
        }

        if (_work.IsEmpty)
        {
            Remember(0);
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            var batch = new WriteBatch(Owner, TenantId);
            await WriteIntoAsync(batch, takesNewStreamsAsNew: attempt == 1, cancellationToken).ConfigureAwait(false);
            try
            {
                await using var connection = await Owner.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
            }
            catch (LookAgainException) when (attempt < MaxAttempts)
            {
                continue;
            }

            Remember(batch.LastSequence);
            if (batch.HasAppends) Owner.Committed();
            _work.Clear();
            return;
        }
    }

    /// <summary>Adds all that was collected to a batch, with what the inline projections make of it.</summary>
    public Task WriteIntoAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        WriteIntoAsync(batch, takesNewStreamsAsNew: false, cancellationToken);

    /// <summary>For inline projections, whose operations join a unit of work that is already under way.</summary>
    public PendingWork TakeWork() => _work;

    private async Task WriteIntoAsync(WriteBatch batch, bool takesNewStreamsAsNew, CancellationToken cancellationToken)
    {
        StampEvents();
        var inline = _work.Appends.Count == 0 ? [] : Owner.Projections.Inline;
        var projected = inline.Count == 0
            ? null
            : await InlineWork.ComputeAsync(Owner, TenantId, inline, _work.Appends, takesNewStreamsAsNew, cancellationToken).ConfigureAwait(false);

        if (_work.Idempotency is { } idempotency) batch.SetIdempotencyKey(idempotency.Key, idempotency.Result);
        foreach (var append in _work.Appends) batch.AddAppend(append);
        foreach (var command in _work.Documents) batch.Add(command);
        projected?.WriteInto(batch);
        foreach (var command in _work.Queued) batch.Add(command);
    }

    private void StampEvents()
    {
        if (_work.Appends.Count == 0) return;

        // The database keeps microseconds; events in memory say the same as they will when they are read.
        var now = Owner.Options.TimeProvider.GetUtcNow();
        now = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        foreach (var append in _work.Appends)
        {
            foreach (var (e, _) in append.Events)
            {
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
        LastSavedEvents = [.. _work.Appends.SelectMany(append => append.Events).Select(pending => pending.Event)];
    }
}
