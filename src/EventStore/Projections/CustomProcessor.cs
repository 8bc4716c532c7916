using Npgsql;

namespace EventStore;

internal sealed class CustomProcessor(DocumentStore store, IProjection projection)
    : EventProcessor(store, projection.Name, projection.EventTypes)
{
    public override async Task ProcessAsync(
        NpgsqlConnection connection, IReadOnlyList<IEvent> events, WriteBatch batch, CancellationToken cancellationToken)
    {
        await using var operations = new DocumentSession(Store, Tenancy.DefaultTenantId, isSavedByOthers: true);
        await projection.ApplyAsync(operations, events, cancellationToken).ConfigureAwait(false);
        await operations.WriteIntoAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    public override async Task ProcessInlineAsync(IReadOnlyList<IEvent> events, InlineWork work, CancellationToken cancellationToken)
    {
        await using var operations = new DocumentSession(Store, events[0].TenantId, isSavedByOthers: true);
        await projection.ApplyAsync(operations, events, cancellationToken).ConfigureAwait(false);
        work.Add(Name, operations.TakeWork());
    }
}
