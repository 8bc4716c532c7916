using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Webhooks;

/// <summary>Webhooks, what they were told and what came of it.</summary>
public sealed class WebhookReads(DocumentStore store)
{
    // A dead letter of an earlier beginning is of no account: what waits was sent off again.
    private const string Webhooks =
        $"""
        select w.id, w.name, w.address, w.kinds, w.state, w.state_since, w.problem, w.failing_since, w.last_delivered_at, w.owner_id, w.created_at,
            (select count(*) from engagement.webhook_deliveries d where d.webhook_id = w.id and d.state = 'Waiting'), w.round,
            (select l.id from messaging.dead_letters l where l.queue = '{DeliverWebhook.Queue}' and l.partition_key = replace(w.id::text, '-', '') || ':' || w.round order by l.failed_at limit 1)
        from engagement.webhooks w
        """;

    private const string Deliveries =
        """
        select d.id, d.webhook_id, d.message_id, d.kind, d.occurred_at, d.body, d.state, d.attempts, d.queued_at, d.ended_at, w.owner_id, e.due_at
        from engagement.webhook_deliveries d join engagement.webhooks w on w.id = d.webhook_id
            left join messaging.envelopes e on e.id = d.envelope_id and d.state = 'Waiting' and w.state = 'Active'
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
    /// <param name="kind">Of one kind; null: all.</param>
    /// <param name="after">The last one already seen.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Slice<WebhookDelivery>> DeliveriesAsync(
        Guid webhook, WebhookDeliveryState? state, string? kind, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            $"""
            {Deliveries}
            where d.webhook_id = $1 and ($2::text is null or d.state = $2) and ($3::text is null or d.kind = $3)
                and ($4::timestamptz is null or (d.queued_at, d.id) < ($4, $5::uuid))
            order by d.queued_at desc, d.id desc limit $6
            """,
            ReadDelivery,
            cancellationToken,
            webhook,
            state?.ToString(),
            kind,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return found.SliceOf(limit);
    }

    public static TimePosition PositionOf(WebhookDelivery delivery) => new(delivery.QueuedAt, delivery.Id);

    /// <summary>One delivery; null when there is none.</summary>
    public async Task<WebhookDelivery?> FindDeliveryAsync(Guid id, CancellationToken cancellationToken) =>
        await store.ListAsync($"{Deliveries} where d.id = $1", ReadDelivery, cancellationToken, id) is [var delivery] ? delivery : null;

    /// <summary>The last test of each of these webhooks that was ever sent one.</summary>
    public Task<IReadOnlyList<WebhookDelivery>> LastTestsAsync(IReadOnlyCollection<Guid> webhooks, CancellationToken cancellationToken) => store.ListAsync(
        $"""
        {Deliveries}
        where d.id in (
            select last.id from unnest($1) as asked (id), lateral (
                select t.id from engagement.webhook_deliveries t
                where t.webhook_id = asked.id and t.kind = '{WebhookKinds.Test}' order by t.queued_at desc, t.id desc limit 1) last)
        """,
        ReadDelivery,
        cancellationToken,
        webhooks.ToArray());

    /// <summary>How deliveries were sent, the first time first.</summary>
    public async Task<ILookup<Guid, WebhookAttempt>> AttemptsAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            "select delivery_id, at, milliseconds, status, problem, answer, redirected_to from engagement.webhook_attempts where delivery_id = any($1) order by at, id",
            row => new WebhookAttempt(
                row.GetGuid(0),
                row.GetFieldValue<DateTimeOffset>(1),
                row.GetInt32(2),
                row.IsDBNull(3) ? null : row.GetInt32(3),
                ProblemOf(row, 4),
                row.IsDBNull(5) ? null : row.GetString(5),
                row.IsDBNull(6) ? null : row.GetString(6)),
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

    /// <summary>One of them as it is kept; null when there is none.</summary>
    internal async Task<KeptWebhookSecret?> FindSecretAsync(Guid webhook, int number, CancellationToken cancellationToken) => await store.ListAsync(
        "select number, created_at, sealed from engagement.webhook_secrets where webhook_id = $1 and number = $2",
        row => ReadSecret(row, webhook, 0),
        cancellationToken,
        webhook,
        number) is [var secret]
        ? secret
        : null;

    /// <summary>Those of an earlier release, which are not kept yet.</summary>
    internal Task<IReadOnlyList<(Guid Webhook, int Number)>> OldSecretsAsync(CancellationToken cancellationToken) => store.ListAsync(
        "select webhook_id, number from engagement.webhook_secrets where sealed is null", row => (row.GetGuid(0), row.GetInt32(1)), cancellationToken);

    /// <summary>What waits for a webhook, in the order of the log.</summary>
    internal Task<IReadOnlyList<Guid>> WaitingAsync(Guid webhook, CancellationToken cancellationToken) =>
        store.ListAsync(WebhookTables.Waiting, row => row.GetGuid(0), cancellationToken, webhook);

    /// <summary>What a webhook was told of what happened since a moment and is over: what was given up and, if that is asked for, what was taken.</summary>
    internal Task<IReadOnlyList<Guid>> OverSinceAsync(Guid webhook, DateTimeOffset since, bool takenToo, CancellationToken cancellationToken) => store.ListAsync(
        $"""
        select id from engagement.webhook_deliveries
        where webhook_id = $1 and occurred_at >= $2 and kind <> '{WebhookKinds.Test}' and (state = 'Skipped' or (state = 'Delivered' and $3))
        """,
        row => row.GetGuid(0),
        cancellationToken,
        webhook,
        since.UtcDateTime,
        takenToo);

    /// <summary>Deliveries in the order of the log.</summary>
    internal Task<IReadOnlyList<Guid>> InOrderAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken cancellationToken) => store.ListAsync(
        "select id from engagement.webhook_deliveries where id = any($1) order by position, queued_at, id", row => row.GetGuid(0), cancellationToken, deliveries.ToArray());

    /// <summary>How many tests a webhook was sent since a moment.</summary>
    internal Task<long> CountTestsAsync(Guid webhook, DateTimeOffset since, CancellationToken cancellationToken) => store.CountAsync(
        $"select count(*) from engagement.webhook_deliveries where webhook_id = $1 and kind = '{WebhookKinds.Test}' and queued_at > $2",
        cancellationToken,
        webhook,
        since.UtcDateTime);

    /// <summary>A secret of which the number, the moment and the box begin at a column.</summary>
    internal static KeptWebhookSecret ReadSecret(NpgsqlDataReader row, Guid webhook, int column) => new(
        webhook,
        row.GetInt32(column),
        row.GetFieldValue<DateTimeOffset>(column + 1),
        row.IsDBNull(column + 2) ? null : row.GetFieldValue<byte[]>(column + 2));

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
        row.GetInt32(12),
        row.IsDBNull(13) ? null : row.GetGuid(13));

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
        row.IsDBNull(10) ? null : row.GetGuid(10),
        Moment(row, 11));

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static WebhookProblem? ProblemOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Enum.Parse<WebhookProblem>(row.GetString(column));
}
