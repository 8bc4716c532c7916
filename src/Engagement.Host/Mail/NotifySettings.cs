namespace Engagement.Host.Mail;

/// <summary>GOV.UK Notify, as configured in the section <c>Notify</c>.</summary>
internal sealed class NotifySettings
{
    private const int UuidLength = 36;

    /// <summary>The API key as Notify gives it: a name, the id of the service and a secret. From the environment, or name an <see cref="ApiKeyFile"/>; null for no Notify.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A file that holds the API key and nothing else.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>The template in Notify: its subject is <c>((subject))</c> and its message is <c>((body))</c>, because what is said is decided here.</summary>
    public string? TemplateId { get; set; }

    public Uri Address { get; set; } = new("https://api.notifications.service.gov.uk");

    /// <summary>The id of the service and the secret, which the key ends with.</summary>
    public (string Service, string Secret)? Parts =>
        ApiKey is { Length: >= (2 * UuidLength) + 1 } key && Guid.TryParse(key[^UuidLength..], out _) && Guid.TryParse(key[^((2 * UuidLength) + 1)..^(UuidLength + 1)], out _)
            ? (key[^((2 * UuidLength) + 1)..^(UuidLength + 1)], key[^UuidLength..])
            : null;
}
