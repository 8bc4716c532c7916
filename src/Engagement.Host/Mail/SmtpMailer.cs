using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Engagement.SignIn;

namespace Engagement.Host.Mail;

/// <summary>Sends e-mail through the configured mail server. A message that it does not take is tried again by whoever sends.</summary>
internal sealed class SmtpMailer(MailSettings settings) : IMailer
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Text)
        {
            BodyEncoding = Encoding.UTF8,
            SubjectEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        // Answering machines leave it unanswered.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.Stop is { } stop)
        {
            message.Headers.Add("List-Unsubscribe", $"<{stop.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        if (mail.Id is { } id)
            message.Headers.Add("Message-ID", $"<{id}@{new MailAddress(settings.From).Host}>");
        if (mail.Html is { } html)
        {
            // The last is the one that mail programs prefer, so the text comes first and is the body.
            var page = AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html);
            page.TransferEncoding = TransferEncoding.QuotedPrintable;
            message.AlternateViews.Add(page);
        }

        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User is { Length: > 0 } user)
            client.Credentials = new NetworkCredential(user, settings.Password);
        try
        {
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpFailedRecipientException problem) when ((int)problem.StatusCode is >= 500 and < 600)
        {
            throw new MailRefusedException($"{(int)problem.StatusCode}");
        }
        catch (SmtpException problem)
        {
            // What the server says names the address, and what a message failed with is kept.
            throw new InvalidOperationException($"The mail server {settings.Host}:{settings.Port} did not take a message: {problem.StatusCode}.");
        }
    }
}
