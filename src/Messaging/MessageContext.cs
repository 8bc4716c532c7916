using Npgsql;

namespace Messaging;

/// <summary>
/// The handling of one message. What a handler does on <see cref="Connection"/>, and what it sends through this context, commits together
/// with the message's removal: all of it once, or none of it and the message is tried again. The transaction is ended by the library;
/// a handler must neither commit it nor roll it back. Effects elsewhere (mail, files, other databases) can happen again after a failure;
/// <see cref="Envelope.Id"/> stays the same and lets their receiver tell. It ends when the handlers have returned: whatever they did not await finds it closed.
/// </summary>
public sealed class MessageContext : IMessageBus
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly MessageOutbox _outbox;
    private volatile bool _isOver;

    internal MessageContext(Envelope envelope, NpgsqlConnection connection, NpgsqlTransaction transaction, MessageOutbox outbox) =>
        (Envelope, _connection, _transaction, _outbox) = (envelope, connection, transaction, outbox);

    /// <summary>The message's envelope.</summary>
    public Envelope Envelope { get; }

    /// <summary>The connection whose open transaction is that of the handling.</summary>
    /// <exception cref="ObjectDisposedException">The handling is over.</exception>
    public NpgsqlConnection Connection => WhileOpen(_connection);

    /// <summary>The transaction of the handling.</summary>
    /// <exception cref="ObjectDisposedException">The handling is over.</exception>
    public NpgsqlTransaction Transaction => WhileOpen(_transaction);

    internal bool HasSent { get; private set; }

    /// <inheritdoc />
    public ValueTask SendAsync<T>(T message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) where T : notnull =>
        StoreAsync(_outbox.Send(message, Continue(options)), cancellationToken);

    /// <inheritdoc />
    public ValueTask PublishAsync<T>(T message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) where T : notnull =>
        _outbox.TrySend(message, Continue(options)) is { } insert ? StoreAsync(insert, cancellationToken) : ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ScheduleAsync<T>(T message, DateTimeOffset at, CancellationToken cancellationToken = default) where T : notnull =>
        SendAsync(message, new DeliveryOptions { ScheduledTime = at }, cancellationToken);

    /// <summary>The connection is the next message's now, or the pool's.</summary>
    internal void Close() => _isOver = true;

    private T WhileOpen<T>(T value)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        return value;
    }

    private DeliveryOptions Continue(DeliveryOptions? options)
    {
        options ??= new DeliveryOptions();
        return options with
        {
            CorrelationId = options.CorrelationId ?? Envelope.CorrelationId ?? Envelope.Id.ToString(),
            CausationId = options.CausationId ?? Envelope.Id.ToString(),
            TenantId = options.TenantId ?? Envelope.TenantId,
        };
    }

    private async ValueTask StoreAsync(NpgsqlBatchCommand insert, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(Connection, Transaction) { BatchCommands = { insert } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        HasSent = true;
    }
}
