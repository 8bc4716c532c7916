namespace Engagement.Host.Mail;

/// <summary>The mail server, as configured in the section <c>Smtp</c>.</summary>
internal sealed class MailSettings
{
    /// <summary>The mail server; null for none.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>Whether the connection is encrypted before anything is said on it. Switched off only for a server on the same machine.</summary>
    public bool StartTls { get; set; } = true;

    public string? User { get; set; }

    /// <summary>From the environment, never from a file of the repository. Or name a <see cref="PasswordFile"/>.</summary>
    public string? Password { get; set; }

    /// <summary>A file that holds the password and nothing else.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The address that messages come from. Without a name of its own it has the name of who runs the place.</summary>
    public string From { get; set; } = "engagement@example.test";

    /// <summary>Where people reach the platform; null for the address that it listens on, in development.</summary>
    public string? SiteAddress { get; set; }

    /// <summary>Where messages are written, in development without a mail server.</summary>
    public string? Folder { get; set; }

    /// <summary>GOV.UK Notify, in place of a mail server; null for none.</summary>
    public NotifySettings? Notify { get; set; }

    /// <summary>What mail services show when they tell what became of a message; null: nothing is told.</summary>
    public string? ReceiptsToken { get; set; }

    /// <summary>Whether messages get anywhere.</summary>
    public bool Works => Notify is not null || Host is { Length: > 0 } || Folder is not null;
}
