using Engagement.Common;
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
        if (await FindAsync(context, message.DeliveryId, cancellationToken) is not { } due)
            return;
        if (due.IsTest)
            await TestAsync(due, context, cancellationToken);
        else if (due.State is WebhookState.Active)
            await DeliverAsync(message, due, context, cancellationToken);
    }

    private async Task DeliverAsync(DeliverWebhook message, Due due, MessageContext context, CancellationToken cancellationToken)
    {
        // Made while its webhook began anew: it joins those of the new beginning.
        if (message.Round != due.Round)
        {
            await context.SendAsync(message with { Round = due.Round }, DeliverWebhook.InOrder(due.WebhookId, due.Round), cancellationToken);
            return;
        }

        if (IsGivenUp(context.Envelope))
        {
            await WriteAsync(context, WebhookTables.TurnOff(due.WebhookId, WebhookProblem.Interrupted, clock.GetUtcNow()));
            return;
        }

        var at = clock.GetUtcNow();
        var outcome = await SendAsync(due, at, cancellationToken);
        var attempted = WebhookTables.Attempted(due.Id, context.Envelope.Id, at, outcome);
        var now = clock.GetUtcNow();
        if (outcome.Problem is not { } problem)
        {
            await WriteAsync(context, attempted, WebhookTables.End(due.Id, WebhookDeliveryState.Delivered, now), WebhookTables.Took(due.WebhookId, now));
        }
        else if (problem is WebhookProblem.Gone || context.Envelope.Attempts + 1 >= DeliverWebhook.MostAttempts)
        {
            await WriteAsync(context, attempted, WebhookTables.TurnOff(due.WebhookId, problem, now));
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

    /// <summary>
    /// Sends a test as it should be, and, where that is taken, once more with a signature that is not ours. Whoever takes that too has not looked: anybody
    /// could tell them things, or it is the address of somebody who never asked to be told. A new webhook is told of things once it has passed.
    /// </summary>
    private async Task TestAsync(Due due, MessageContext context, CancellationToken cancellationToken)
    {
        if (IsGivenUp(context.Envelope))
        {
            await WriteAsync(context, WebhookTables.End(due.Id, WebhookDeliveryState.Failed, clock.GetUtcNow()));
            return;
        }

        var at = clock.GetUtcNow();
        var outcome = await SendAsync(due, at, cancellationToken);
        var attempts = new List<NpgsqlBatchCommand> { WebhookTables.Attempted(due.Id, context.Envelope.Id, at, outcome) };
        var isTaken = outcome.Problem is null;
        if (isTaken)
        {
            var forged = await SendForgedAsync(due, cancellationToken);
            isTaken = forged.Problem is not null;
            if (!isTaken)
                attempts.Add(WebhookTables.Attempted(due.Id, context.Envelope.Id, at + outcome.Took, forged with { Problem = WebhookProblem.SignatureNotChecked }));
        }

        var now = clock.GetUtcNow();
        await WriteAsync(context, [.. attempts, WebhookTables.End(due.Id, isTaken ? WebhookDeliveryState.Delivered : WebhookDeliveryState.Failed, now)]);
        if (isTaken && due.State is WebhookState.Unconfirmed)
            await ConfirmAsync(due, context, now, cancellationToken);
    }

    private static bool IsGivenUp(Envelope envelope) =>
        envelope.Attempts >= DeliverWebhook.MostAttempts || envelope.Interruptions >= DeliverWebhook.MostInterruptions;

    private Task<WebhookOutcome> SendAsync(Due due, DateTimeOffset at, CancellationToken cancellationToken) =>
        sender.SendAsync(new Uri(due.Address), due.MessageId, at, secrets.Sign(due.Secrets, due.MessageId, at, due.Body), due.Body, cancellationToken);

    private Task<WebhookOutcome> SendForgedAsync(Due due, CancellationToken cancellationToken)
    {
        // With an id of its own: one who knows the other already might say yes to it without looking.
        var (id, at) = ($"test_{Guid.CreateVersion7():N}", clock.GetUtcNow());
        return sender.SendAsync(new Uri(due.Address), id, at, WebhookSecrets.Forge(id, at, due.Body), due.Body, cancellationToken);
    }

    /// <summary>From now on it is told of things, and first of what has waited since it was set up. Unless its address was changed meanwhile.</summary>
    private static async Task ConfirmAsync(Due due, MessageContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var confirm = new NpgsqlCommand(
            "update engagement.webhooks set state = 'Active', state_since = $3, round = round + 1 where id = $1 and state = 'Unconfirmed' and address = $2 returning round",
            context.Connection,
            context.Transaction)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = due.WebhookId },
                new NpgsqlParameter<string> { TypedValue = due.Address },
                new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime },
            },
        };
        if (await confirm.ExecuteScalarAsync(cancellationToken) is not int round)
            return;

        var waiting = new List<Guid>();
        await using (var read = new NpgsqlCommand(WebhookTables.Waiting, context.Connection, context.Transaction))
        {
            read.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = due.WebhookId });
            await using var rows = await read.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                waiting.Add(rows.GetGuid(0));
        }

        foreach (var delivery in waiting)
            await context.SendAsync(new DeliverWebhook(delivery, round), DeliverWebhook.InOrder(due.WebhookId, round), cancellationToken);
    }

    private static async Task WriteAsync(MessageContext context, params NpgsqlBatchCommand[] commands)
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
            select w.id, w.address, w.state, w.round, d.message_id, d.body, d.kind, s.number, s.created_at, s.sealed
            from engagement.webhook_deliveries d join engagement.webhooks w on w.id = d.webhook_id
                join engagement.webhook_secrets s on s.webhook_id = w.id and (s.ends_at is null or s.ends_at > $2)
            where d.id = $1 and d.state = 'Waiting'
            order by s.number desc
            """,
            context.Connection,
            context.Transaction);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = delivery });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = clock.GetUtcNow().UtcDateTime });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        Due? due = null;
        while (await row.ReadAsync(cancellationToken))
        {
            due ??= new Due(
                delivery, row.GetGuid(0), row.GetString(1), Enum.Parse<WebhookState>(row.GetString(2)), row.GetInt32(3), row.GetString(4), row.GetString(5),
                row.GetString(6) == WebhookKinds.Test, []);
            due.Secrets.Add(WebhookReads.ReadSecret(row, due.WebhookId, 7));
        }

        return due;
    }

    private sealed record Due(
        Guid Id,
        Guid WebhookId,
        string Address,
        WebhookState State,
        int Round,
        string MessageId,
        string Body,
        bool IsTest,
        List<KeptWebhookSecret> Secrets);
}

/// <summary>A receiver has not taken what it was sent. It is sent again later.</summary>
public sealed class WebhookNotTakenException(WebhookProblem problem) : EngagementException("WEBHOOK_NOT_TAKEN", $"A webhook did not take what it was sent: {problem}.");
