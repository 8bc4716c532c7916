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

    /// <summary>What waits for a webhook ($1), in the order of the log.</summary>
    public const string Waiting =
        $"select id from engagement.webhook_deliveries where webhook_id = $1 and state = 'Waiting' and kind <> '{WebhookKinds.Test}' order by position, queued_at, id";

    /// <summary>That it was tried, and by which message: the time of the next try is that message's.</summary>
    public static NpgsqlBatchCommand Attempted(Guid delivery, Guid message, DateTimeOffset at, WebhookOutcome outcome) => Command(
        """
        with attempt as (
            insert into engagement.webhook_attempts (id, delivery_id, at, milliseconds, status, problem, answer, redirected_to)
            select $2, id, $3, $4, $5, $6, $7, $9 from engagement.webhook_deliveries where id = $1
        )
        update engagement.webhook_deliveries set attempts = attempts + 1, envelope_id = $8 where id = $1
        """,
        delivery,
        Guid.CreateVersion7(at),
        at.UtcDateTime,
        (int)outcome.Took.TotalMilliseconds,
        new NpgsqlParameter { Value = (object?)outcome.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
        Text(outcome.Problem?.ToString()),
        Text(outcome.Answer),
        message,
        Text(outcome.RedirectedTo));

    public static NpgsqlBatchCommand End(Guid delivery, WebhookDeliveryState state, DateTimeOffset now) => Command(
        "update engagement.webhook_deliveries set state = $2, ended_at = $3 where id = $1", delivery, state.ToString(), now.UtcDateTime);

    public static NpgsqlBatchCommand WaitAgain(params Guid[] deliveries) => Command(
        "update engagement.webhook_deliveries set state = 'Waiting', ended_at = null where id = any($1)", deliveries);

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
        "update engagement.webhooks set state = 'Paused', state_since = $2, problem = null where id = $1 and state not in ('Paused', 'Unconfirmed')", webhook, now.UtcDateTime);

    /// <summary>Begins anew: nothing waits any more for what has failed before.</summary>
    public static NpgsqlBatchCommand Begin(Guid webhook, int round, DateTimeOffset now) => Command(
        """
        update engagement.webhooks
        set round = $2, problem = null, failing_since = null, state = 'Active', state_since = case when state = 'Active' then state_since else $3 end
        where id = $1 and state <> 'Unconfirmed'
        """,
        webhook,
        round,
        now.UtcDateTime);

    public static NpgsqlBatchCommand Create(Guid id, CreateWebhook command, DateTimeOffset now) => Command(
        """
        insert into engagement.webhooks (id, name, address, kinds, state, state_since, owner_id, created_at, after_position, round)
        select $1, $2, $3, $4, 'Unconfirmed', $5, $6, $5, coalesce(max(seq_id), 0), 1 from public.mt_events
        """,
        id,
        command.Name,
        command.Address,
        command.Kinds.ToArray(),
        now.UtcDateTime,
        new NpgsqlParameter { Value = (object?)command.OwnerId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });

    /// <summary>What a new address is, nobody knows until it has taken a test.</summary>
    public static NpgsqlBatchCommand Change(Guid webhook, CreateWebhook command, DateTimeOffset now) => Command(
        """
        update engagement.webhooks
        set name = $2, address = $3, kinds = $4,
            state = case when address = $3 then state else 'Unconfirmed' end,
            state_since = case when address = $3 then state_since else $5 end,
            problem = case when address = $3 then problem end,
            failing_since = case when address = $3 then failing_since end
        where id = $1
        """,
        webhook,
        command.Name,
        command.Address,
        command.Kinds.ToArray(),
        now.UtcDateTime);

    public static NpgsqlBatchCommand Delete(Guid webhook) => Command("delete from engagement.webhooks where id = $1", webhook);

    /// <summary>A new secret signs from now on, and the one before it until a moment; what was before that signs no more.</summary>
    public static NpgsqlBatchCommand Sign(Guid webhook, int number, byte[] secret, DateTimeOffset now, DateTimeOffset until) => Command(
        """
        with before as (
            update engagement.webhook_secrets set ends_at = case when number = $2 - 1 then $4 else least(ends_at, $3) end where webhook_id = $1
        )
        insert into engagement.webhook_secrets (webhook_id, number, created_at, sealed) values ($1, $2, $3, $5)
        """,
        webhook,
        number,
        now.UtcDateTime,
        until.UtcDateTime,
        secret);

    /// <summary>Keeps a secret of an earlier release.</summary>
    public static NpgsqlBatchCommand Keep(Guid webhook, int number, byte[] secret) => Command(
        "update engagement.webhook_secrets set sealed = $3 where webhook_id = $1 and number = $2 and sealed is null", webhook, number, secret);

    public static NpgsqlBatchCommand Forget(DateTimeOffset before) => Command("delete from engagement.webhook_deliveries where queued_at < $1", before.UtcDateTime);

    private static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter as NpgsqlParameter ?? new NpgsqlParameter { Value = parameter });
        return command;
    }
}
