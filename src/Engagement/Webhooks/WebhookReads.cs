using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Webhooks;

/// <summary>Webhooks, what they were told and what came of it.</summary>
public sealed class WebhookReads(DocumentStore store)
{
    private const string Webhooks =
        """
        select w.id, w.name, w.address, w.kinds, w.state, w.state_since, w.problem, w.failing_since, w.last_delivered_at, w.owner_id, w.created_at,
            (select count(*) from engagement.webhook_deliveries d where d.webhook_id = w.id and d.state = 'Waiting'), w.round
        from engagement.webhooks w
        """;

    private const string Deliveries =
        """
        select d.id, d.webhook_id, d.message_id, d.kind, d.occurred_at, d.body, d.state, d.attempts, d.queued_at, d.ended_at, w.owner_id
        from engagement.webhook_deliveries d join engagement.webhooks w on w.id = d.webhook_id
        """;

    /// <summary>Webhooks, the newest first.</summary>
    /// <param name="owner">Those of one program; null: all.</param>
    /// <param name="after">The last one already seen.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Slice<Webhook>> ListAsync(Guid? owner, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            $"""
            {Webhooks}
            where ($1::uuid is null or w.owner_id = $1) and ($2::timestamptz is null or (w.created_at, w.id) < ($2, $3::uuid))
            order by w.created_at desc, w.id desc limit $4
            """,
            Read,
            cancellationToken,
            owner,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return found.SliceOf(limit);
    }

    public static TimePosition PositionOf(Webhook webhook) => new(webhook.CreatedAt, webhook.Id);

    /// <summary>One webhook; null when there is none.</summary>
    public async Task<Webhook?> FindAsync(Guid id, CancellationToken cancellationToken) => await ByIdsAsync([id], cancellationToken) is [var webhook] ? webhook : null;

    public Task<IReadOnlyList<Webhook>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.ListAsync($"{Webhooks} where w.id = any($1)", Read, cancellationToken, ids.ToArray());

    /// <summary>What a webhook was told, and is to be, the newest first.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="state">Of one state; null: all.</param>
    /// <param name="after">The last one already seen.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Slice<WebhookDelivery>> DeliveriesAsync(
        Guid webhook, WebhookDeliveryState? state, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            $"""
            {Deliveries}
            where d.webhook_id = $1 and ($2::text is null or d.state = $2) and ($3::timestamptz is null or (d.queued_at, d.id) < ($3, $4::uuid))
            order by d.queued_at desc, d.id desc limit $5
            """,
            ReadDelivery,
            cancellationToken,
            webhook,
            state?.ToString(),
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return found.SliceOf(limit);
    }

    public static TimePosition PositionOf(WebhookDelivery delivery) => new(delivery.QueuedAt, delivery.Id);

    /// <summary>One delivery; null when there is none.</summary>
    public async Task<WebhookDelivery?> FindDeliveryAsync(Guid id, CancellationToken cancellationToken) =>
        await store.ListAsync($"{Deliveries} where d.id = $1", ReadDelivery, cancellationToken, id) is [var delivery] ? delivery : null;

    /// <summary>How deliveries were sent, the first time first.</summary>
    public async Task<ILookup<Guid, WebhookAttempt>> AttemptsAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select delivery_id, at, milliseconds, status, problem from engagement.webhook_attempts where delivery_id = any($1) order by at, id",
            row => new WebhookAttempt(
                row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetInt32(3), ProblemOf(row, 4)),
            cancellationToken,
            deliveries.ToArray());
        return found.ToLookup(attempt => attempt.DeliveryId);
    }

    /// <summary>The secrets of webhooks, the newest first.</summary>
    public async Task<ILookup<Guid, WebhookSecret>> SecretsAsync(IReadOnlyCollection<Guid> webhooks, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select webhook_id, number, created_at, ends_at from engagement.webhook_secrets where webhook_id = any($1) order by number desc",
            row => (Webhook: row.GetGuid(0), Secret: new WebhookSecret(row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2), Moment(row, 3))),
            cancellationToken,
            webhooks.ToArray());
        return found.ToLookup(one => one.Webhook, one => one.Secret);
    }

    /// <summary>What waits for a webhook, in the order of the log.</summary>
    internal Task<IReadOnlyList<Guid>> WaitingAsync(Guid webhook, CancellationToken cancellationToken) => store.ListAsync(
        $"select id from engagement.webhook_deliveries where webhook_id = $1 and state = 'Waiting' and kind <> '{WebhookKinds.Test}' order by position, queued_at, id",
        row => row.GetGuid(0),
        cancellationToken,
        webhook);

    internal Task<long> CountAsync(Guid? owner, CancellationToken cancellationToken) =>
        store.CountAsync("select count(*) from engagement.webhooks where $1::uuid is null or owner_id = $1", cancellationToken, owner);

    private static Webhook Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetFieldValue<string[]>(3),
        Enum.Parse<WebhookState>(row.GetString(4)),
        row.GetFieldValue<DateTimeOffset>(5),
        ProblemOf(row, 6),
        Moment(row, 7),
        Moment(row, 8),
        row.IsDBNull(9) ? null : row.GetGuid(9),
        row.GetFieldValue<DateTimeOffset>(10),
        (int)row.GetInt64(11),
        row.GetInt32(12));

    private static WebhookDelivery ReadDelivery(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.GetString(5),
        Enum.Parse<WebhookDeliveryState>(row.GetString(6)),
        row.GetInt32(7),
        row.GetFieldValue<DateTimeOffset>(8),
        Moment(row, 9),
        row.IsDBNull(10) ? null : row.GetGuid(10));

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static WebhookProblem? ProblemOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Enum.Parse<WebhookProblem>(row.GetString(column));
}
