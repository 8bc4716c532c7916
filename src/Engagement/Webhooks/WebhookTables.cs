using Engagement.Common;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Webhooks;

/// <summary>The statements that change webhooks and their deliveries.</summary>
internal static class WebhookTables
{
    public static Guid IdOf(Guid webhook, string message) => DeterministicId.From("webhook delivery", $"{webhook:N}", message);

    // Nothing where the webhook was deleted meanwhile.
    public static NpgsqlBatchCommand Insert(Guid delivery, Guid webhook, WebhookMessage message, DateTimeOffset now) => Command(
        """
        insert into engagement.webhook_deliveries (id, webhook_id, message_id, kind, position, occurred_at, body, state, queued_at)
        select $1, id, $3, $4, $5, $6, $7, 'Waiting', $8 from engagement.webhooks where id = $2
        on conflict do nothing
        """,
        delivery,
        webhook,
        message.Id,
        message.Kind,
        message.Position,
        message.OccurredAt.UtcDateTime,
        message.Body,
        now.UtcDateTime);

    public static NpgsqlBatchCommand Attempted(Guid delivery, DateTimeOffset at, WebhookOutcome outcome) => Command(
        """
        with attempt as (
            insert into engagement.webhook_attempts (id, delivery_id, at, milliseconds, status, problem)
            select $2, id, $3, $4, $5, $6 from engagement.webhook_deliveries where id = $1
        )
        update engagement.webhook_deliveries set attempts = attempts + 1 where id = $1
        """,
        delivery,
        Guid.CreateVersion7(at),
        at.UtcDateTime,
        (int)outcome.Took.TotalMilliseconds,
        new NpgsqlParameter { Value = (object?)outcome.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
        new NpgsqlParameter { Value = (object?)outcome.Problem?.ToString() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });

    public static NpgsqlBatchCommand End(Guid delivery, WebhookDeliveryState state, DateTimeOffset now) => Command(
        "update engagement.webhook_deliveries set state = $2, ended_at = $3 where id = $1", delivery, state.ToString(), now.UtcDateTime);

    public static NpgsqlBatchCommand WaitAgain(Guid delivery) => Command(
        "update engagement.webhook_deliveries set state = 'Waiting', ended_at = null where id = $1", delivery);

    public static NpgsqlBatchCommand Took(Guid webhook, DateTimeOffset now) => Command(
        "update engagement.webhooks set last_delivered_at = $2, failing_since = null where id = $1", webhook, now.UtcDateTime);

    public static NpgsqlBatchCommand Failing(Guid webhook, DateTimeOffset now) => Command(
        "update engagement.webhooks set failing_since = coalesce(failing_since, $2) where id = $1", webhook, now.UtcDateTime);

    public static NpgsqlBatchCommand TurnOff(Guid webhook, WebhookProblem problem, DateTimeOffset now) => Command(
        """
        update engagement.webhooks set state = 'Disabled', state_since = $3, problem = $2, failing_since = coalesce(failing_since, $3)
        where id = $1 and state = 'Active'
        """,
        webhook,
        problem.ToString(),
        now.UtcDateTime);

    public static NpgsqlBatchCommand Pause(Guid webhook, DateTimeOffset now) => Command(
        "update engagement.webhooks set state = 'Paused', state_since = $2, problem = null where id = $1 and state <> 'Paused'", webhook, now.UtcDateTime);

    /// <summary>Begins anew: nothing waits any more for what has failed before.</summary>
    public static NpgsqlBatchCommand Begin(Guid webhook, int round, DateTimeOffset now) => Command(
        """
        update engagement.webhooks
        set round = $2, problem = null, failing_since = null, state = 'Active', state_since = case when state = 'Active' then state_since else $3 end
        where id = $1
        """,
        webhook,
        round,
        now.UtcDateTime);

    public static NpgsqlBatchCommand Create(Guid id, CreateWebhook command, DateTimeOffset now) => Command(
        """
        insert into engagement.webhooks (id, name, address, kinds, state, state_since, owner_id, created_at, after_position, round)
        select $1, $2, $3, $4, 'Active', $5, $6, $5, coalesce(max(seq_id), 0), 1 from public.mt_events
        """,
        id,
        command.Name,
        command.Address,
        command.Kinds.ToArray(),
        now.UtcDateTime,
        new NpgsqlParameter { Value = (object?)command.OwnerId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });

    public static NpgsqlBatchCommand Change(Guid webhook, CreateWebhook command) => Command(
        "update engagement.webhooks set name = $2, address = $3, kinds = $4 where id = $1", webhook, command.Name, command.Address, command.Kinds.ToArray());

    public static NpgsqlBatchCommand Delete(Guid webhook) => Command("delete from engagement.webhooks where id = $1", webhook);

    /// <summary>A new secret signs from now on, and the one before it until a moment; what was before that signs no more.</summary>
    public static NpgsqlBatchCommand Sign(Guid webhook, int number, DateTimeOffset now, DateTimeOffset until) => Command(
        """
        with before as (
            update engagement.webhook_secrets set ends_at = case when number = $2 - 1 then $4 else least(ends_at, $3) end where webhook_id = $1
        )
        insert into engagement.webhook_secrets (webhook_id, number, created_at) values ($1, $2, $3)
        """,
        webhook,
        number,
        now.UtcDateTime,
        until.UtcDateTime);

    public static NpgsqlBatchCommand Forget(DateTimeOffset before) => Command("delete from engagement.webhook_deliveries where queued_at < $1", before.UtcDateTime);

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter as NpgsqlParameter ?? new NpgsqlParameter { Value = parameter });
        return command;
    }
}
