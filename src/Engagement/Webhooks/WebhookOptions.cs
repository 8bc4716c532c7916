namespace Engagement.Webhooks;

/// <summary>Where webhooks may lead, and how long what they were sent is remembered.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whether addresses inside private networks, and of this machine, are asked too. Only where nobody else may set up webhooks.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Whether http is allowed beside https.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>How many days deliveries are kept, those that wait too.</summary>
    public int KeepDays { get; set; } = 30;
}
