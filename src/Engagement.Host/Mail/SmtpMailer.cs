using Engagement.Common;
using Engagement.SignIn;
using MailKit.Net.Smtp;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace Engagement.Host.Mail;

/// <summary>Sends e-mail through the configured mail server. A message that it does not take is tried again by whoever sends.</summary>
internal sealed class SmtpMailer(SmtpConnections connections, MailSettings settings, Place place) : IMailer
{
    /// <summary>
    /// How many mailboxes in a row may be gone, as the server says. Few in a hundred are; where it says so of one after another, it is set up wrongly, and what it refuses
    /// is tried again like all else, until it has taken a message.
    /// </summary>
    private const int GoneInARow = 5;

    private int _goneInARow;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = Write(mail);
        try
        {
            await connections.SendAsync(message, cancellationToken);
            Interlocked.Exchange(ref _goneInARow, 0);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted && MailStatus.Of(refused) is { IsMailboxGone: true } status)
        {
            throw Interlocked.Increment(ref _goneInARow) <= GoneInARow ? new MailRefusedException(status.Code) : NotTaken(refused);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            throw NotTaken(problem);
        }
    }

    // What the server says names the address, and what a message failed with is kept.
    private InvalidOperationException NotTaken(Exception problem) => new($"The mail server {settings.Host}:{settings.Port} did not take a message: {Say(problem)}.");

    private static string Say(Exception problem) => problem is SmtpCommandException refused ? MailStatus.Of(refused).Code : problem.GetType().Name;

    private MimeMessage Write(OutgoingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject };
        var from = MailboxAddress.Parse(settings.From);
        message.From.Add(string.IsNullOrEmpty(from.Name) ? new MailboxAddress(place.RunBy, from.Address) : from);
        message.To.Add(new MailboxAddress(null, mail.To));
        // Answering machines leave it unanswered.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.Stop is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        // Left to itself, it would name this machine.
        var domain = from.Domain;
        message.MessageId = mail.Id is { } id ? $"{id}@{domain}" : MimeUtils.GenerateMessageId(domain);
        var text = Part(TextFormat.Plain, mail.Text);
        // The last is the one that mail programs prefer.
        message.Body = mail.Html is { } html ? new MultipartAlternative(text, Part(TextFormat.Html, html)) : text;
        return message;
    }

    private static TextPart Part(TextFormat format, string text) => new(format) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };
}
