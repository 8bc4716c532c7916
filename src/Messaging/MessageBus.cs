using Npgsql;

namespace Messaging;

/// <summary>The bus outside a handler: each message in a transaction of its own.</summary>
internal sealed class MessageBus(NpgsqlDataSource dataSource, MessageOutbox outbox) : IMessageBus
{
    public ValueTask SendAsync<T>(T message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) where T : notnull =>
        StoreAsync(outbox.Send(message, options), cancellationToken);

    public ValueTask PublishAsync<T>(T message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) where T : notnull =>
        outbox.TrySend(message, options) is { } insert ? StoreAsync(insert, cancellationToken) : ValueTask.CompletedTask;

    public ValueTask ScheduleAsync<T>(T message, DateTimeOffset at, CancellationToken cancellationToken = default) where T : notnull =>
        SendAsync(message, new DeliveryOptions { ScheduledTime = at }, cancellationToken);

    private async ValueTask StoreAsync(NpgsqlBatchCommand insert, CancellationToken cancellationToken)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        outbox.Wake();
    }
}
