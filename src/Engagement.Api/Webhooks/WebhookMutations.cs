using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Webhooks;
using GraphQL;

namespace Engagement.Api.Webhooks;

/// <summary>Having programs told when something is published. A program with the scope looks after its own.</summary>
[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>, Error<NotFound>]
public static partial class WebhookMutations
{
    /// <summary>
    /// Have a program told when something is published. The secret that signs is in this answer and in no other. Only a repeat by you within ten minutes, with
    /// the same <c>idempotencyKey</c> and the same input, gives it again. The webhook is told of things once it has taken a test: put the secret into the
    /// program, then <c>sendWebhookTest</c>.
    /// </summary>
    /// <param name="name">Which program.</param>
    /// <param name="address">Where it is told: an address that begins with https:// and that the internet can reach.</param>
    /// <param name="kinds">Of what: some of <c>webhookKinds</c>.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<CreatedWebhook> CreateWebhookAsync(
        string name,
        string address,
        IReadOnlyList<string> kinds,
        [Spread] Repeatable repeatable,
        WebhookCommands commands,
        WebhookReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var context = user.Context(Permissions.ManageWebhooks, repeatable);
        var command = new CreateWebhook(name, address, kinds) { OwnerId = context.ActorRole == Roles.ApiClient ? context.ActorId : null };
        var (id, secret) = await commands.CreateAsync(command, context, cancellation);
        return new CreatedWebhook(await reads.FindAsync(id, cancellation), secret);
    }

    /// <summary>Say anew which program a webhook is of, where it is told and of what. A new address is sent nothing until it has taken a test; what waits then goes there.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="name">Which program.</param>
    /// <param name="address">Where it is told: an address that begins with https:// and that the internet can reach.</param>
    /// <param name="kinds">Of what, all of it: some of <c>webhookKinds</c>.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<Webhook?> ChangeWebhookAsync(
        [ID<Webhook>] Guid webhookId,
        string name,
        string address,
        IReadOnlyList<string> kinds,
        [Spread] Repeatable repeatable,
        WebhookCommands commands,
        WebhookReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangeAsync(new ChangeWebhook(webhookId, name, address, kinds), user.Context(Permissions.ManageWebhooks, repeatable), cancellation);
        return await reads.FindAsync(webhookId, cancellation);
    }

    /// <summary>Send a webhook nothing for now. What it asked for waits, as long as deliveries are kept.</summary>
    /// <param name="webhookId">The webhook.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<Webhook?> PauseWebhookAsync(
        [ID<Webhook>] Guid webhookId, [Spread] Repeatable repeatable, WebhookCommands commands, WebhookReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await commands.PauseAsync(new PauseWebhook(webhookId), user.Context(Permissions.ManageWebhooks, repeatable), cancellation);
        return await reads.FindAsync(webhookId, cancellation);
    }

    /// <summary>Send a webhook at once what waits for it, in its order, and what comes. One that is on tries again without waiting.</summary>
    /// <param name="webhookId">The webhook.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<Webhook?> ResumeWebhookAsync(
        [ID<Webhook>] Guid webhookId, [Spread] Repeatable repeatable, WebhookCommands commands, WebhookReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await commands.ResumeAsync(new ResumeWebhook(webhookId), user.Context(Permissions.ManageWebhooks, repeatable), cancellation);
        return await reads.FindAsync(webhookId, cancellation);
    }

    /// <summary>Give a webhook a new secret, which is in this answer and in no other. The one before it signs too for a day.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="oldEndsNow">Whether the one before it signs no more, because others may have it.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<NewWebhookSecret> RotateWebhookSecretAsync(
        [ID<Webhook>] Guid webhookId,
        [Spread] Repeatable repeatable,
        WebhookCommands commands,
        WebhookReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        bool oldEndsNow = false)
    {
        var secret = await commands.RotateSecretAsync(new RotateWebhookSecret(webhookId, oldEndsNow), user.Context(Permissions.ManageWebhooks, repeatable), cancellation);
        return new NewWebhookSecret(await reads.FindAsync(webhookId, cancellation), secret);
    }

    /// <summary>Take a webhook away for good, with its log and all that waits.</summary>
    /// <param name="webhookId">The webhook.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<DeletedWebhook> DeleteWebhookAsync(
        [ID<Webhook>] Guid webhookId, [Spread] Repeatable repeatable, WebhookCommands commands, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await commands.DeleteAsync(new DeleteWebhook(webhookId), user.Context(Permissions.ManageWebhooks, repeatable), cancellation);
        return new DeletedWebhook(webhookId);
    }

    /// <summary>
    /// Send a webhook something at once that tells of nothing, also while it is off. It is not tried again. Where it is taken, the same comes once more with a
    /// signature that is not ours: a program that takes that too does not look, and has not passed. A new webhook is on once it has.
    /// </summary>
    /// <param name="webhookId">The webhook.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<Webhook?> SendWebhookTestAsync(
        [ID<Webhook>] Guid webhookId, [Spread] Repeatable repeatable, WebhookCommands commands, WebhookReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        await commands.SendTestAsync(new SendWebhookTest(webhookId), user.Context(Permissions.ManageWebhooks, repeatable), cancellation);
        return await reads.FindAsync(webhookId, cancellation);
    }

    /// <summary>Send again what was sent before, the same to the byte and with the same webhook-id.</summary>
    /// <param name="deliveryId">The delivery.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<WebhookDelivery?> RedeliverWebhookAsync(
        [ID<WebhookDelivery>] Guid deliveryId,
        [Spread] Repeatable repeatable,
        WebhookCommands commands,
        WebhookReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RedeliverAsync(new RedeliverWebhook(deliveryId), user.Context(Permissions.ManageWebhooks, repeatable), cancellation);
        return await reads.FindDeliveryAsync(deliveryId, cancellation);
    }

    /// <summary>Send again, in its order, what a webhook was told of what happened since a moment: what was given up or, where it has lost that, also what it took.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="since">Of what happened then, and later.</param>
    /// <param name="takenToo">Also what was taken.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<RedeliveredWebhook> RedeliverWebhookSinceAsync(
        [ID<Webhook>] Guid webhookId,
        DateTimeOffset since,
        bool takenToo,
        [Spread] Repeatable repeatable,
        WebhookCommands commands,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        new(await commands.RedeliverSinceAsync(new RedeliverWebhookSince(webhookId, since, takenToo), user.Context(Permissions.ManageWebhooks, repeatable), cancellation));

    /// <summary>Give up a delivery that waits, and send at once what waits behind it.</summary>
    /// <param name="deliveryId">The delivery.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static async Task<WebhookDelivery?> SkipWebhookDeliveryAsync(
        [ID<WebhookDelivery>] Guid deliveryId,
        [Spread] Repeatable repeatable,
        WebhookCommands commands,
        WebhookReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.SkipAsync(new SkipWebhookDelivery(deliveryId), user.Context(Permissions.ManageWebhooks, repeatable), cancellation);
        return await reads.FindDeliveryAsync(deliveryId, cancellation);
    }
}

/// <summary>A webhook that has just been set up.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">What signs. It is shown in answer to this request only.</param>
public sealed record CreatedWebhook(Webhook? Webhook, string Secret);

[ObjectType<CreatedWebhook>, Authorize(Permissions.ManageWebhooks)]
public static partial class CreatedWebhookNode;

/// <summary>A secret that a webhook was given anew.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">What signs from now on. It is shown in answer to this request only.</param>
public sealed record NewWebhookSecret(Webhook? Webhook, string Secret);

[ObjectType<NewWebhookSecret>, Authorize(Permissions.ManageWebhooks)]
public static partial class NewWebhookSecretNode;

/// <summary>That a webhook is there no more.</summary>
/// <param name="Id">Which it was.</param>
public sealed record DeletedWebhook([property: ID<Webhook>] Guid Id);

/// <summary>That a webhook is being sent again what it was told.</summary>
/// <param name="Count">How much.</param>
public sealed record RedeliveredWebhook(int Count);
