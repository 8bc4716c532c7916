namespace Engagement.Webhooks;

/// <summary>Sends a webhook nothing for now. What it asked for waits.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record PauseWebhook(Guid WebhookId);

/// <summary>Sends a webhook at once what waits for it, in its order, and what comes. For one that is on, this is to try again without waiting.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record ResumeWebhook(Guid WebhookId);

/// <summary>Gives a webhook a new secret. The one before it signs too for a day.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record RotateWebhookSecret(Guid WebhookId)
{
    /// <summary>Who asks: the secret is repeated to nobody else.</summary>
    public Guid? By { get; init; }
}

/// <summary>Takes a webhook away for good, with its log and all that waits.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record DeleteWebhook(Guid WebhookId);

/// <summary>Sends a webhook something at once that tells of nothing, also while it is off. It is not tried again.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record SendWebhookTest(Guid WebhookId);

/// <summary>Sends again what was sent before, the same to the byte and with the same webhook-id.</summary>
/// <param name="DeliveryId">The delivery.</param>
public sealed record RedeliverWebhook(Guid DeliveryId);

/// <summary>Gives up a delivery that waits, and sends at once what waits behind it.</summary>
/// <param name="DeliveryId">The delivery.</param>
public sealed record SkipWebhookDelivery(Guid DeliveryId);
