namespace Engagement.Webhooks;

/// <summary>Sends a webhook nothing for now. What it asked for waits.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record PauseWebhook(Guid WebhookId);

/// <summary>Sends a webhook at once what waits for it, in its order, and what comes. For one that is on, this is to try again without waiting.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record ResumeWebhook(Guid WebhookId);

/// <summary>Gives a webhook a new secret. The one before it signs too for a day, unless others have it.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="OldEndsNow">Whether the one before it signs no more.</param>
public sealed record RotateWebhookSecret(Guid WebhookId, bool OldEndsNow = false)
{
    /// <summary>Who asks: the secret is repeated to nobody else.</summary>
    public Guid? By { get; init; }
}

/// <summary>Takes a webhook away for good, with its log and all that waits.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record DeleteWebhook(Guid WebhookId);

/// <summary>Sends a webhook something at once that tells of nothing, also while it is off. It is not tried again. A new webhook is on once it has taken one.</summary>
/// <param name="WebhookId">The webhook.</param>
public sealed record SendWebhookTest(Guid WebhookId)
{
    /// <summary>In one hour: an address that never asked for them is not to be bothered by many.</summary>
    public const int MostInAnHour = 20;
}

/// <summary>Sends again what was sent before, the same to the byte and with the same webhook-id.</summary>
/// <param name="DeliveryId">The delivery.</param>
public sealed record RedeliverWebhook(Guid DeliveryId);

/// <summary>Gives up a delivery that waits, and sends at once what waits behind it.</summary>
/// <param name="DeliveryId">The delivery.</param>
public sealed record SkipWebhookDelivery(Guid DeliveryId);

/// <summary>Sends again, in its order, what a webhook was told since a moment: to a program that has lost what it took, or that was out of order.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="Since">Of what happened then, and later.</param>
/// <param name="TakenToo">Also what was taken; otherwise only what was given up.</param>
public sealed record RedeliverWebhookSince(Guid WebhookId, DateTimeOffset Since, bool TakenToo);
