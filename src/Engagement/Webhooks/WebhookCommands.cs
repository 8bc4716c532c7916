using Engagement.Common;
using Engagement.SignIn;
using EventStore;
using Messaging;

namespace Engagement.Webhooks;

/// <summary>What may be asked of webhooks, once for each idempotency key. None of it is an event: who is told is no history.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such webhook or delivery.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request, or by somebody else.</exception>
public sealed class WebhookCommands(
    CommandRunner runner, WebhookReads reads, WebhookSecrets secrets, MessageOutbox outbox, WebhookOptions options, ISiteAddress site)
{
    private static readonly Refusal TooMany = new("WEBHOOKS_TOO_MANY", "There are as many webhooks as there can be. Delete one first");

    private static readonly Refusal IsOff = new("WEBHOOK_OFF", "Turn the webhook on first");

    private static readonly Refusal Waits = new("DELIVERY_WAITS", "This waits to be sent already");

    private static readonly Refusal IsOver = new("DELIVERY_OVER", "This does not wait to be sent any more");

    private static readonly Refusal Unconfirmed = new("WEBHOOK_UNCONFIRMED", "Send a test first. The webhook is on once it has taken one");

    private static readonly Refusal TestsTooMany = new("TESTS_TOO_MANY", "That were many tests. Send the next one in an hour");

    private static readonly Refusal SecretShown =
        new("SECRET_SHOWN", "The secret was shown when it was made, and is not shown again. Give the webhook a new one");

    private static readonly Refusal NothingSince = new("DELIVERIES_NONE", "There is nothing like this to send again since then", "since");

    private static readonly Refusal IsTest = new("DELIVERY_IS_TEST", "Send another test instead");

    /// <summary>Sets a webhook up, and gives its secret. A repeat with the same idempotency key is given the same, for some minutes.</summary>
    public async Task<(Guid Id, string Secret)> CreateAsync(CreateWebhook command, CommandContext context, CancellationToken cancellationToken)
    {
        var (clean, now) = (command.Clean() with { By = context.ActorId }, runner.MomentOf(context));
        var id = Guid.CreateVersion7(now);
        var first = await runner.WriteAsync(
            id,
            clean,
            context,
            async session =>
            {
                Refuse(CreateWebhook.Check(clean, options));
                if (await reads.CountAsync(owner: null, cancellationToken) >= CreateWebhook.Most
                    || (clean.OwnerId is { } owner && await reads.CountAsync(owner, cancellationToken) >= CreateWebhook.MostOfOne))
                {
                    Refuse(TooMany);
                }

                session.QueueSqlCommand(WebhookTables.Create(id, clean, now));
                session.QueueSqlCommand(WebhookTables.Sign(id, 1, secrets.New(id, 1), now, now));
                return 1;
            },
            cancellationToken);
        return (first.Id, await ShowSecretAsync(first.Id, 1, context, cancellationToken));
    }

    public Task ChangeAsync(ChangeWebhook command, CommandContext context, CancellationToken cancellationToken) => WriteAsync(
        command.WebhookId,
        command,
        context,
        (session, webhook, now) =>
        {
            var clean = new CreateWebhook(command.Name, command.Address, command.Kinds).Clean();
            Refuse(CreateWebhook.Check(clean, options));
            session.QueueSqlCommand(WebhookTables.Change(webhook.Id, clean, now));
            return Task.FromResult(1);
        },
        cancellationToken);

    public Task PauseAsync(PauseWebhook command, CommandContext context, CancellationToken cancellationToken) => WriteAsync(
        command.WebhookId,
        command,
        context,
        (session, webhook, now) =>
        {
            Refuse(webhook.State is WebhookState.Unconfirmed ? Unconfirmed : null);
            session.QueueSqlCommand(WebhookTables.Pause(webhook.Id, now));
            return Task.FromResult(1);
        },
        cancellationToken);

    public Task ResumeAsync(ResumeWebhook command, CommandContext context, CancellationToken cancellationToken) => WriteAsync(
        command.WebhookId,
        command,
        context,
        (session, webhook, now) =>
        {
            Refuse(webhook.State is WebhookState.Unconfirmed ? Unconfirmed : null);
            return BeginAsync(session, webhook, without: null, now, cancellationToken);
        },
        cancellationToken);

    /// <summary>Gives a webhook a new secret. A repeat with the same idempotency key is given the same, for some minutes.</summary>
    public async Task<string> RotateSecretAsync(RotateWebhookSecret command, CommandContext context, CancellationToken cancellationToken)
    {
        // The number is what a repeat is told again.
        var first = await WriteAsync(
            command.WebhookId,
            command with { By = context.ActorId },
            context,
            async (session, webhook, now) =>
            {
                var number = (await reads.SecretsAsync([webhook.Id], cancellationToken))[webhook.Id].Max(secret => secret.Number) + 1;
                var oldEnds = command.OldEndsNow ? now : now + WebhookSecrets.Overlap;
                session.QueueSqlCommand(WebhookTables.Sign(webhook.Id, number, secrets.New(webhook.Id, number), now, oldEnds));
                return number;
            },
            cancellationToken);
        return await ShowSecretAsync(command.WebhookId, first.Count ?? 1, context, cancellationToken);
    }

    public Task DeleteAsync(DeleteWebhook command, CommandContext context, CancellationToken cancellationToken) => WriteAsync(
        command.WebhookId,
        command,
        context,
        (session, webhook, _) =>
        {
            session.QueueSqlCommand(WebhookTables.Delete(webhook.Id));
            return Task.FromResult(1);
        },
        cancellationToken);

    public Task SendTestAsync(SendWebhookTest command, CommandContext context, CancellationToken cancellationToken) => WriteAsync(
        command.WebhookId,
        command,
        context,
        async (session, webhook, now) =>
        {
            if (await reads.CountTestsAsync(webhook.Id, now.AddHours(-1), cancellationToken) >= SendWebhookTest.MostInAnHour)
                Refuse(TestsTooMany);
            var test = WebhookMessage.OfTest(webhook.Id, Guid.CreateVersion7(now), site.Address.AbsoluteUri, now);
            var delivery = WebhookTables.IdOf(webhook.Id, test.Id);
            session.QueueSqlCommand(WebhookTables.Insert(delivery, webhook.Id, test, now));
            session.QueueSqlCommand(outbox.Send(new DeliverWebhook(delivery, webhook.Round), new DeliveryOptions { Queue = DeliverWebhook.Queue }));
            return 1;
        },
        cancellationToken);

    public Task RedeliverAsync(RedeliverWebhook command, CommandContext context, CancellationToken cancellationToken) => WriteOfDeliveryAsync(
        command.DeliveryId,
        command,
        context,
        (session, webhook, delivery, _) =>
        {
            Refuse(delivery switch
            {
                { State: WebhookDeliveryState.Waiting } => Waits,
                { Kind: WebhookKinds.Test } => IsTest,
                _ => webhook.State is WebhookState.Active ? null : IsOff,
            });
            session.QueueSqlCommand(WebhookTables.WaitAgain(delivery.Id));
            session.QueueSqlCommand(outbox.Send(new DeliverWebhook(delivery.Id, webhook.Round), DeliverWebhook.InOrder(webhook.Id, webhook.Round)));
            return Task.FromResult(1);
        },
        cancellationToken);

    /// <summary>Says how much is sent again.</summary>
    public async Task<int> RedeliverSinceAsync(RedeliverWebhookSince command, CommandContext context, CancellationToken cancellationToken)
    {
        var first = await WriteAsync(
            command.WebhookId,
            command,
            context,
            async (session, webhook, now) =>
            {
                Refuse(webhook.State is WebhookState.Active ? null : IsOff);
                var over = await reads.OverSinceAsync(webhook.Id, command.Since, command.TakenToo, cancellationToken);
                Refuse(over.Count == 0 ? NothingSince : null);
                session.QueueSqlCommand(WebhookTables.WaitAgain([.. over]));
                var round = webhook.Round + 1;
                session.QueueSqlCommand(WebhookTables.Begin(webhook.Id, round, now));
                var waiting = await reads.WaitingAsync(webhook.Id, cancellationToken);
                foreach (var delivery in await reads.InOrderAsync([.. over, .. waiting], cancellationToken))
                    session.QueueSqlCommand(outbox.Send(new DeliverWebhook(delivery, round), DeliverWebhook.InOrder(webhook.Id, round)));
                return over.Count;
            },
            cancellationToken);
        return first.Count ?? 0;
    }

    public Task SkipAsync(SkipWebhookDelivery command, CommandContext context, CancellationToken cancellationToken) => WriteOfDeliveryAsync(
        command.DeliveryId,
        command,
        context,
        async (session, webhook, delivery, now) =>
        {
            Refuse(delivery.State is WebhookDeliveryState.Waiting ? null : IsOver);
            session.QueueSqlCommand(WebhookTables.End(delivery.Id, WebhookDeliveryState.Skipped, now));
            return webhook.State is WebhookState.Active ? await BeginAsync(session, webhook, delivery.Id, now, cancellationToken) : 1;
        },
        cancellationToken);

    /// <summary>The secret that a request has made, for whoever made it and only just now.</summary>
    private async Task<string> ShowSecretAsync(Guid webhook, int number, CommandContext context, CancellationToken cancellationToken)
    {
        var secret = await reads.FindSecretAsync(webhook, number, cancellationToken) ?? throw new ThingNotFoundException("webhook", webhook);
        Refuse(runner.MomentOf(context) - secret.CreatedAt > WebhookSecrets.ShownFor ? SecretShown : null);
        return secrets.TextOf(secret);
    }

    /// <summary>Sends all that waits, in the order of the log, as if nothing had been tried before.</summary>
    private async Task<int> BeginAsync(IDocumentSession session, Webhook webhook, Guid? without, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var round = webhook.Round + 1;
        session.QueueSqlCommand(WebhookTables.Begin(webhook.Id, round, now));
        foreach (var delivery in await reads.WaitingAsync(webhook.Id, cancellationToken))
        {
            if (delivery != without)
                session.QueueSqlCommand(outbox.Send(new DeliverWebhook(delivery, round), DeliverWebhook.InOrder(webhook.Id, round)));
        }

        return 1;
    }

    private Task<FirstAnswer> WriteOfDeliveryAsync(
        Guid id,
        object command,
        CommandContext context,
        Func<IDocumentSession, Webhook, WebhookDelivery, DateTimeOffset, Task<int>> write,
        CancellationToken cancellationToken) => RunAsync(
        id,
        command,
        context,
        async session =>
        {
            var delivery = await reads.FindDeliveryAsync(id, cancellationToken) ?? throw new ThingNotFoundException("webhook delivery", id);
            var webhook = await reads.FindAsync(delivery.WebhookId, cancellationToken) ?? throw new ThingNotFoundException("webhook", delivery.WebhookId);
            return await write(session, webhook, delivery, runner.MomentOf(context));
        },
        cancellationToken);

    private Task<FirstAnswer> WriteAsync(
        Guid id, object command, CommandContext context, Func<IDocumentSession, Webhook, DateTimeOffset, Task<int>> write, CancellationToken cancellationToken) => RunAsync(
        id,
        command,
        context,
        async session => await write(
            session, await reads.FindAsync(id, cancellationToken) ?? throw new ThingNotFoundException("webhook", id), runner.MomentOf(context)),
        cancellationToken);

    private async Task<FirstAnswer> RunAsync(
        Guid id, object command, CommandContext context, Func<IDocumentSession, Task<int>> write, CancellationToken cancellationToken)
    {
        var first = await runner.WriteAsync(id, command, context, write, cancellationToken);
        outbox.Wake();
        return first;
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
            throw new RuleRefusedException(refusal);
    }
}
