using Npgsql;

namespace EventStore;

internal sealed class SubscriptionProcessor(DocumentStore store, ISubscription subscription)
    : EventProcessor(store, subscription.Name, subscription.EventTypes)
{
    public override async Task ProcessAsync(
        NpgsqlConnection connection, IReadOnlyList<IEvent> events, WriteBatch batch, CancellationToken cancellationToken)
    {
        await using var operations = new DocumentSession(Store, Tenancy.DefaultTenantId, isSavedByOthers: true);
        await subscription.ProcessEventsAsync(events, operations, cancellationToken).ConfigureAwait(false);
        await operations.WriteIntoAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    public override Task ProcessInlineAsync(IReadOnlyList<IEvent> events, InlineWork work, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A subscription is never inline.");
}
