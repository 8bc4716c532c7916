namespace Engagement.SignIn;

/// <summary>Sends e-mail. The host supplies it.</summary>
public interface IMailer
{
    /// <exception cref="MailRefusedException">The mailbox takes no mail, and will not take it later.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>A message to one person.</summary>
/// <param name="To">Their address.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">What it says, as plain text.</param>
public sealed record OutgoingMail(string To, string Subject, string Text)
{
    /// <summary>The same as a page; null where it is only text.</summary>
    public string? Html { get; init; }

    /// <summary>Where a mail program stops such messages with one click (RFC 8058); null where they cannot be stopped.</summary>
    public Uri? Stop { get; init; }

    /// <summary>What makes it the same message when it is sent again, so that a receiver can tell; null for any.</summary>
    public string? Id { get; init; }
}

/// <summary>A mailbox takes no mail and will not take it later: there is none, or its owner refuses it.</summary>
/// <param name="reason">The mail server's code. Never the address, nor anything that names it.</param>
public sealed class MailRefusedException(string reason) : Exception($"The mailbox takes no mail: {reason}.")
{
    public string Reason { get; } = reason;
}

internal sealed class NoMailer : IMailer
{
    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No mail server is configured: set Smtp:Host.");
}
