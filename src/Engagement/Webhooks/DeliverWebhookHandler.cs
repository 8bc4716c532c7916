using Messaging;
using Npgsql;

namespace Engagement.Webhooks;

/// <summary>
/// Sends one delivery. What follows it for the same webhook waits until it is taken: a receiver is told of things in their order or, when it takes nothing
/// for a day, is turned off with all that waits kept for it. A process that dies between the sending and its record sends again, with the same webhook-id.
/// </summary>
public sealed class DeliverWebhookHandler(WebhookSender sender, WebhookSecrets secrets, NpgsqlDataSource database, TimeProvider clock)
{
    public async Task HandleAsync(DeliverWebhook message, MessageContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, message.DeliveryId, cancellationToken) is not { } due || (due.State != WebhookState.Active && !due.IsTest))
            return;

        // Made while its webhook began anew: it joins those of the new beginning.
        if (!due.IsTest && message.Round != due.Round)
        {
            await context.SendAsync(message with { Round = due.Round }, DeliverWebhook.InOrder(due.WebhookId, due.Round), cancellationToken);
            return;
        }

        var at = clock.GetUtcNow();
        var signature = secrets.Sign(due.WebhookId, due.Secrets, due.MessageId, at, due.Body);
        var outcome = await sender.SendAsync(new Uri(due.Address), due.MessageId, at, signature, due.Body, cancellationToken);
        var attempted = WebhookTables.Attempted(message.DeliveryId, at, outcome);
        var now = clock.GetUtcNow();
        if (due.IsTest)
        {
            var state = outcome.Problem is null ? WebhookDeliveryState.Delivered : WebhookDeliveryState.Failed;
            await WriteAsync(context, [attempted, WebhookTables.End(message.DeliveryId, state, now)]);
        }
        else if (outcome.Problem is not { } problem)
        {
            await WriteAsync(
                context, [attempted, WebhookTables.End(message.DeliveryId, WebhookDeliveryState.Delivered, now), WebhookTables.Took(due.WebhookId, now)]);
        }
        else if (problem is WebhookProblem.Gone || context.Envelope.Attempts + 1 >= DeliverWebhook.MostAttempts)
        {
            await WriteAsync(context, [attempted, WebhookTables.TurnOff(due.WebhookId, problem, now)]);
        }
        else
        {
            // What the handling does is undone when it fails; that it was tried is to stay.
            await using var batch = database.CreateBatch();
            batch.BatchCommands.Add(attempted);
            batch.BatchCommands.Add(WebhookTables.Failing(due.WebhookId, now));
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
            throw new WebhookNotTakenException(problem);
        }
    }

    private static async Task WriteAsync(MessageContext context, NpgsqlBatchCommand[] commands)
    {
        await using var batch = new NpgsqlBatch(context.Connection, context.Transaction);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task<Due?> FindAsync(MessageContext context, Guid delivery, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select w.id, w.address, w.state, w.round, d.message_id, d.body, d.kind,
                array(select s.number from engagement.webhook_secrets s where s.webhook_id = w.id and (s.ends_at is null or s.ends_at > $2) order by s.number desc)
            from engagement.webhook_deliveries d join engagement.webhooks w on w.id = d.webhook_id
            where d.id = $1 and d.state = 'Waiting'
            """,
            context.Connection,
            context.Transaction);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = delivery });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new Due(
                row.GetGuid(0), row.GetString(1), Enum.Parse<WebhookState>(row.GetString(2)), row.GetInt32(3), row.GetString(4), row.GetString(5),
                row.GetString(6) == WebhookKinds.Test, row.GetFieldValue<int[]>(7))
            : null;
    }

    private sealed record Due(Guid WebhookId, string Address, WebhookState State, int Round, string MessageId, string Body, bool IsTest, int[] Secrets);
}

/// <summary>A receiver has not taken what it was sent. It is sent again later.</summary>
public sealed class WebhookNotTakenException(WebhookProblem problem) : Exception($"A webhook did not take what it was sent: {problem}.");
