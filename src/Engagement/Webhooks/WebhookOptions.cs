namespace Engagement.Webhooks;

/// <summary>Where webhooks may lead, and how long what they were sent is remembered.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// Whether addresses inside private networks, and of this machine, are asked too. Only where nobody else may set up webhooks. What is answered is then not
    /// kept: it could show what is inside.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Whether http is allowed beside https.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Whether addresses that name this machine, such as http://localhost:8080/, are asked, also by http: to try webhooks out. On in development.</summary>
    public bool AllowThisMachine { get; set; }

    /// <summary>How many days deliveries are kept, those that wait too.</summary>
    public int KeepDays { get; set; } = 30;

    /// <summary>Whether what is sent to an address may go by http.</summary>
    internal bool AllowsHttpTo(Uri address) => AllowHttp || IsThisMachine(address);

    /// <summary>Whether an address names this machine, and may.</summary>
    internal bool IsThisMachine(Uri address) => AllowThisMachine && address.IsLoopback;
}
