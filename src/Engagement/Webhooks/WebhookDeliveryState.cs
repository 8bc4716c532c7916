using System.Text.Json.Serialization;

namespace Engagement.Webhooks;

/// <summary>What came of a delivery.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookDeliveryState>))]
public enum WebhookDeliveryState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>It was taken.</summary>
    Delivered,

    /// <summary>Somebody decided that it is not sent.</summary>
    Skipped,

    /// <summary>A test that was not taken. It is not tried again.</summary>
    Failed,
}
