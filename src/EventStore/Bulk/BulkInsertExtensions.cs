namespace EventStore;

/// <summary>Bulk loading of events by COPY.</summary>
public static class BulkInsertExtensions
{
    /// <summary>
    /// Inserts the events of many streams by COPY, several times faster than sessions do: histories from elsewhere, restored backups, test data.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The work is committed in batches of <see cref="BulkInsertOptions.BatchSize"/> events, in the order of the source. A batch is all or nothing and
    /// ends between two actions, so an action is all or nothing too; the insert as a whole is not. When it stops, for whatever reason, all batches before
    /// are committed and nothing after them is. An insert with a <see cref="BulkInsertOptions.Name"/> goes on where it stopped when it is run again,
    /// even when it is not known whether the last commit arrived.
    /// </para>
    /// <para>
    /// Within a batch everything is as a session would have it: existing streams are locked and their versions checked and dense, log positions follow
    /// the order of the source, inline projections are written in the same transaction, and projections and listeners hear of the commit.
    /// Memory is bounded by a batch and the largest action. Sessions may write to other streams meanwhile; those that write to the same ones wait for the batch.
    /// </para>
    /// </remarks>
    /// <param name="store">The store.</param>
    /// <param name="streams">What to insert, at least one action. The same stream may come again, and is then appended to.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the insert after a batch, or in the midst of one, which then leaves nothing.</param>
    /// <returns>What is committed.</returns>
    /// <exception cref="BulkInsertStoppedException">
    /// A stream was not as expected (the inner exception is an <see cref="ExistingStreamIdCollisionException"/> or
    /// <see cref="EventStreamUnexpectedVersionException"/>), or the insert is run twice at the same time under one name.
    /// </exception>
    /// <exception cref="InvalidStoreUseException">The source gave nothing, or a null, or fewer actions than are committed under the name.</exception>
    /// <exception cref="UnknownEventTypeException">Something is not an event. Batches before it are committed.</exception>
    public static Task<BulkInsertProgress> BulkInsertEventsAsync(
        this DocumentStore store, IAsyncEnumerable<StreamAction> streams, BulkInsertOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(streams);
        return new BulkInsert(store, options ?? new BulkInsertOptions()).RunAsync(streams, cancellationToken);
    }

    /// <inheritdoc cref="BulkInsertEventsAsync(DocumentStore, IAsyncEnumerable{StreamAction}, BulkInsertOptions, CancellationToken)"/>
    public static Task<BulkInsertProgress> BulkInsertEventsAsync(
        this DocumentStore store, IEnumerable<StreamAction> streams, BulkInsertOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return store.BulkInsertEventsAsync(streams.ToAsyncEnumerable(), options, cancellationToken);
    }
}
