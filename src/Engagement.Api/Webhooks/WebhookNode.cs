using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Webhooks;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Webhooks;

/// <summary>A program of others that is told when something is published.</summary>
[ObjectType<Webhook>, GraphQLIgnore(nameof(Webhook.OwnerId), nameof(Webhook.Round)), Authorize(Permissions.ManageWebhooks)]
public static partial class WebhookNode
{
    /// <summary>The webhook.</summary>
    [ID]
    public static Guid GetId([Parent] Webhook webhook) => webhook.Id;

    /// <summary>Whether a program looks after it itself, with a key of its own.</summary>
    public static bool GetIsOfProgram([Parent] Webhook webhook) => webhook.OwnerId is not null;

    /// <summary>The secrets that it has been given, without the secrets, the newest first.</summary>
    public static Task<IReadOnlyList<WebhookSecret>> GetSecretsAsync([Parent] Webhook webhook, WebhookReads reads, CancellationToken cancellation) =>
        reads.SecretsAsync(webhook.Id, cancellation);

    /// <summary>What it was told, and is to be, the newest first. It is kept for some weeks.</summary>
    /// <param name="state">Of one state.</param>
    [UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<WebhookDelivery>> GetDeliveriesAsync(
        [Parent] Webhook webhook, WebhookDeliveryState? state, PagingArguments paging, WebhookReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(paging, WebhookReads.PositionOf, (after, limit) => reads.DeliveriesAsync(webhook.Id, state, after, limit, cancellation));
}

/// <summary>Something that a webhook is told.</summary>
[ObjectType<WebhookDelivery>, GraphQLIgnore(nameof(WebhookDelivery.OwnerId), nameof(WebhookDelivery.WebhookId)), Authorize(Permissions.ManageWebhooks)]
public static partial class WebhookDeliveryNode
{
    /// <summary>The delivery.</summary>
    [ID]
    public static Guid GetId([Parent] WebhookDelivery delivery) => delivery.Id;

    /// <summary>The webhook.</summary>
    public static Task<Webhook?> GetWebhookAsync([Parent] WebhookDelivery delivery, WebhookReads reads, CancellationToken cancellation) =>
        reads.FindAsync(delivery.WebhookId, cancellation);

    /// <summary>Each time that it was sent, the first first.</summary>
    public static async Task<IReadOnlyList<WebhookAttempt>> GetLogAsync(
        [Parent] WebhookDelivery delivery, IWebhookAttemptsDataLoader attempts, CancellationToken cancellation) =>
        await attempts.LoadAsync(delivery.Id, cancellation) ?? [];
}

/// <summary>One time that a delivery was sent.</summary>
[ObjectType<WebhookAttempt>, GraphQLIgnore(nameof(WebhookAttempt.DeliveryId))]
public static partial class WebhookAttemptNode;

internal static partial class WebhookLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, IReadOnlyList<WebhookAttempt>>> GetWebhookAttemptsAsync(
        IReadOnlyList<Guid> ids, WebhookReads reads, CancellationToken cancellation) =>
        (await reads.AttemptsAsync(ids, cancellation)).ToDictionary(of => of.Key, of => (IReadOnlyList<WebhookAttempt>)[.. of]);
}
