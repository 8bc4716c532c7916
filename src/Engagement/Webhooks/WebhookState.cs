using System.Text.Json.Serialization;

namespace Engagement.Webhooks;

/// <summary>Whether a webhook is sent anything.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookState>))]
public enum WebhookState
{
    /// <summary>It is sent what it asked for.</summary>
    Active,

    /// <summary>It, or its address, is new: it is sent nothing until it has taken a test. What it asked for waits.</summary>
    Unconfirmed,

    /// <summary>Somebody has turned it off for now. What it asked for waits.</summary>
    Paused,

    /// <summary>It was turned off because it took nothing for a day, or said that it is gone. What it asked for waits.</summary>
    Disabled,
}
