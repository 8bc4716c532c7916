using Engagement.Api.Authorization;
using Engagement.Operations;
using Engagement.Webhooks;
using GraphQL;

namespace Engagement.Api.Webhooks;

/// <summary>A program of others that is told when something is published.</summary>
[ObjectType<Webhook>, GraphQLIgnore(nameof(Webhook.OwnerId), nameof(Webhook.Round)), Authorize(Permissions.ManageWebhooks)]
public static partial class WebhookNode
{
    /// <summary>The webhook.</summary>
    [ID]
    public static Guid GetId([Parent] Webhook webhook) => webhook.Id;

    /// <summary>A message for it that could not be handled, for those who may see such messages: what waits is not sent before it is handed back. Null where there is none.</summary>
    [ID<DeadLetter>, Authorize(Permissions.ManageMessages)]
    public static Guid? GetDeadLetterId([Parent] Webhook webhook) => webhook.DeadLetterId;

    /// <summary>Whether a program looks after it itself, with a key of its own.</summary>
    public static bool GetIsOfProgram([Parent] Webhook webhook) => webhook.OwnerId is not null;

    /// <summary>The secrets that it has been given, without the secrets, the newest first.</summary>
    public static async Task<IReadOnlyList<WebhookSecret>> GetSecretsAsync(
        [Parent] Webhook webhook, IWebhookSecretsDataLoader secrets, CancellationToken cancellation) =>
        await secrets.LoadAsync(webhook.Id, cancellation) ?? [];

    /// <summary>The last test that it was sent; null where none is kept.</summary>
    public static Task<WebhookDelivery?> GetLastTestAsync([Parent] Webhook webhook, IWebhookLastTestDataLoader tests, CancellationToken cancellation) =>
        tests.LoadAsync(webhook.Id, cancellation);
}

/// <summary>Something that a webhook is told.</summary>
[ObjectType<WebhookDelivery>, GraphQLIgnore(nameof(WebhookDelivery.OwnerId), nameof(WebhookDelivery.WebhookId)), Authorize(Permissions.ManageWebhooks)]
public static partial class WebhookDeliveryNode
{
    /// <summary>The delivery.</summary>
    [ID]
    public static Guid GetId([Parent] WebhookDelivery delivery) => delivery.Id;

    /// <summary>The webhook.</summary>
    public static Task<Webhook?> GetWebhookAsync([Parent] WebhookDelivery delivery, IWebhookByIdDataLoader webhooks, CancellationToken cancellation) =>
        webhooks.LoadAsync(delivery.WebhookId, cancellation);

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
    public static async Task<Dictionary<Guid, Webhook>> GetWebhookByIdAsync(IReadOnlyList<Guid> ids, WebhookReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(webhook => webhook.Id);

    [DataLoader]
    public static async Task<Dictionary<Guid, IReadOnlyList<WebhookSecret>>> GetWebhookSecretsAsync(
        IReadOnlyList<Guid> ids, WebhookReads reads, CancellationToken cancellation) =>
        (await reads.SecretsAsync(ids, cancellation)).ToDictionary(of => of.Key, of => (IReadOnlyList<WebhookSecret>)[.. of]);

    [DataLoader]
    public static async Task<Dictionary<Guid, WebhookDelivery>> GetWebhookLastTestAsync(IReadOnlyList<Guid> ids, WebhookReads reads, CancellationToken cancellation) =>
        (await reads.LastTestsAsync(ids, cancellation)).ToDictionary(test => test.WebhookId);

    [DataLoader]
    public static async Task<Dictionary<Guid, IReadOnlyList<WebhookAttempt>>> GetWebhookAttemptsAsync(
        IReadOnlyList<Guid> ids, WebhookReads reads, CancellationToken cancellation) =>
        (await reads.AttemptsAsync(ids, cancellation)).ToDictionary(of => of.Key, of => (IReadOnlyList<WebhookAttempt>)[.. of]);
}
