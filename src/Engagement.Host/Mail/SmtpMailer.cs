using System.Net;
using System.Net.Mail;
using System.Text;
using Engagement.SignIn;

namespace Engagement.Host.Mail;

/// <summary>Sends e-mail through the configured mail server. A message that it does not take is tried again by whoever sends.</summary>
internal sealed class SmtpMailer(MailSettings settings) : IMailer
{
    public async Task SendAsync(string to, string subject, string text, CancellationToken cancellationToken)
    {
        using var message = new MailMessage(settings.From, to, subject, text)
        {
            BodyEncoding = Encoding.UTF8,
            SubjectEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
        };
        // Answering machines leave it unanswered.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User is { Length: > 0 } user)
            client.Credentials = new NetworkCredential(user, settings.Password);
        try
        {
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpException problem)
        {
            // What the server says names the address, and what a message failed with is kept.
            throw new InvalidOperationException($"The mail server {settings.Host}:{settings.Port} did not take a message: {problem.StatusCode}.");
        }
    }
}
